/**
 * A quick second tap is meant for what was there at the first. Where a screen or a question has come in its place
 * meanwhile, that must not take it: it would be left unread, or answered by nobody's wish.
 */

/** A finger that taps twice is seldom slower, and one that has read what is new is not as fast. */
const QUICK_MS = 500;
/** Smaller than any two targets beside each other are wide (px). */
const NEAR = 40;
const things = 'a, button, summary, label, input, select, textarea, [role="button"], [tabindex]';

/** What was tapped: the label where it has one, as a tap on that is heard from its control too. */
function thingAt(target: EventTarget | null): Element | null {
  const found = target instanceof Element ? target.closest(things) : null;
  return found instanceof HTMLInputElement ? (found.labels?.[0] ?? found) : found;
}

const saidBy = (thing: Element | null) =>
  thing && `${thing.getAttribute('aria-label') ?? ''} ${thing.textContent}`;

export interface TapMoment {
  /** Milliseconds, of any one clock. */
  at: number;
  /** Where, in px of the window. */
  x: number;
  y: number;
  /** By a mouse, the system has counted already: the first click, the second, and so on. Null for a finger. */
  count: number | null;
}

/** Whether a tap is the second of two quick ones at one place. */
export function isQuickSecond(before: TapMoment, tap: TapMoment): boolean {
  if (Math.hypot(tap.x - before.x, tap.y - before.y) > NEAR) return false;
  return tap.count === null ? tap.at - before.at <= QUICK_MS : tap.count > 1;
}

/**
 * From now on a second tap on another thing than the first, or on one that says something else by now, does nothing.
 * Keys, and what presses without a pointer, are never held back. Returns what ends it.
 */
export function heedFirstTaps(): () => void {
  let last: (TapMoment & { thing: Element | null; said: string | null }) | undefined;
  const heed = (event: MouseEvent) => {
    // By a key or by script: nobody tapped.
    if (event.detail === 0) return;
    const { pointerType } = event as Partial<PointerEvent>;
    const thing = thingAt(event.target);
    const tap = {
      at: event.timeStamp,
      x: event.clientX,
      y: event.clientY,
      count: pointerType === 'mouse' ? event.detail : null,
      thing,
      said: saidBy(thing),
    };
    const before = last;
    last = tap;
    if (!before?.thing || !isQuickSecond(before, tap)) return;
    if (thing === before.thing && tap.said === before.said) return;
    // The first stays what the next is measured by: a third is as little meant for what is new.
    last = { ...before, at: tap.at };
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener('click', heed, { capture: true });
  return () => removeEventListener('click', heed, { capture: true });
}
