/** A person: the name they want to be called by, and no more than is needed. */
import * as z from 'zod/mini';
import { someText, shortText } from '../../../core/body-fields.ts';
import { defineRecord, type Line } from '../../../core/define-record.ts';
import type { RecordTable } from '../../../core/record-table.ts';
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

/** How people lie in a table: one row a person. */
const table: RecordTable<PersonBody> = {
  name: 'people',
  about: 'One row for each person, by the name they want to be called by.',
  columns: [
    { name: 'name', type: 'text', about: 'The name to be called by.' },
    { name: 'pronouns', type: 'text', about: 'As the person gives them.' },
    { name: 'roles', type: 'list', about: 'The roles the person has.', oneOf: roles },
    { name: 'languages', type: 'list', about: 'Language tags (BCP 47), best first.' },
    { name: 'reach', type: 'text', about: 'How to reach the person.' },
  ],
  rows: (body) => [[body.name, body.pronouns, body.roles, body.languages, body.reach]],
};

export const person = defineRecord<PersonBody>({
  kind: 'person',
  schema: 1,
  body: personBody,
  table,
  inStory: false,
  summary: (body) => ({ title: { said: body.name } }),
  lines: (body) => {
    const lines: Line[] = [{ label: 'people.name', words: { said: body.name } }];
    if (body.pronouns) lines.push({ label: 'people.pronouns', words: { said: body.pronouns } });
    if (body.reach) lines.push({ label: 'people.reach', words: { said: body.reach } });
    return lines;
  },
});
