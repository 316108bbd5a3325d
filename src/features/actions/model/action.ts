/** An action: what comes of a conversation, who owns it, by when, and later what came of it. */
import * as z from 'zod/mini';
import { attachmentRef } from '../../../core/attachment-ref.ts';
import { day, recordRef, shortText, someText } from '../../../core/body-fields.ts';
import { defineRecord, type AttachmentRef, type Line, type Words } from '../../../core/define-record.ts';
import type { RecordTable } from '../../../core/record-table.ts';
import { isSaid, linesOf, titleOf, type Said } from '../../../core/said.ts';
import type { Audience, Version } from '../../../core/version.ts';
import { causes } from '../../conversations/model/conversation.ts';
import { plainStatementKey } from '../../instruments/model/statement-key.ts';

/** Who does it: the person, the project, or somebody else who is then named. */
export const owners = ['me', 'project', 'other'] as const;
export type ActionOwner = (typeof owners)[number];

/** What came of it. None is a failure; `changed` means something else was done instead. */
export const outcomes = ['done', 'partly', 'changed', 'dropped'] as const;

/** Typed, spoken, or both. */
const said = { words: z.optional(someText), voice: z.optional(attachmentRef) };

export const actionBody = z
  .object({
    what: z.optional(someText),
    /** What is to be done, spoken. */
    voice: z.optional(attachmentRef),
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
    answer: z.optional(
      z
        .object({ ...said, who: z.optional(shortText), on: day })
        .check(z.refine((answer) => isSaid(answer), 'nothing is said')),
    ),
    outcome: z.optional(z.object({ state: z.enum(outcomes), ...said, on: day })),
  })
  .check(z.refine((body) => isSaid(toDo(body)), 'nothing is said'));
export type ActionBody = z.infer<typeof actionBody>;

/** What is to be done, as it was said. */
export function toDo({ what, voice }: Pick<ActionBody, 'what' | 'voice'>): Said {
  return { words: what, voice };
}

/**
 * True while the project has taken something on and has not said what it does about it, also where it was done or let
 * go meanwhile: that was said by somebody else.
 */
export function owesAnswer(body: ActionBody): boolean {
  return body.owner === 'project' && !body.answer;
}

/**
 * True where the answer of the project is still looked for, by whoever asked or by those who were asked. What nobody saw
 * and is over presses no one any more.
 */
export function asksForAnswer({ audience, body }: Pick<Version<ActionBody>, 'audience' | 'body'>): boolean {
  return owesAnswer(body) && (audience === 'team' || !body.outcome);
}

/** In one line: what came of it, whether an answer is owed or was never asked for, or else who does it. */
function standing(body: ActionBody, audience: Audience | undefined): Words {
  const outcome = body.outcome && { key: `actions.outcome.${body.outcome.state}` };
  const asks = audience && asksForAnswer({ audience, body });
  const owes = asks ? { key: audience === 'team' ? 'actions.owes' : 'actions.unseen' } : undefined;
  if (outcome && owes) return { list: [outcome, owes] };
  return outcome ?? owes ?? { key: `actions.owner.${body.owner}` };
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
    { name: 'what_recording', type: 'files', about: 'What is to be done, spoken.' },
    { name: 'answer_recording', type: 'files', about: 'The project’s answer, spoken.' },
    { name: 'outcome_recording', type: 'files', about: 'What came of it, spoken.' },
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
      recording(body.voice),
      recording(body.answer?.voice),
      recording(body.outcome?.voice),
    ],
  ],
};

function recording(voice: AttachmentRef | undefined): AttachmentRef[] {
  return voice ? [voice] : [];
}

export const action = defineRecord<ActionBody>({
  kind: 'action',
  // Schema 2: all of it can be spoken instead of written. What was written before is as it was.
  schema: 2,
  upgrades: { 1: (body) => body },
  body: actionBody,
  table,
  attachments: ({ voice, answer, outcome }) =>
    [voice, answer?.voice, outcome?.voice].flatMap((one) => recording(one)),
  summary: (body, audience) => ({
    title: titleOf(toDo(body)),
    detail: standing(body, audience),
    voice: body.voice,
  }),
  lines: (body) => {
    const lines: Line[] = [
      ...linesOf('actions.what', toDo(body)),
      { label: 'actions.owner', words: { key: `actions.owner.${body.owner}` } },
    ];
    if (body.ownerName) lines.push({ label: 'actions.ownerName', words: { said: body.ownerName } });
    if (body.by) lines.push({ label: 'actions.by', words: { day: body.by } });
    if (body.statement) {
      lines.push({ label: 'actions.statement', words: { key: plainStatementKey(body.statement) } });
    }
    if (body.causes.length > 0) {
      const list = body.causes.map((cause) => ({ key: `conversations.cause.${cause}` }));
      lines.push({ label: 'conversations.causes', words: { list } });
    }
    if (body.answer) {
      const { who, on } = body.answer;
      lines.push(...linesOf('actions.answer', body.answer));
      if (who) lines.push({ label: 'actions.answeredBy', words: { said: who } });
      lines.push({ label: 'actions.answeredOn', words: { day: on } });
    }
    if (body.outcome) {
      const { state, on } = body.outcome;
      lines.push({ label: 'actions.outcome', words: { key: `actions.outcome.${state}` } });
      lines.push(...linesOf('actions.outcomeWords', body.outcome));
      lines.push({ label: 'actions.outcomeOn', words: { day: on } });
    }
    return lines;
  },
});
