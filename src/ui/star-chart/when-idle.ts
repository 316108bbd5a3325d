/** Work that can wait until the phone has nothing to do. */

/**
 * Calls back in an idle moment, and after `patience` milliseconds at the latest; returns a way to drop it. Safari knows
 * no idle moments: there it is soon.
 */
export function whenIdle(work: () => void, patience: number): () => void {
  if (typeof requestIdleCallback === 'function') {
    const asked = requestIdleCallback(work, { timeout: patience });
    return () => cancelIdleCallback(asked);
  }
  const asked = setTimeout(work, 1);
  return () => clearTimeout(asked);
}
