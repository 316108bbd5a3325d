/** A talk that is being changed: what was said in it, not what it was about or what came of it. Pure. */
import * as z from 'zod/mini';
import { attachmentRef } from '../../../core/attachment-ref.ts';
import { day } from '../../../core/body-fields.ts';
import type { Version } from '../../../core/version.ts';
import { causes, type ConversationBody } from './conversation.ts';

export const talkChange = z.object({
  /** Of the version that is being changed. */
  base: z.string(),
  /** Rivals that were put together in it. */
  settles: z.optional(z.array(z.string())),
  causes: z.array(z.enum(causes)),
  words: z.string(),
  voice: z.optional(attachmentRef),
  with: z.string(),
  /** The day it was. Not there: as it was. */
  day: z.optional(day),
});
export type TalkChange = z.infer<typeof talkChange>;

/** A talk laid open again. */
export function talkChangeOf({ rev, settles, body }: Version<ConversationBody>): TalkChange {
  const { causes: chosen, words = '', voice, with: whom = '' } = body;
  return {
    base: rev,
    ...(settles ? { settles } : {}),
    causes: chosen,
    words,
    ...(voice ? { voice } : {}),
    with: whom,
  };
}

/** True where nothing is left that was said: with whom one talked says nothing by itself. */
export function saysNothing({ causes: chosen, words, voice }: TalkChange): boolean {
  return chosen.length === 0 && words.trim() === '' && voice === undefined;
}

/** The talk with what is said in it now. */
export function changedTalk(body: ConversationBody, change: TalkChange): ConversationBody {
  const { reading, instrument, statement, score, opened } = body;
  const words = change.words.trim();
  const whom = change.with.trim();
  return {
    reading,
    instrument,
    statement,
    score,
    opened,
    causes: opened === 'low' ? change.causes : [],
    ...(words ? { words } : {}),
    ...(change.voice ? { voice: change.voice } : {}),
    ...(whom ? { with: whom } : {}),
  };
}
