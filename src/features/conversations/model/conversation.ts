/** A conversation: what was talked about after a reading, one statement at a time. */
import * as z from 'zod/mini';
import { attachmentRef } from '../../../core/attachment-ref.ts';
import { instrumentRef, recordRef, shortText, someText } from '../../../core/body-fields.ts';
import { defineRecord, type Line } from '../../../core/define-record.ts';
import type { RecordTable } from '../../../core/record-table.ts';
import { statementKey } from '../../instruments/model/statement-key.ts';

/** For what is low (seed 000): is it me, how the project is run, or the chances I get? Several may be true. */
export const causes = ['me', 'project', 'chances'] as const;
export type Cause = (typeof causes)[number];

export const conversationBody = z.object({
  reading: recordRef,
  instrument: instrumentRef,
  statement: z.string().check(z.minLength(1), z.maxLength(80)),
  /** The score that opened it, as it stood in the reading. */
  score: z.int().check(z.gte(1), z.lte(6)),
  opened: z.enum(['low', 'high']),
  /** Only after a low score. */
  causes: z.array(z.enum(causes)),
  words: z.optional(someText),
  voice: z.optional(attachmentRef),
  /** Whom one talked with, by first name. */
  with: z.optional(shortText),
});
export type ConversationBody = z.infer<typeof conversationBody>;

/** How conversations lie in a table: one row a statement that was talked about. */
const table: RecordTable<ConversationBody> = {
  name: 'conversations',
  about: 'One row for each talk about one statement of a reading.',
  columns: [
    { name: 'reading_id', type: 'text', about: 'The reading it followed.' },
    { name: 'instrument', type: 'text', about: 'Which instrument the reading was made with.' },
    { name: 'instrument_version', type: 'integer', about: 'Which version of the instrument.' },
    { name: 'indicator', type: 'text', about: 'The statement that was talked about.' },
    { name: 'score', type: 'integer', about: 'The score that opened the talk.' },
    {
      name: 'opened',
      type: 'text',
      about: 'low: what stands in the way was asked. high: what worked was asked.',
      oneOf: ['low', 'high'],
    },
    {
      name: 'causes',
      type: 'list',
      about: 'me, project (how it is run), chances (those offered); several may be true.',
      oneOf: causes,
    },
    { name: 'words', type: 'text', about: 'What was said.' },
    { name: 'talked_with', type: 'text', about: 'Whom one talked with.' },
    { name: 'recording', type: 'files', about: 'What was spoken.' },
  ],
  rows: (body) => [
    [
      body.reading,
      body.instrument.id,
      body.instrument.version,
      body.statement,
      body.score,
      body.opened,
      body.causes,
      body.words,
      body.with,
      body.voice ? [body.voice] : [],
    ],
  ],
};

export const conversation = defineRecord<ConversationBody>({
  kind: 'conversation',
  schema: 1,
  body: conversationBody,
  instruments: (body) => [body.instrument],
  table,
  spoken: true,
  stays: 'conversations.stays',
  attachments: (body) => (body.voice ? [body.voice] : []),
  summary: (body) => ({
    title: { key: `conversations.summary.${body.opened}` },
    detail: {
      list: [
        { key: statementKey(body.instrument, body.statement) },
        ...(body.words ? [{ said: body.words }] : []),
      ],
    },
    voice: body.voice,
  }),
  lines: (body) => {
    const lines: Line[] = [
      { label: 'conversations.statement', words: { key: statementKey(body.instrument, body.statement) } },
      { label: 'conversations.score', words: { key: 'readings.score', values: { score: body.score } } },
    ];
    if (body.causes.length > 0) {
      const list = body.causes.map((cause) => ({ key: `conversations.cause.${cause}` }));
      lines.push({ label: 'conversations.causes', words: { list } });
    }
    if (body.words) lines.push({ label: `conversations.words.${body.opened}`, words: { said: body.words } });
    if (body.voice) lines.push({ label: `conversations.words.${body.opened}`, media: [body.voice] });
    if (body.with) lines.push({ label: 'conversations.with', words: { said: body.with } });
    return lines;
  },
});
