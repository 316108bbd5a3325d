/** A reflection: words, voice, photos or any mix. The author's alone until they share it. */
import * as z from 'zod/mini';
import { attachmentRef } from '../../../core/attachment-ref.ts';
import { someText } from '../../../core/body-fields.ts';
import { defineRecord, type Line, type Summary } from '../../../core/define-record.ts';
import type { RecordTable } from '../../../core/record-table.ts';
import { opening } from './opening.ts';

/** Questions to start from, shown on request. Their texts are `reflections.prompt.<id>`. */
export const prompts = ['today', 'proud', 'hard', 'missing', 'people', 'change', 'next'] as const;
export type Prompt = (typeof prompts)[number];

export const reflectionBody = z
  .object({
    words: z.optional(someText),
    voice: z.optional(attachmentRef),
    photos: z.array(attachmentRef).check(z.maxLength(12)),
    prompt: z.optional(z.enum(prompts)),
    /** "I want to talk about this" */
    talk: z.boolean(),
  })
  .check(z.refine((body) => !!body.words || !!body.voice || body.photos.length > 0, 'it is empty'));
export type ReflectionBody = z.infer<typeof reflectionBody>;

/** How reflections lie in a table: one row a reflection. */
const table: RecordTable<ReflectionBody> = {
  name: 'reflections',
  about: 'One row for each reflection.',
  columns: [
    { name: 'words', type: 'text', about: 'What was written.' },
    { name: 'prompt', type: 'text', about: 'The question it started from, by its id.', oneOf: prompts },
    { name: 'wants_to_talk', type: 'boolean', about: 'true where the author wants to talk about it.' },
    { name: 'photos', type: 'files', about: 'Photos that belong to it.' },
    { name: 'recording', type: 'files', about: 'What was spoken.' },
  ],
  rows: (body) => [[body.words, body.prompt, body.talk, body.photos, body.voice ? [body.voice] : []]],
};

export const reflection = defineRecord<ReflectionBody>({
  kind: 'reflection',
  schema: 1,
  body: reflectionBody,
  table,
  spoken: true,
  attachments: (body) => [...(body.voice ? [body.voice] : []), ...body.photos],
  summary,
  lines: (body) => {
    const lines: Line[] = [];
    if (body.prompt)
      lines.push({ label: 'reflections.prompt', words: { key: `reflections.prompt.${body.prompt}` } });
    if (body.words) lines.push({ label: 'reflections.words', words: { said: body.words } });
    if (body.voice) lines.push({ label: 'reflections.voice', media: [body.voice] });
    if (body.photos.length > 0) lines.push({ label: 'reflections.photos', media: body.photos });
    if (body.talk) lines.push({ label: 'reflections.talk', words: { key: 'reflections.talk.yes' } });
    return lines;
  },
});

function summary({ prompt, words, photos, voice }: ReflectionBody): Summary {
  const media = { photos, voice };
  if (prompt) {
    const title = { key: `reflections.prompt.${prompt}` };
    return { title, detail: words ? { said: words } : undefined, ...media };
  }
  if (!words) return { title: { key: 'reflections.summary' }, ...media };
  const { title, rest } = opening(words);
  return { title: { said: title }, detail: rest ? { said: rest } : undefined, ...media };
}
