/** Finds the instrument that a reading was made with. Built-in ones are chunks of their own, loaded when asked for. */
import type { InstrumentRef } from '../../../core/body-fields.ts';
import type { Store } from '../../../core/store.ts';
import type { Instrument } from './instrument.ts';

/** The engagement tool a new self-assessment is made with. */
export const engagementRef: InstrumentRef = { id: 'engagement', version: 1 };

const nameOf = ({ id, version }: InstrumentRef) => `${id} ${version}`;

/** Every version that was ever published stays here, so that old readings can still be read in full. */
const builtIn = new Map<string, () => Promise<Instrument>>([
  [nameOf(engagementRef), async () => (await import('./engagement/engagement.ts')).engagement],
]);

/** True where this Plotline has exactly this version itself. */
export function isBuiltIn(ref: InstrumentRef): boolean {
  return builtIn.has(nameOf(ref));
}

/** The instrument in exactly this version; null where this Plotline does not have it built in. */
export async function instrumentOf(ref: InstrumentRef): Promise<Instrument | null> {
  const load = builtIn.get(nameOf(ref));
  return load ? load() : null;
}

/**
 * The instrument that answers to these `statements` were given with. Under one name and version there may be several
 * definitions (docs/decisions/019-definitions-that-come-along.md): the built-in one comes first, then those that came along
 * with records in the order they came, and the first that asks all of the statements is it. Where none does, the first at all.
 */
export async function instrumentFor(
  store: Pick<Store, 'definitions'>,
  ref: InstrumentRef,
  statements: readonly string[],
): Promise<Instrument | null> {
  const own = await instrumentOf(ref);
  if (own && asksAll(own, statements)) return own;
  const { readKept } = await import('./kept-instruments.ts');
  const kept = readKept(await store.definitions()).filter((one) => nameOf(one) === nameOf(ref));
  return kept.find((one) => asksAll(one, statements)) ?? own ?? kept[0] ?? null;
}

/** True where every one of the statements is among those of the instrument. */
export function asksAll({ statements }: Instrument, asked: readonly string[]): boolean {
  const ids = new Set(statements.map(({ id }) => id));
  return asked.every((id) => ids.has(id));
}
