/** From what was scanned, pasted or typed to where it leads, as far as this installation may go there. */
import { allowedEndpoints } from './allowed-endpoints.ts';
import type { CodeTrouble } from './code-entry.tsx';
import type { CodePlan } from './plan.ts';
import { readCode } from './read-code.ts';

export async function findPlan(
  text: string,
  allowed: typeof allowedEndpoints = allowedEndpoints,
): Promise<{ plan: CodePlan } | { trouble: CodeTrouble }> {
  const read = readCode(text);
  if (read.status === 'strange') return { trouble: 'strange' };
  const { code } = read;
  const here = location.origin;
  if (read.address === here) return { plan: { by: 'code', address: here, code } };
  const list = await allowed();
  if (read.address === null) {
    if (list.status === 'listed' && !list.hub) return { trouble: 'no-address' };
    return { plan: { by: 'code', address: here, code } };
  }
  if (list.status === 'unknown') return { trouble: 'not-known-now' };
  const may = list.endpoints.includes(read.address);
  return may ? { plan: { by: 'code', address: read.address, code } } : { trouble: 'not-allowed' };
}
