/** A reading: one filled-in instrument. Every statement stands alone; nothing is ever summed. */
import * as z from 'zod/mini';
import { attachmentRef } from '../../../core/attachment-ref.ts';
import { instrumentRef, recordRef, someText } from '../../../core/body-fields.ts';
import { defineRecord, type Line, type Words } from '../../../core/define-record.ts';
import type { RecordTable } from '../../../core/record-table.ts';
import { statementKey } from '../../instruments/model/statement-key.ts';

/** What the rater is to the person the reading is about. Every relation weighs the same. */
export const relations = ['self', 'peer', 'worker', 'employer', 'community', 'other'] as const;
export type Relation = (typeof relations)[number];

const answer = z.object({
  statement: z.string().check(z.minLength(1), z.maxLength(80)),
  /** null: left out. It is a gap, never 0. */
  score: z.nullable(z.int().check(z.gte(1), z.lte(6))),
  note: z.optional(someText),
  voice: z.optional(attachmentRef),
});
export type Answer = z.infer<typeof answer>;

export const readingBody = z.object({
  instrument: instrumentRef,
  relation: z.enum(relations),
  /** One for each statement of the instrument, in its order. */
  answers: z.array(answer).check(z.minLength(1), z.maxLength(100)),
  /** Who asked for this view; left out where it was the rater's own idea. */
  invitedBy: z.optional(recordRef),
});
export type ReadingBody = z.infer<typeof readingBody>;

/** How readings lie in a table: one row a statement, each alone. */
const table: RecordTable<ReadingBody> = {
  name: 'readings',
  about: 'One row for each statement of each filled-in instrument. Every statement stands alone.',
  columns: [
    {
      name: 'rater_relation',
      type: 'text',
      about: 'What the rater is to the person; every relation weighs the same.',
      oneOf: relations,
    },
    { name: 'instrument', type: 'text', about: 'Which instrument was filled in.' },
    { name: 'instrument_version', type: 'integer', about: 'Which version of the instrument.' },
    { name: 'indicator', type: 'text', about: 'The statement, by its id in the instrument.' },
    {
      name: 'score',
      type: 'integer',
      about: 'The score given to this one statement. Empty where it was left out, which is not 0.',
    },
    { name: 'answered', type: 'boolean', about: 'false where the statement was left out.' },
    { name: 'note', type: 'text', about: 'What was said beside the score.' },
    { name: 'recording', type: 'files', about: 'The spoken note.' },
    { name: 'invited_by', type: 'text', about: 'Id of the person who asked for this view.' },
  ],
  rows: (body) =>
    body.answers.map(({ statement, score, note, voice }) => [
      body.relation,
      body.instrument.id,
      body.instrument.version,
      statement,
      score,
      score !== null,
      note,
      voice ? [voice] : [],
      body.invitedBy,
    ]),
};

export const reading = defineRecord<ReadingBody>({
  kind: 'reading',
  schema: 1,
  body: readingBody,
  instruments: (body) => [body.instrument],
  table,
  spoken: true,
  stays: 'readings.stays',
  attachments: (body) => body.answers.flatMap(({ voice }) => voice ?? []),
  summary: (body) => ({
    title: { key: `readings.summary.${body.relation}` },
    detail: { list: body.answers.map((given) => sayAnswer(body, given)) },
  }),
  lines: (body) =>
    body.answers.flatMap((given) => {
      const label = statementKey(body.instrument, given.statement);
      const lines: Line[] = [{ label, words: sayScore(given) }];
      if (given.note) lines.push({ label: 'readings.note', words: { said: given.note } });
      if (given.voice) lines.push({ label: 'readings.note', media: [given.voice] });
      return lines;
    }),
});

function sayScore({ score }: Answer): Words {
  return score === null ? { key: 'readings.notAnswered' } : { key: 'readings.score', values: { score } };
}

function sayAnswer({ instrument }: ReadingBody, { statement, score }: Answer): Words {
  const name = statementKey(instrument, statement);
  return { together: [{ key: name }, score === null ? { key: 'readings.gap' } : { said: String(score) }] };
}
