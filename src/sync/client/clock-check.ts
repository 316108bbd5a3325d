/** Compares the endpoint's clock with the phone's. Which of the two is wrong nobody knows; the person is told. */

/** Differences up to here are nobody's business. */
const TOLD_FROM_MS = 5 * 60 * 1000;
/** The `Date` of an answer has whole seconds, and answers take a while: smaller changes are no news. */
const NEWS_MS = 30_000;

/** Call the function given back with each answer's clock. `note` hears of a difference worth telling, and of its end. */
export function createClockCheck(
  now: () => number,
  note: (offMs: number | null) => void,
): (clockMs: number | undefined) => void {
  let noted: number | null | undefined;
  return (clockMs) => {
    if (clockMs === undefined) return;
    const difference = clockMs - now();
    const off = Math.abs(difference) > TOLD_FROM_MS ? difference : null;
    const news =
      off === null || noted === null || noted === undefined ? off !== noted : Math.abs(off - noted) > NEWS_MS;
    if (!news) return;
    noted = off;
    note(off);
  };
}
