/** A conversation: what was talked about after a reading, one statement at a time. */
import * as z from 'zod/mini';
import { attachmentRef } from '../../../core/attachment-ref.ts';
import { instrumentRef, recordRef, shortText, someText } from '../../../core/body-fields.ts';
import { defineRecord, type Line } from '../../../core/define-record.ts';

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

export const conversation = defineRecord<ConversationBody>({
  kind: 'conversation',
  schema: 1,
  body: conversationBody,
  spoken: true,
  attachments: (body) => (body.voice ? [body.voice] : []),
  summary: (body) => ({
    title: { key: `conversations.summary.${body.opened}` },
    detail: {
      list: [{ key: `readings.statement.${body.statement}` }, ...(body.words ? [{ said: body.words }] : [])],
    },
    voice: body.voice,
  }),
  lines: (body) => {
    const lines: Line[] = [
      { label: 'conversations.statement', words: { key: `readings.statement.${body.statement}` } },
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
