/** An action: what comes of a conversation, who owns it, by when, and later what came of it. */
import * as z from 'zod/mini';
import { day, recordRef, shortText, someText } from '../../../core/body-fields.ts';
import { defineRecord, type Line } from '../../../core/define-record.ts';
import type { RecordTable } from '../../../core/record-table.ts';
import { causes } from '../../conversations/model/conversation.ts';

/** Who does it: the person, the project, or somebody else who is then named. */
export const owners = ['me', 'project', 'other'] as const;
export type ActionOwner = (typeof owners)[number];

/** What came of it. None is a failure; `changed` means something else was done instead. */
export const outcomes = ['done', 'partly', 'changed', 'dropped'] as const;

export const actionBody = z.object({
  what: someText,
  owner: z.enum(owners),
  /** Who exactly, by first name or by what they do. */
  ownerName: z.optional(shortText),
  by: z.optional(day),
  /** The causes that were talked about; empty after a high score or without a talk. */
  causes: z.array(z.enum(causes)),
  conversation: z.optional(recordRef),
  reading: z.optional(recordRef),
  statement: z.optional(z.string().check(z.minLength(1), z.maxLength(80))),
  /** The project's answer, which it owes where it owns the action. */
  answer: z.optional(z.object({ words: someText, who: z.optional(shortText), on: day })),
  outcome: z.optional(z.object({ state: z.enum(outcomes), words: z.optional(someText), on: day })),
});
export type ActionBody = z.infer<typeof actionBody>;

/** True while the project has taken something on and has not said what it does about it. */
export function owesAnswer(body: ActionBody): boolean {
  return body.owner === 'project' && !body.answer && !body.outcome;
}

/** How actions lie in a table: one row an action. */
const table: RecordTable<ActionBody> = {
  name: 'actions',
  about: 'One row for each action that came of a talk.',
  columns: [
    { name: 'what', type: 'text', about: 'What is to be done.' },
    { name: 'owner', type: 'text', about: 'Who does it: the person, the project, another.', oneOf: owners },
    { name: 'owner_name', type: 'text', about: 'Who exactly.' },
    { name: 'due', type: 'date', about: 'By when.' },
    { name: 'causes', type: 'list', about: 'The causes that were talked about.', oneOf: causes },
    { name: 'conversation_id', type: 'text', about: 'The talk it came of.' },
    { name: 'reading_id', type: 'text', about: 'The reading behind the talk.' },
    { name: 'indicator', type: 'text', about: 'The statement that was talked about.' },
    { name: 'answer', type: 'text', about: 'The project’s answer, which it owes where it is the owner.' },
    { name: 'answered_by', type: 'text', about: 'Who answered.' },
    { name: 'answered_on', type: 'date', about: 'When.' },
    { name: 'outcome', type: 'text', about: 'What came of it. None is a failure.', oneOf: outcomes },
    { name: 'outcome_words', type: 'text', about: 'What came of it, in words.' },
    { name: 'outcome_on', type: 'date', about: 'When that was said.' },
  ],
  rows: (body) => [
    [
      body.what,
      body.owner,
      body.ownerName,
      body.by,
      body.causes,
      body.conversation,
      body.reading,
      body.statement,
      body.answer?.words,
      body.answer?.who,
      body.answer?.on,
      body.outcome?.state,
      body.outcome?.words,
      body.outcome?.on,
    ],
  ],
};

export const action = defineRecord<ActionBody>({
  kind: 'action',
  schema: 1,
  body: actionBody,
  table,
  summary: (body) => ({
    title: { said: body.what },
    detail: body.outcome
      ? { key: `actions.outcome.${body.outcome.state}` }
      : owesAnswer(body)
        ? { key: 'actions.owes' }
        : { key: `actions.owner.${body.owner}` },
  }),
  lines: (body) => {
    const lines: Line[] = [
      { label: 'actions.what', words: { said: body.what } },
      { label: 'actions.owner', words: { key: `actions.owner.${body.owner}` } },
    ];
    if (body.ownerName) lines.push({ label: 'actions.ownerName', words: { said: body.ownerName } });
    if (body.by) lines.push({ label: 'actions.by', words: { day: body.by } });
    if (body.statement) {
      lines.push({ label: 'actions.statement', words: { key: `readings.statement.${body.statement}` } });
    }
    if (body.causes.length > 0) {
      const list = body.causes.map((cause) => ({ key: `conversations.cause.${cause}` }));
      lines.push({ label: 'conversations.causes', words: { list } });
    }
    if (body.answer) {
      const { words, who, on } = body.answer;
      lines.push({ label: 'actions.answer', words: { said: words } });
      if (who) lines.push({ label: 'actions.answeredBy', words: { said: who } });
      lines.push({ label: 'actions.answeredOn', words: { day: on } });
    }
    if (body.outcome) {
      const { state, words, on } = body.outcome;
      lines.push({ label: 'actions.outcome', words: { key: `actions.outcome.${state}` } });
      if (words) lines.push({ label: 'actions.outcomeWords', words: { said: words } });
      lines.push({ label: 'actions.outcomeOn', words: { day: on } });
    }
    return lines;
  },
});
