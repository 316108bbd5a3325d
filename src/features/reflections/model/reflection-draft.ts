/** A reflection while it is being written: kept at every change, and read back where it was left. Pure. */
import * as z from 'zod/mini';
import { attachmentRef } from '../../../core/attachment-ref.ts';
import { day, recordRef } from '../../../core/body-fields.ts';
import type { Version } from '../../../core/version.ts';
import { prompts, type ReflectionBody } from './reflection.ts';

export const reflectionDraft = z.object({
  /** Of the reflection it becomes, so that saving twice makes one. */
  id: recordRef,
  /** Of the version that is being changed. */
  base: z.optional(z.string()),
  words: z.string(),
  voice: z.nullable(attachmentRef),
  photos: z.array(attachmentRef),
  prompt: z.nullable(z.enum(prompts)),
  talk: z.boolean(),
  /** The day it is about. Null: today for a new one, as it was for one that is being changed. */
  day: z.nullable(day),
  audience: z.enum(['me', 'team']),
});
export type ReflectionDraft = z.infer<typeof reflectionDraft>;

/** A new one, nothing said yet, its writer's alone. */
export function blankReflection(id: string): ReflectionDraft {
  return { id, words: '', voice: null, photos: [], prompt: null, talk: false, day: null, audience: 'me' };
}

/** A reflection laid open again for changing. */
export function reflectionDraftOf({ id, rev, body, audience }: Version<ReflectionBody>): ReflectionDraft {
  const { words = '', voice = null, photos, prompt = null, talk } = body;
  return { id, base: rev, words, voice, photos, prompt, talk, day: null, audience };
}

/** True where there is nothing in it that could be kept: a question alone is no answer. */
export function saysNothing({ words, voice, photos }: ReflectionDraft): boolean {
  return !/\S/.test(words) && voice === null && photos.length === 0;
}

/** The reflection as it is kept. */
export function reflectionBodyOf({ words, voice, photos, prompt, talk }: ReflectionDraft): ReflectionBody {
  return {
    ...(/\S/.test(words) ? { words: words.trim() } : {}),
    ...(voice ? { voice } : {}),
    photos,
    ...(prompt ? { prompt } : {}),
    talk,
  };
}
