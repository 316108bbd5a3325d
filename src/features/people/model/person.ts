/** A person: the name they want to be called by, and no more than is needed. */
import * as z from 'zod/mini';
import { someText, shortText } from '../../../core/body-fields.ts';
import { defineRecord, type Line } from '../../../core/define-record.ts';
import { roles } from '../../../core/version.ts';

/** On purpose without any field for disability, justice status, diagnosis or ethnicity. */
export const personBody = z.object({
  name: shortText,
  pronouns: z.optional(shortText),
  roles: z.array(z.enum(roles)),
  /** BCP 47 tags, best first. */
  languages: z.array(z.string().check(z.minLength(2), z.maxLength(35))),
  reach: z.optional(someText),
});
export type PersonBody = z.infer<typeof personBody>;

export const person = defineRecord<PersonBody>({
  kind: 'person',
  schema: 1,
  body: personBody,
  inStory: false,
  summary: (body) => ({ title: { said: body.name } }),
  lines: (body) => {
    const lines: Line[] = [{ label: 'people.name', words: { said: body.name } }];
    if (body.pronouns) lines.push({ label: 'people.pronouns', words: { said: body.pronouns } });
    if (body.reach) lines.push({ label: 'people.reach', words: { said: body.reach } });
    return lines;
  },
});
