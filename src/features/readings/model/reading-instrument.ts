/** The instrument a reading was made with. */
import type { Store } from '../../../core/store.ts';
import { instrumentFor } from '../../instruments/model/find-instrument.ts';
import type { Instrument } from '../../instruments/model/instrument.ts';
import type { ReadingBody } from './reading.ts';

/** Null where neither this Plotline has it, nor a file that was brought in. */
export function instrumentOfReading(
  store: Pick<Store, 'definitions'>,
  { instrument, answers }: ReadingBody,
): Promise<Instrument | null> {
  return instrumentFor(
    store,
    instrument,
    answers.map(({ statement }) => statement),
  );
}
