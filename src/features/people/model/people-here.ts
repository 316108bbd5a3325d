/** The others whose records are here, as a list to find somebody in. Pure. */
import type { Version } from '../../../core/version.ts';
import { fold, matcher } from '../../story/model/search-words.ts';
import type { PersonBody } from './person.ts';

export interface Somebody {
  id: string;
  /** null where they have not shared it. */
  name: string | null;
  pronouns?: string | undefined;
}

interface Here {
  /** Whom and what the records here are about. */
  subjects: readonly string[];
  named: readonly Version<PersonBody>[];
  /** The owner, and sites: no others. */
  leaveOut: ReadonlySet<string>;
}

/**
 * By name, as the alphabet of `language` has it; those without one come last, in an order that says nothing about them.
 * Never by what anybody scored.
 */
export function peopleHere({ subjects, named, leaveOut }: Here, language: string | string[]): Somebody[] {
  // One for all: to compare by a language takes longer to prepare than to do.
  const { compare } = new Intl.Collator(language);
  const known = named
    .filter(({ id }) => !leaveOut.has(id))
    .map(({ id, body }): Somebody => ({ id, name: body.name, pronouns: body.pronouns }))
    .sort((a, b) => compare(a.name ?? '', b.name ?? '') || (a.id < b.id ? -1 : 1));
  const names = new Set(known.map(({ id }) => id));
  const nameless = subjects.filter((id) => !names.has(id) && !leaveOut.has(id)).sort();
  return [...known, ...nameless.map((id): Somebody => ({ id, name: null }))];
}

/** Those whose name holds every word that was typed, however it is spelled; everybody while nothing is typed. */
export function findPeople(people: readonly Somebody[], typed: string): Somebody[] {
  if (typed.trim() === '') return [...people];
  const matches = matcher(typed);
  return people.filter(({ name }) => name !== null && matches(fold(name)));
}
