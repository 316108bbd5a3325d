/** What is said about oneself while it is being changed. Pure. */
import * as z from 'zod/mini';
import type { PersonBody } from './person.ts';

export const personDraft = z.object({
  /** The version that was looked at when it was begun; left out where it could not be read. */
  base: z.optional(z.string()),
  name: z.string(),
  pronouns: z.string(),
});
export type PersonDraft = z.infer<typeof personDraft>;

/** The body with what was written; blank pronouns are left out. */
export function personBodyOf(draft: PersonDraft, before: PersonBody): PersonBody {
  const { pronouns: _before, ...rest } = before;
  const pronouns = draft.pronouns.trim();
  return { ...rest, name: draft.name.trim(), ...(pronouns && { pronouns }) };
}
