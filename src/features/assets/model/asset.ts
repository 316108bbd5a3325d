/** An asset: something a person knows, can do or cares about ("heads, hands, hearts"). */
import * as z from 'zod/mini';
import { attachmentRef } from '../../../core/attachment-ref.ts';
import { recordRef, shortText, someText } from '../../../core/body-fields.ts';
import { defineRecord, type Line } from '../../../core/define-record.ts';
import type { RecordTable } from '../../../core/record-table.ts';

/** Head: knowledge. Hand: skill. Heart: what one cares about. In this order everywhere, none above another. */
export const parts = ['head', 'hand', 'heart'] as const;
export type Part = (typeof parts)[number];

/** Where it comes from. Each counts the same. */
export const origins = ['course', 'job', 'home', 'community', 'other'] as const;
export type Origin = (typeof origins)[number];

export const assetBody = z.object({
  what: shortText,
  part: z.enum(parts),
  more: z.optional(someText),
  origin: z.optional(z.enum(origins)),
  originWords: z.optional(someText),
  photos: z.array(attachmentRef).check(z.maxLength(12)),
  voice: z.optional(attachmentRef),
  /** Where it is used in the project, in words. */
  usedIn: z.optional(someText),
  /** Claimed as prior learning: something learned before or elsewhere that should count here. */
  priorLearning: z.boolean(),
  priorLearningWords: z.optional(someText),
  /** Competences it speaks to, by their own names. */
  competences: z.array(shortText),
  /** Who brought it up, where that was somebody else: a record id, or a first name. */
  broughtUpBy: z.optional(z.union([recordRef, shortText])),
});
export type AssetBody = z.infer<typeof assetBody>;

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
      body.voice ? [body.voice] : [],
    ],
  ],
};

export const asset = defineRecord<AssetBody>({
  kind: 'asset',
  schema: 1,
  body: assetBody,
  table,
  attachments: (body) => [...(body.voice ? [body.voice] : []), ...body.photos],
  summary: (body) => ({
    title: { said: body.what },
    detail: { key: `assets.part.${body.part}` },
    photos: body.photos,
    voice: body.voice,
  }),
  lines: (body) => {
    const lines: Line[] = [
      { label: 'assets.what', words: { said: body.what } },
      { label: 'assets.part', words: { key: `assets.part.${body.part}` } },
    ];
    const said = (label: string, text: string | undefined) =>
      text && lines.push({ label, words: { said: text } });
    said('assets.more', body.more);
    if (body.origin) lines.push({ label: 'assets.origin', words: { key: `assets.origin.${body.origin}` } });
    said('assets.originWords', body.originWords);
    if (body.voice) lines.push({ label: 'assets.evidence', media: [body.voice] });
    if (body.photos.length > 0) lines.push({ label: 'assets.evidence', media: body.photos });
    said('assets.usedIn', body.usedIn);
    if (body.priorLearning)
      lines.push({ label: 'assets.priorLearning', words: { key: 'assets.priorLearning.yes' } });
    said('assets.priorLearningWords', body.priorLearningWords);
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
