/** The instrument of a reading, loaded once for what it asks. */
import type { Store } from '../../../core/store.ts';
import { useLoaded } from '../../../ui/use-loaded.ts';
import type { Instrument } from '../../instruments/model/instrument.ts';
import { instrumentOfReading } from '../data.ts';
import type { ReadingBody } from '../model/reading.ts';

/** Undefined until it is here; null where it is nowhere, or where there is no reading yet. */
export function useInstrument(store: Store, body: ReadingBody | undefined): Instrument | null | undefined {
  const asked = body && [
    body.instrument.id,
    body.instrument.version,
    ...body.answers.map((one) => one.statement),
  ];
  return useLoaded(
    async () => (body ? instrumentOfReading(store, body) : null),
    [store, JSON.stringify(asked)],
  );
}
