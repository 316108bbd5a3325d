/** An asset while it is being written: kept at every change, and read back where it was left. Pure. */
import * as z from 'zod/mini';
import { attachmentRef } from '../../../core/attachment-ref.ts';
import { day, recordRef } from '../../../core/body-fields.ts';
import { isSaid } from '../../../core/said.ts';
import type { Version } from '../../../core/version.ts';
import { origins, parts, whatItIs, type AssetBody } from './asset.ts';

export const assetDraft = z.object({
  /** Of the asset it becomes, so that saving twice makes one. */
  id: recordRef,
  /** Of the version that is being changed, and the rivals put together in it. */
  base: z.optional(z.string()),
  settles: z.optional(z.array(z.string())),
  what: z.string(),
  whatVoice: z.optional(attachmentRef),
  part: z.nullable(z.enum(parts)),
  more: z.string(),
  origin: z.nullable(z.enum(origins)),
  originWords: z.string(),
  originVoice: z.optional(attachmentRef),
  photos: z.array(attachmentRef),
  voice: z.nullable(attachmentRef),
  usedIn: z.string(),
  usedInVoice: z.optional(attachmentRef),
  priorLearning: z.boolean(),
  priorLearningWords: z.string(),
  priorLearningVoice: z.optional(attachmentRef),
  competences: z.array(z.string()),
  /** The competence that is just being typed. */
  competence: z.string(),
  broughtUpBy: z.string(),
  audience: z.enum(['me', 'team']),
  /** The day it was. Not there: today for a new one, as it was for one that is being changed. */
  day: z.optional(day),
});
export type AssetDraft = z.infer<typeof assetDraft>;

/** Its recordings: `voice` is the one that tells more about it. */
export const assetVoices = [
  'voice',
  'whatVoice',
  'originVoice',
  'usedInVoice',
  'priorLearningVoice',
] as const;
export type AssetVoice = (typeof assetVoices)[number];

/** A draft that can be kept: it says what it is, and which of the three. */
export type FinishedAsset = AssetDraft & { part: NonNullable<AssetDraft['part']> };

/** A new one, its writer's alone. */
export function blankAsset(id: string): AssetDraft {
  return {
    id,
    what: '',
    part: null,
    more: '',
    origin: null,
    originWords: '',
    photos: [],
    voice: null,
    usedIn: '',
    priorLearning: false,
    priorLearningWords: '',
    competences: [],
    competence: '',
    broughtUpBy: '',
    audience: 'me',
  };
}

/** An asset laid open again for telling more. */
export function assetDraftOf(version: Version<AssetBody>): AssetDraft {
  const { id, rev, settles, body, audience } = version;
  const { whatVoice, originVoice, usedInVoice, priorLearningVoice } = body;
  return {
    id,
    base: rev,
    ...(settles ? { settles } : {}),
    what: body.what ?? '',
    ...(whatVoice ? { whatVoice } : {}),
    ...(originVoice ? { originVoice } : {}),
    ...(usedInVoice ? { usedInVoice } : {}),
    ...(priorLearningVoice ? { priorLearningVoice } : {}),
    part: body.part,
    more: body.more ?? '',
    origin: body.origin ?? null,
    originWords: body.originWords ?? '',
    photos: body.photos,
    voice: body.voice ?? null,
    usedIn: body.usedIn ?? '',
    priorLearning: body.priorLearning,
    priorLearningWords: body.priorLearningWords ?? '',
    competences: body.competences,
    competence: '',
    broughtUpBy: body.broughtUpBy ?? '',
    audience,
  };
}

/** What is still needed before it can be kept; null where nothing is. */
export function stillNeeded(draft: AssetDraft): 'what' | 'part' | null {
  if (!isSaid(whatItIs(draft))) return 'what';
  return draft.part === null ? 'part' : null;
}

/** The same draft, known to be complete; null where something is still needed. */
export function finishedAsset(draft: AssetDraft): FinishedAsset | null {
  const { part } = draft;
  return part === null || stillNeeded(draft) !== null ? null : { ...draft, part };
}

/** The competences with the one that is being typed; each once, however it is capitalised. */
export function withCompetence({
  competences,
  competence,
}: Pick<AssetDraft, 'competences' | 'competence'>): string[] {
  const name = competence.trim();
  const known = competences.some((one) => one.toLocaleLowerCase() === name.toLocaleLowerCase());
  return name === '' || known ? competences : [...competences, name];
}

/** The asset as it is kept. What was left empty is left out. */
export function assetBodyOf(draft: FinishedAsset): AssetBody {
  const { part, origin, photos, voice, priorLearning } = draft;
  return {
    what: said(draft.what),
    whatVoice: draft.whatVoice,
    part,
    more: said(draft.more),
    origin: origin ?? undefined,
    originWords: said(draft.originWords),
    originVoice: draft.originVoice,
    photos,
    voice: voice ?? undefined,
    usedIn: said(draft.usedIn),
    usedInVoice: draft.usedInVoice,
    priorLearning,
    // What is said about learning it before are kept only with the claim they belong to.
    priorLearningWords: priorLearning ? said(draft.priorLearningWords) : undefined,
    priorLearningVoice: priorLearning ? draft.priorLearningVoice : undefined,
    competences: withCompetence(draft),
    broughtUpBy: said(draft.broughtUpBy),
  };
}

function said(words: string): string | undefined {
  return words.trim() || undefined;
}
