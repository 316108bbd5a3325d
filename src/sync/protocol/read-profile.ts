/** A profile from outside, or what is wrong with it and where, in words for the person who wrote it. */
import { profileSchema, type Profile } from './profile.ts';

export interface ProfileFault {
  /** Where in the profile, as a JSON pointer; empty for the whole. */
  at: string;
  why: string;
}
export type ReadProfile = { status: 'profile'; profile: Profile } | { status: 'bad'; faults: ProfileFault[] };

type Issue = NonNullable<ReturnType<typeof profileSchema.safeParse>['error']>['issues'][number];

function list(values: readonly unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join(', ');
}

function sayWhy(issue: Issue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `nothing is known by the name of ${list(issue.keys)}`;
    case 'invalid_type':
      return issue.input === undefined
        ? `it is missing (${issue.expected})`
        : `it must be of type ${issue.expected}`;
    case 'invalid_value':
      return `it must be ${issue.values.length > 1 ? 'one of ' : ''}${list(issue.values)}`;
    case 'invalid_union':
      return 'it is none of the forms it can have';
    case 'too_small':
      return `it must be at least ${issue.minimum}`;
    case 'too_big':
      return `it must be at most ${issue.maximum}`;
    case 'invalid_key':
      return issue.issues[0]?.message ?? 'it has a name that cannot be';
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_element':
    case 'custom':
      return issue.message;
  }
}

/** Looks at a profile that a person wrote or was given. Never throws. */
export function readProfile(raw: unknown): ReadProfile {
  const read = profileSchema.safeParse(raw);
  if (read.success) return { status: 'profile', profile: read.data };
  const faults = read.error.issues.map((issue) => ({
    at: issue.path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    why: sayWhy(issue),
  }));
  return { status: 'bad', faults };
}

/** The same from a text, as a file or a pasted profile is. */
export function readProfileText(text: string): ReadProfile {
  try {
    return readProfile(JSON.parse(text));
  } catch (error) {
    return {
      status: 'bad',
      faults: [{ at: '', why: `it is not JSON: ${error instanceof Error ? error.message : ''}` }],
    };
  }
}
