/** A talk while it is being written down, with the action it may lead to. Pure. */
import * as z from 'zod/mini';
import { attachmentRef } from '../../../core/attachment-ref.ts';
import { day, recordRef } from '../../../core/body-fields.ts';
import { actionFields, blankFields, type ActionFields } from '../../actions/model/action-draft.ts';
import type { ActionOwner } from '../../actions/model/action.ts';
import { causes, type Cause } from './conversation.ts';

export const talkDraft = z.object({
  /** Of the conversation and the action it becomes, so that finishing twice makes them once. */
  id: recordRef,
  actionId: recordRef,
  causes: z.array(z.enum(causes)),
  words: z.string(),
  voice: z.optional(attachmentRef),
  with: z.string(),
  /** Whether something comes of it; not there until it is said. */
  leads: z.optional(z.enum(['action', 'nothing-now'])),
  action: actionFields,
  audience: z.enum(['me', 'team']),
  /** The day it was. Not there: today. */
  day: z.optional(day),
});
export type TalkDraft = z.infer<typeof talkDraft>;

export function blankTalk(
  ids: Pick<TalkDraft, 'id' | 'actionId'>,
  audience: TalkDraft['audience'],
): TalkDraft {
  return { ...ids, causes: [], words: '', with: '', action: blankFields, audience };
}

/** True where something was said that is worth keeping. */
export function saysSomething({ causes: chosen, words, voice, leads }: TalkDraft): boolean {
  return chosen.length > 0 || words.trim() !== '' || voice !== undefined || leads === 'action';
}

/** Who would do it, going by the one cause that was named; undefined where that says nothing. */
function likelyOwner(chosen: readonly Cause[]): ActionOwner | undefined {
  const [only, ...others] = chosen;
  return others.length === 0 && (only === 'me' || only === 'project') ? only : undefined;
}

/** The action's fields, with the likely owner until the person has chosen one. */
export function actionIn({ action, causes: chosen }: TalkDraft): ActionFields {
  return action.owner === undefined ? { ...action, owner: likelyOwner(chosen) } : action;
}
