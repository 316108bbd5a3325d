/** The endpoint profile: data that tells how to speak to a server. docs/profiles.md has one explained line by line. */
import type * as z from 'zod/mini';
import { contradictionsIn } from './profile-contradictions.ts';
import { profileShape } from './profile-shape.ts';

export type Profile = z.infer<typeof profileShape>;

/** How a version lies there. */
export type DocumentLayout = Profile['document'];
export type Rule = NonNullable<Profile['rules']>[number];
/** What was asked when an answer came. `item`: one result of a batch. */
export type Asked = NonNullable<Rule['on']>[number];

/** A profile that can be worked with. `readProfile` (read-profile.ts) says in words what is wrong with one that cannot. */
export const profileSchema = profileShape.check((found) => {
  for (const { path, message } of contradictionsIn(found.value)) {
    found.issues.push({ code: 'custom', path, message, input: found.value });
  }
});
