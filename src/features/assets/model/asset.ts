/** An asset: something a person knows, can do or cares about ("heads, hands, hearts"). */
import * as z from 'zod/mini';
import { attachmentRef } from '../../../core/attachment-ref.ts';
import { recordRef, shortText, someText } from '../../../core/body-fields.ts';
import { defineRecord, type AttachmentRef, type Line } from '../../../core/define-record.ts';
import type { RecordTable } from '../../../core/record-table.ts';
import { isSaid, linesOf, titleOf, type Said } from '../../../core/said.ts';

/** Head: knowledge. Hand: skill. Heart: what one cares about. In this order everywhere, none above another. */
export const parts = ['head', 'hand', 'heart'] as const;
export type Part = (typeof parts)[number];

/** Where it comes from. Each counts the same. */
export const origins = ['course', 'job', 'home', 'community', 'other'] as const;
export type Origin = (typeof origins)[number];

export const assetBody = z
  .object({
    what: z.optional(shortText),
    whatVoice: z.optional(attachmentRef),
    part: z.enum(parts),
    more: z.optional(someText),
    origin: z.optional(z.enum(origins)),
    originWords: z.optional(someText),
    originVoice: z.optional(attachmentRef),
    photos: z.array(attachmentRef).check(z.maxLength(12)),
    /** More about it, spoken. */
    voice: z.optional(attachmentRef),
    /** Where it is used in the project. */
    usedIn: z.optional(someText),
    usedInVoice: z.optional(attachmentRef),
    /** Claimed as prior learning: something learned before or elsewhere that should count here. */
    priorLearning: z.boolean(),
    priorLearningWords: z.optional(someText),
    priorLearningVoice: z.optional(attachmentRef),
    /** Competences it speaks to, by their own names. */
    competences: z.array(shortText),
    /** Who brought it up, where that was somebody else: a record id, or a first name. */
    broughtUpBy: z.optional(z.union([recordRef, shortText])),
  })
  .check(z.refine((body) => isSaid(whatItIs(body)), 'nothing is said'));
export type AssetBody = z.infer<typeof assetBody>;

/** What it is, as it was said. */
export function whatItIs({ what, whatVoice }: Pick<AssetBody, 'what' | 'whatVoice'>): Said {
  return { words: what, voice: whatVoice };
}

/** How assets lie in a table: one row an asset. */
const table: RecordTable<AssetBody> = {
  name: 'assets',
  about: 'One row for each thing a person knows, can do or cares about.',
  columns: [
    { name: 'what', type: 'text', about: 'What it is, in the person’s words.' },
    {
      name: 'part',
      type: 'text',
      about: 'head: something known; hand: something one can do; heart: something cared about.',
      oneOf: parts,
    },
    { name: 'more', type: 'text', about: 'More about it.' },
    { name: 'origin', type: 'text', about: 'Where it comes from. Each counts the same.', oneOf: origins },
    { name: 'origin_words', type: 'text', about: 'Where it comes from, in words.' },
    { name: 'used_in_project', type: 'text', about: 'Where it is used in the project.' },
    { name: 'prior_learning', type: 'boolean', about: 'true where it should count as learned before.' },
    { name: 'prior_learning_words', type: 'text', about: 'Why it should count.' },
    { name: 'competences', type: 'list', about: 'The competences it speaks to.' },
    { name: 'brought_up_by', type: 'text', about: 'Who brought it up: a person id or a first name.' },
    { name: 'photos', type: 'files', about: 'Photos that show it.' },
    { name: 'recording', type: 'files', about: 'A recording about it.' },
    { name: 'what_recording', type: 'files', about: 'What it is, spoken.' },
    { name: 'origin_recording', type: 'files', about: 'Where it comes from, spoken.' },
    { name: 'used_in_recording', type: 'files', about: 'Where it is used in the project, spoken.' },
    { name: 'prior_learning_recording', type: 'files', about: 'Why it should count, spoken.' },
  ],
  rows: (body) => [
    [
      body.what,
      body.part,
      body.more,
      body.origin,
      body.originWords,
      body.usedIn,
      body.priorLearning,
      body.priorLearningWords,
      body.competences,
      body.broughtUpBy,
      body.photos,
      recording(body.voice),
      recording(body.whatVoice),
      recording(body.originVoice),
      recording(body.usedInVoice),
      recording(body.priorLearningVoice),
    ],
  ],
};

function recording(voice: AttachmentRef | undefined): AttachmentRef[] {
  return voice ? [voice] : [];
}

export const asset = defineRecord<AssetBody>({
  kind: 'asset',
  // Schema 2: what had to be written can be spoken instead. What was written before is as it was.
  schema: 2,
  upgrades: { 1: (body) => body },
  body: assetBody,
  table,
  attachments: ({ whatVoice, voice, originVoice, usedInVoice, priorLearningVoice, photos }) => [
    ...[whatVoice, voice, originVoice, usedInVoice, priorLearningVoice].flatMap((one) => recording(one)),
    ...photos,
  ],
  summary: (body) => ({
    title: titleOf(whatItIs(body)),
    detail: { key: `assets.part.${body.part}` },
    photos: body.photos,
    voice: body.whatVoice ?? body.voice,
  }),
  lines: (body) => {
    const lines: Line[] = [
      ...linesOf('assets.what', whatItIs(body)),
      { label: 'assets.part', words: { key: `assets.part.${body.part}` } },
    ];
    const said = (label: string, words: string | undefined, voice?: AttachmentRef) =>
      lines.push(...linesOf(label, { words, voice }));
    said('assets.more', body.more);
    if (body.origin) lines.push({ label: 'assets.origin', words: { key: `assets.origin.${body.origin}` } });
    said('assets.originWords', body.originWords, body.originVoice);
    if (body.voice) lines.push({ label: 'assets.evidence', media: [body.voice] });
    if (body.photos.length > 0) lines.push({ label: 'assets.evidence', media: body.photos });
    said('assets.usedIn', body.usedIn, body.usedInVoice);
    if (body.priorLearning)
      lines.push({ label: 'assets.priorLearning', words: { key: 'assets.priorLearning.yes' } });
    said('assets.priorLearningWords', body.priorLearningWords, body.priorLearningVoice);
    if (body.competences.length > 0) {
      lines.push({
        label: 'assets.competences',
        words: { list: body.competences.map((name) => ({ said: name })) },
      });
    }
    said('assets.broughtUpBy', body.broughtUpBy);
    return lines;
  },
});
