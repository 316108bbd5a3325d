/** What is kept about people: here, the owner of this vault. */
import { finishChange } from '../../core/draft-commands.ts';
import { readDraft, type LoadedDraft } from '../../core/read-draft.ts';
import type { DraftOutcome, DropOutcome, Live, Store, WriteOutcome } from '../../core/store.ts';
import { mapLive, usableOne } from '../../core/usable.ts';
import type { Version } from '../../core/version.ts';
import { personBodyOf, personDraft, type PersonDraft } from './model/person-draft.ts';
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

/** The key of the draft in which the owner changes what is said about them. */
export function ownerKey(store: Store): string {
  return `edit-person:${store.owner.personId}`;
}

export function loadOwnerDraft(store: Store): Promise<LoadedDraft<PersonDraft>> {
  return readDraft(store, ownerKey(store), personDraft);
}

export function saveOwnerDraft(store: Store, draft: PersonDraft): Promise<DraftOutcome> {
  return store.saveDraft(ownerKey(store), draft);
}

export function dropOwnerDraft(store: Store): Promise<DropOutcome> {
  return store.dropDraft(ownerKey(store));
}

/** What the form begins with: what is said now, or nothing where it cannot be read. */
export function ownerDraft(me: Version<PersonBody> | null): PersonDraft {
  if (me === null) return { name: '', pronouns: '' };
  return { base: me.rev, name: me.body.name, pronouns: me.body.pronouns ?? '' };
}

/**
 * Saves what the owner wrote about themselves and ends the draft. Where their record is missing it is written anew; where
 * it is damaged, it gets a version that can be read, and what is left of the damaged one stays in its history.
 */
export async function changeOwner(store: Store, draft: PersonDraft, language: string): Promise<WriteOutcome> {
  const { personId: id, role } = store.owner;
  const key = ownerKey(store);
  const found = await store.get(id);
  const now = usableOne(person, found);
  if (now !== null) {
    const { base } = draft;
    const { settles } = now;
    return finishChange(
      store,
      { kind: person, now, base, settles: settles ?? [], body: personBodyOf(draft, now.body) },
      key,
    );
  }
  const body = personBodyOf(draft, { name: '', roles: [role], languages: [language] });
  if (found === null) {
    return store.write([{ do: 'create', id, kind: person, subject: id, body, audience: 'me' }], {
      draft: key,
    });
  }
  const base = found.status === 'damaged' ? found.rev : found.version.rev;
  return store.write([{ do: 'edit', id, kind: person, base, body }], { draft: key });
}
