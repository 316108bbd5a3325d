/** What is kept about people: here, the owner of this vault. */
import type { Found, Live, Store, WriteOutcome } from '../../core/store.ts';
import { person, type PersonBody } from './model/person.ts';

/** Writes who the owner is, once, when their vault is new. Theirs alone until they share it. */
export function introduceOwner(store: Store, name: string, language: string): Promise<WriteOutcome> {
  const { personId, role } = store.owner;
  const body: PersonBody = { name: name.trim(), roles: [role], languages: [language] };
  return store.write([{ do: 'create', id: personId, kind: person, subject: personId, body, audience: 'me' }]);
}

/** The owner's own record; null where it is not there yet. */
export function watchOwner(store: Store): Live<Found<PersonBody> | null> {
  // The id of an owner is only ever written with the kind `person`.
  return store.watch(store.owner.personId) as Live<Found<PersonBody> | null>;
}

/** Saves a change to what is said about the owner. `base` is the rev that was looked at. */
export function changeOwner(store: Store, base: string, body: PersonBody): Promise<WriteOutcome> {
  return store.write([{ do: 'edit', id: store.owner.personId, kind: person, base, body }]);
}
