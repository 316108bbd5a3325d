/** Whether an endpoint lost what it had: asked of the newest that it is known to have had. */
import type { Endpoint } from '../protocol/endpoint.ts';

/**
 * `forgotten` where any of `witnesses` is missing: a copy put back lacks what came last. `unknown` where it was not told of
 * all of them. Wrong where somebody took one away over there; then what is sent again is found to be there.
 */
export async function hasForgotten(
  endpoint: Pick<Endpoint, 'read'>,
  witnesses: readonly string[],
): Promise<'there' | 'forgotten' | 'unknown'> {
  let told: 'there' | 'unknown' = 'there';
  for (const key of witnesses) {
    const { outcome } = await endpoint.read(key);
    if (outcome === 'missing') return 'forgotten';
    if (outcome === 'auth' || outcome === 'retry') told = 'unknown';
  }
  return told;
}
