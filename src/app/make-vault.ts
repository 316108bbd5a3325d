/** Makes a new person's vault and fills it: all of it is there then, or nothing is left behind. */
import type { Store } from '../core/store.ts';
import type { SyncStore } from '../core/sync-store.ts';
import type { Role } from '../core/version.ts';
import type { PeopleList, PhonePerson } from './phone-people.ts';

/** A person's vault, as the app opens it. */
export type OpenVault = Store & {
  close(): void;
  /** What sync needs of it; its code is fetched when it is first asked for. */
  sync(): Promise<SyncStore>;
};

/** What the first run finds out. */
export interface NewPerson {
  name: string;
  ownPhone: boolean;
  /** Given where the person's records come from elsewhere and they go on as the same person. */
  from?: ComingWithRecords | undefined;
  /** Asked once their vault is filled: false where whoever began has gone away from the screen they began on. */
  waitedFor?(): boolean;
}

export interface ComingWithRecords {
  personId: string;
  role: Role;
  /** Puts the records into the new vault; false where that did not work and nothing is to be left of it. */
  bring(store: OpenVault): Promise<boolean>;
  /** What is still to be done once the vault says who they are; false as above. */
  settle?(store: OpenVault): Promise<boolean>;
  /** The role that an organisation has given them along with the records: they act in it from the start. */
  given?(): Role | null;
}

export type NotMade =
  /** That very person has a vault on this phone already. */
  | { status: 'here-already'; person: PhonePerson }
  | { status: 'not-brought' }
  | { status: 'failed'; why: string };

interface Making<Entry extends PhonePerson> {
  directory: PeopleList<Entry>;
  openStore(entry: Entry): Promise<OpenVault>;
  /** Writes who they are. */
  introduce(store: Store, name: string): Promise<{ status: string }>;
}

/** What is made is listed, and its store is open. Throws nothing. */
export async function makeVault<Entry extends PhonePerson>(
  { directory, openStore, introduce }: Making<Entry>,
  person: NewPerson,
): Promise<{ status: 'made'; entry: Entry; store: OpenVault } | NotMade> {
  const { name, ownPhone, from } = person;
  let undo = async () => {};
  try {
    const there = from && (await directory.list()).find(({ personId }) => personId === from.personId);
    if (there) return { status: 'here-already', person: there };
    const { personId, role } = from ?? {};
    const entry = await directory.create({ label: name, ownPhone, personId, role, unfinished: true });
    undo = () => directory.remove(entry.id);
    const store = await openStore(entry);
    undo = () => {
      store.close();
      return directory.remove(entry.id);
    };
    const filled = await fill(store, person, introduce);
    if (filled.status !== 'filled') {
      await undo();
      return filled;
    }
    const given = from?.given?.();
    if (given) {
      await directory.setRole(entry.id, given);
      entry.role = given;
    }
    await directory.finish(entry.id);
    return { status: 'made', entry, store };
  } catch (error) {
    // What cannot be cleared away now is not listed, and is cleared away at a later start.
    await undo().catch(() => undefined);
    return { status: 'failed', why: String(error) };
  }
}

/** Puts into a new vault what the person comes with, and who they are where that does not say it. */
async function fill(
  store: OpenVault,
  { name, from }: NewPerson,
  introduce: Making<PhonePerson>['introduce'],
): Promise<{ status: 'filled' } | NotMade> {
  if (from && !(await from.bring(store))) return { status: 'not-brought' };
  if (!(await store.get(store.owner.personId))) {
    const { status } = await introduce(store, name);
    if (status !== 'saved') return { status: 'failed', why: status };
  }
  return (await from?.settle?.(store)) === false ? { status: 'not-brought' } : { status: 'filled' };
}
