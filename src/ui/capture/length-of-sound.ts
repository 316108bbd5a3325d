/** The length of a recording as a clock shows it. */

/** Milliseconds as `m:ss`. */
export function lengthOfSound(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
