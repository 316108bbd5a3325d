/** Whether an endpoint lost what it had: asked of a few of the newest versions that it listed. */
import type { Endpoint } from '../protocol/endpoint.ts';

/**
 * True only where every one of `seen` is missing. Where one cannot be asked after, nothing is concluded; nor of records
 * that were `erased` since.
 */
export async function hasForgotten(
  endpoint: Pick<Endpoint, 'read'>,
  seen: readonly string[],
  erased: ReadonlySet<string>,
): Promise<boolean> {
  const asked = seen.filter((key) => !erased.has(key.split('_')[0] ?? key));
  for (const key of asked) {
    const { outcome } = await endpoint.read(key);
    if (outcome !== 'missing') return false;
  }
  return asked.length > 0;
}
