/** What is kept about people: the owner of this vault, and those who shared their name with them. */
import { finishChange } from '../../core/draft-commands.ts';
import { readDraft, type LoadedDraft } from '../../core/read-draft.ts';
import type { DraftOutcome, DropOutcome, Live, Store, WriteOutcome } from '../../core/store.ts';
import { mapLive, usable, usableOne } from '../../core/usable.ts';
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
  return watchPerson(store, store.owner.personId);
}

/**
 * Lets those who work with the owner see their name: it is their choice, made where they connect, and can be taken back on
 * "About me". What they act as now is said with it; `role` where the vault does not know it yet. Shared already, nothing happens.
 */
export async function shareName(store: Store, role = store.owner.role): Promise<WriteOutcome> {
  const { personId: id } = store.owner;
  const now = usableOne(person, await store.get(id));
  if (!now) return { status: 'missing', id };
  const { rev: base, settles = [], audience, body } = now;
  if (audience === 'team' && body.roles.includes(role)) return { status: 'saved', versions: [] };
  const roles = body.roles.includes(role) ? body.roles : [...body.roles, role];
  const shared = { ...body, roles };
  return store.write([{ do: 'edit', id, kind: person, base, settles, body: shared, audience: 'team' }]);
}

/** Everybody whose name is here, the owner too. */
export function watchNamed(store: Store): Live<Version<PersonBody>[]> {
  return mapLive(store.watchList({ kinds: [person.kind] }), ({ items }) => usable(person, items));
}

/** Somebody's own record; null where they have not shared it, or it cannot be read. */
export function watchPerson(store: Store, id: string): Live<Version<PersonBody> | null> {
  return mapLive(store.watch(id), (found) => usableOne(person, found));
}

/** Whom and what the records here are about. */
export function watchSubjects(store: Store): Live<string[]> {
  return store.watchSubjects();
}

/** The newest of what is here about somebody that belongs in a story; null where nothing does. */
export function watchNewest(
  store: Store,
  subject: string,
  kinds: readonly string[],
): Live<Pick<Version, 'kind' | 'occurredAt'> | null> {
  return mapLive(store.watchList({ subject, kinds, limit: 1 }), ({ items: [newest] }) =>
    newest ? (newest.status === 'damaged' ? newest : newest.version) : null,
  );
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
