/** How the definitions of instruments lie in a table: what the ids in the tables of records mean, in every language. */
import type { RecordTable } from '../../../core/record-table.ts';
import { parseInstrument } from './parse-instrument.ts';

/** One row for each statement in each language; the definitions themselves are in records.json, word for word. */
export const instrumentTable: RecordTable<object> = {
  name: 'instruments',
  about:
    'One row for each statement of each instrument that the records here were made with, in each language.',
  columns: [
    { name: 'instrument', type: 'text', about: 'The instrument, as the other tables name it.' },
    { name: 'instrument_version', type: 'integer', about: 'Which version of it.' },
    { name: 'language', type: 'text', about: 'The language of the words in this row (ISO 639-1).' },
    { name: 'instrument_title', type: 'text', about: 'What the instrument is called.' },
    { name: 'indicator', type: 'text', about: 'The statement, by its id in the instrument.' },
    { name: 'indicator_short', type: 'text', about: 'The statement in a few words.' },
    { name: 'indicator_name', type: 'text', about: 'The whole name of the statement.' },
    { name: 'indicator_about', type: 'text', about: 'What the statement is about.' },
    { name: 'principles', type: 'list', about: 'The principles it relates to.' },
    { name: 'score_from', type: 'integer', about: 'The lowest score that can be given.' },
    { name: 'score_to', type: 'integer', about: 'The highest.' },
  ],
  rows(definition) {
    const read = parseInstrument(definition);
    if (read.status !== 'ok') return [];
    const { id, version, title, languages, scale, statements } = read.instrument;
    return statements.flatMap((statement) =>
      [...new Set(['en', ...languages])]
        .filter((language) => statement.name[language] !== undefined)
        .map((language) => [
          id,
          version,
          language,
          title[language],
          statement.id,
          statement.short[language],
          statement.name[language],
          statement.about[language],
          statement.principles,
          scale.min,
          scale.max,
        ]),
    );
  },
};
