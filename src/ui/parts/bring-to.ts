/** Bringing somebody to what needs them, where it is out of sight. */

/** Brings it into view and puts the focus on it, or on the first thing in it that can be answered. */
export function bringTo(what: HTMLElement | null): void {
  if (!what) return;
  // Once what is wrong stands there too: it is drawn right after what was pressed is dealt with.
  queueMicrotask(() => {
    what.scrollIntoView({ block: 'center' });
    (what.querySelector('input') ?? what).focus({ preventScroll: true });
  });
}
