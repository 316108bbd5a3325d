/** Instruments whose definitions came along with records. Pure. */
import type { Instrument } from './instrument.ts';
import { parseInstrument } from './parse-instrument.ts';

/** Those that can be used, in the order given. */
export function readKept(definitions: readonly object[]): Instrument[] {
  return definitions.flatMap((definition) => {
    const read = parseInstrument(definition);
    return read.status === 'ok' ? [read.instrument] : [];
  });
}
