/**
 * A quick second tap is meant for what was there at the first. Where a screen or a question has come in its place
 * meanwhile, that must not take it: it would be left unread, or answered by nobody's wish.
 */

/** A finger that taps twice is seldom slower, and one that has read what is new is not as fast. */
const QUICK_MS = 500;
/** As far as the system goes on counting clicks: whoever clicks on and on gets through in the end. */
const COUNTED_MS = 2000;
/** Smaller than any two targets beside each other are wide (px). */
const NEAR = 40;
const controls =
  'a, button, summary, label, input, select, textarea, [role="button"], [tabindex]:not([tabindex="-1"])';

interface Thing {
  element: EventTarget | null;
  /** What a control says; null for what is none. */
  says: string | null;
}

/** What was tapped: the label where it has one, as a tap on that is heard from its control too. */
function thingAt(target: EventTarget | null): Thing {
  const control = target instanceof Element ? target.closest(controls) : null;
  if (control === null) return { element: target, says: null };
  const element = control instanceof HTMLInputElement ? (control.labels?.[0] ?? control) : control;
  return { element, says: `${element.getAttribute('aria-label') ?? ''} ${element.textContent}` };
}

const isSame = (one: Thing, other: Thing) => one.element === other.element && one.says === other.says;

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
  const since = tap.at - before.at;
  return tap.count === null ? since <= QUICK_MS : tap.count > 1 && since <= COUNTED_MS;
}

/**
 * From now on a second tap does nothing where another thing has come in the place of the first, or it says something else
 * by now. What was beside it all along can be tapped as fast as one likes. Keys, and what presses without a pointer, are
 * never held back. Returns what ends it.
 */
export function heedFirstTaps(): () => void {
  let last: (TapMoment & { thing: Thing }) | undefined;
  const heed = (event: MouseEvent) => {
    // By a key or by script: nobody tapped.
    if (event.detail === 0) return;
    const { pointerType } = event as Partial<PointerEvent>;
    const tap = {
      at: event.timeStamp,
      x: event.clientX,
      y: event.clientY,
      count: pointerType === 'mouse' ? event.detail : null,
      thing: thingAt(event.target),
    };
    const before = last;
    last = tap;
    if (!before || !isQuickSecond(before, tap) || isSame(tap.thing, before.thing)) return;
    if (isSame(thingAt(document.elementFromPoint(before.x, before.y)), before.thing)) return;
    // The first stays what the next is measured by: a third right after it is as little meant for what is new.
    last = before;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener('click', heed, { capture: true });
  return () => removeEventListener('click', heed, { capture: true });
}
