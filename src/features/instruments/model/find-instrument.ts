/** Finds the instrument that a reading was made with. Built-in ones are chunks of their own, loaded when asked for. */
import type { InstrumentRef } from '../../../core/body-fields.ts';
import type { Instrument } from './instrument.ts';

/** The engagement tool a new self-assessment is made with. */
export const engagementRef: InstrumentRef = { id: 'engagement', version: 1 };

const nameOf = ({ id, version }: InstrumentRef) => `${id} ${version}`;

/** Every version that was ever published stays here, so that old readings can still be read in full. */
const builtIn = new Map<string, () => Promise<Instrument>>([
  [nameOf(engagementRef), async () => (await import('./engagement/engagement.ts')).engagement],
]);

/** The instrument in exactly this version; null where this Plotline does not know it. */
export async function instrumentOf(ref: InstrumentRef): Promise<Instrument | null> {
  const load = builtIn.get(nameOf(ref));
  return load ? load() : null;
}
