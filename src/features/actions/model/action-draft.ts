/** An action while it is being written down, the project's answer to it, and what came of it. Pure. */
import * as z from 'zod/mini';
import { attachmentRef } from '../../../core/attachment-ref.ts';
import { day, recordRef } from '../../../core/body-fields.ts';
import { isSaid, onlySaid } from '../../../core/said.ts';
import type { Version } from '../../../core/version.ts';
import { outcomes, owners, toDo, type ActionBody } from './action.ts';

/** What a person fills in; `owner` is not there until it is chosen. */
export const actionFields = z.object({
  what: z.string(),
  voice: z.optional(attachmentRef),
  owner: z.optional(z.enum(owners)),
  ownerName: z.string(),
  by: z.nullable(day),
});
export type ActionFields = z.infer<typeof actionFields>;

export const blankFields: ActionFields = { what: '', ownerName: '', by: null };

/** Of the version that is being changed, and the rivals put together in it; nothing where the action is new. */
const begun = { base: z.optional(z.string()), settles: z.optional(z.array(z.string())) };
export type Begun = Pick<ActionDraft, 'base' | 'settles'>;

/** Where a change to this version begins. */
export function begunFrom({ rev, settles }: Pick<Version, 'rev' | 'settles'>): Begun {
  return { base: rev, ...(settles ? { settles } : {}) };
}

/** An action of its own, new or being changed. */
export const actionDraft = z.object({
  id: recordRef,
  ...begun,
  fields: actionFields,
  audience: z.enum(['me', 'team']),
  /** The day it was. Not there: today for a new one, as it was for one that is being changed. */
  day: z.optional(day),
});
export type ActionDraft = z.infer<typeof actionDraft>;

export const answerDraft = z.object({
  ...begun,
  words: z.string(),
  voice: z.optional(attachmentRef),
  who: z.string(),
  on: day,
});
export type AnswerDraft = z.infer<typeof answerDraft>;

/** The answer laid open, or a blank one of `today` for who was asked. */
export function answerDraftOf(version: Version<ActionBody>, today: string): AnswerDraft {
  const { answer, ownerName = '' } = version.body;
  const { words = '', voice, who = ownerName, on = today } = answer ?? {};
  return { ...begunFrom(version), words, ...(voice ? { voice } : {}), who, on };
}

export const outcomeDraft = z.object({
  ...begun,
  state: z.optional(z.enum(outcomes)),
  words: z.string(),
  voice: z.optional(attachmentRef),
  on: day,
});
export type OutcomeDraft = z.infer<typeof outcomeDraft>;

/** The outcome laid open, or a blank one of `today`. */
export function outcomeDraftOf(version: Version<ActionBody>, today: string): OutcomeDraft {
  const { state, words = '', voice, on = today } = version.body.outcome ?? {};
  return { ...begunFrom(version), state, words, ...(voice ? { voice } : {}), on };
}

/** What is still needed: what will be done, who does it, and whose name where it is somebody else. */
export type MissingField = 'what' | 'owner' | 'ownerName';

export function missingIn(fields: ActionFields): MissingField[] {
  const { owner, ownerName } = fields;
  const missing: MissingField[] = [];
  if (!isSaid(toDo(fields))) missing.push('what');
  if (owner === undefined) missing.push('owner');
  if (owner === 'other' && ownerName.trim() === '') missing.push('ownerName');
  return missing;
}

type Said = Pick<ActionBody, 'what' | 'voice' | 'owner' | 'ownerName' | 'by'>;

/** The fields as an action keeps them; null while something is missing. A name is not kept for oneself. */
export function saidIn(fields: ActionFields): Said | null {
  const { owner, ownerName, by } = fields;
  if (owner === undefined || missingIn(fields).length > 0) return null;
  const { words, voice } = onlySaid(toDo(fields));
  return {
    ...(words ? { what: words } : {}),
    ...(voice ? { voice } : {}),
    owner,
    ...(owner !== 'me' && ownerName.trim() ? { ownerName: ownerName.trim() } : {}),
    ...(by ? { by } : {}),
  };
}

/** The fields of an action laid open again. */
export function fieldsOf({ what, voice, owner, ownerName, by }: ActionBody): ActionFields {
  return { what: what ?? '', ...(voice ? { voice } : {}), owner, ownerName: ownerName ?? '', by: by ?? null };
}
