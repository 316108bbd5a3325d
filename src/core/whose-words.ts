/** Whose words a record is, and what follows from it: only who said it changes it. Pure. */
import type { Owner } from './store.ts';
import type { Version } from './version.ts';

type Words = Pick<Version, 'author' | 'subject'>;

/** True where the owner wrote it: theirs to change, to share, to hide and to bring back, whoever it is about. */
export function isByOwner(owner: Owner, { author }: Pick<Version, 'author'>): boolean {
  return author.id === owner.personId;
}

/** True where it is about the owner: part of their story, whoever wrote it. */
export function isAboutOwner(owner: Owner, { subject }: Pick<Version, 'subject'>): boolean {
  return subject === owner.personId;
}

/** Their own words, and what anybody said about them: that is theirs to erase for good. What concerns others only is not. */
export function concernsOwner(owner: Owner, version: Words): boolean {
  return isByOwner(owner, version) || isAboutOwner(owner, version);
}

/** What a command answers that would change the words of somebody else. */
export const notTheirs = { status: 'invalid', why: 'these are the words of somebody else' } as const;
