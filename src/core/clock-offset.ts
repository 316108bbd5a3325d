/** Whether a clock that was found to be wrong still is: its owner may have set it right since, and nobody tells. Pure. */

/** What has to be added to the phone's clock to be right, and what that clock said when this last held; milliseconds. */
export interface ClockOffset {
  offMs: number;
  at: number;
}

/** A clock that runs goes back by no more than this when it is adjusted by a network. */
const BACK_MS = 5 * 60 * 1000;
/** So long nobody looks into the app may well be. */
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * What has to be added to `now`.
 *
 * 1. It went back: somebody set it. Where it is not behind the time that was known, it is taken to be right; where it is (a
 *    battery was taken out), time goes on from there.
 * 2. It was behind by more than a day, and has leapt over all of that: it was set right. That nobody opened the app for so
 *    long is the less likely.
 * 3. Else it is still wrong. One that was behind by hours may have been set right over night: nobody can tell that from a
 *    night, and the next answer of an endpoint does.
 */
export function offsetNow({ offMs, at }: ClockOffset, now: number): number {
  const known = at + offMs;
  if (now < at - BACK_MS) return Math.max(0, known - now);
  const setRight = offMs > DAY_MS && now >= known;
  return setRight ? 0 : offMs;
}
