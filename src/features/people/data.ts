/** What is kept about people: here, the owner of this vault. */
import type { Live, Store, WriteOutcome } from '../../core/store.ts';
import { mapLive, usableOne } from '../../core/usable.ts';
import type { Version } from '../../core/version.ts';
import { person, type PersonBody } from './model/person.ts';

/** Writes who the owner is, once, when their vault is new. Theirs alone until they share it. */
export function introduceOwner(store: Store, name: string, language: string): Promise<WriteOutcome> {
  const { personId, role } = store.owner;
  const body: PersonBody = { name: name.trim(), roles: [role], languages: [language] };
  return store.write([{ do: 'create', id: personId, kind: person, subject: personId, body, audience: 'me' }]);
}

/** The owner's own record; null where it is not there, or cannot be read. */
export function watchOwner(store: Store): Live<Version<PersonBody> | null> {
  return mapLive(store.watch(store.owner.personId), (found) => usableOne(person, found));
}

/** Saves a change to what is said about the owner. `from` is the version that was looked at. */
export function changeOwner(
  store: Store,
  { rev: base, settles = [] }: Version<PersonBody>,
  body: PersonBody,
): Promise<WriteOutcome> {
  return store.write([{ do: 'edit', id: store.owner.personId, kind: person, base, settles, body }]);
}
