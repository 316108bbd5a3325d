/** What the machinery for files has to know about instruments. */
import type { InstrumentRules } from '../../../exchange/definitions.ts';
import { instrumentOf } from '../../instruments/model/find-instrument.ts';
import { instrumentTable } from '../../instruments/model/instrument-table.ts';
import { parseInstrument } from '../../instruments/model/parse-instrument.ts';

export const instrumentRules: InstrumentRules = {
  read(definition) {
    const read = parseInstrument(definition);
    if (read.status !== 'ok') return { status: 'bad', why: read.why };
    const { id, version, title } = read.instrument;
    return { status: 'good', ref: { id, version }, title };
  },
  builtIn: instrumentOf,
  table: instrumentTable,
};
