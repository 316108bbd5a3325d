/** Where the app is: nobody here yet, choosing who it is, somebody's vault open, or storage out of reach. */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { Environment } from '../core/environment.ts';
import type { Owner, Store } from '../core/store.ts';

/** Somebody who uses this phone, as the list of people shows them. */
export interface PhonePerson {
  id: string;
  personId: string;
  label: string;
  /** Moment their space was made. */
  createdAt: string;
  ownPhone: boolean;
}

/** The list of the people on this phone; `storage/directory.ts` keeps it. */
export interface PeopleList<Entry extends PhonePerson> {
  list(): Promise<Entry[]>;
  create(about: { label: string; ownPhone: boolean; personId?: string | undefined }): Promise<Entry>;
  rename(id: string, label: string): Promise<void>;
}

export type Phase =
  | { at: 'first-run'; others: boolean }
  | { at: 'choose'; people: PhonePerson[] }
  | { at: 'open'; entry: PhonePerson; store: Store; owner: Owner }
  | { at: 'out-of-reach'; why: string };

/** What the first run finds out. */
export interface NewPerson {
  name: string;
  ownPhone: boolean;
  /** Given where the person's records come from a file and they go on as the same person. */
  personId?: string | undefined;
}

export interface AppState {
  readonly phase: ReadonlySignal<Phase>;
  /** Makes a vault and opens it; throws nothing: says why it could not. */
  begin(person: NewPerson): Promise<{ status: 'begun'; store: Store } | { status: 'failed'; why: string }>;
  open(person: PhonePerson): Promise<void>;
  /** Closes the open vault and asks who is there. */
  leave(): Promise<void>;
  /** Keeps the name on the list of people true to what the person wants to be called now. */
  knownAs(name: string): void;
  /** From the choice of people to a new person's first run. */
  addPerson(): void;
}

export interface AppParts<Entry extends PhonePerson> {
  directory: PeopleList<Entry>;
  /** Opens a person's vault. */
  openVault(entry: Entry): Promise<Store & { close(): void }>;
  environment: Environment;
  /** Called with the store once a new person's vault is open, to write who they are. */
  introduce(store: Store, name: string): Promise<{ status: string }>;
}

/** Looks who is on this phone and starts there: one person on their own phone goes straight in. */
export async function createAppState<Entry extends PhonePerson>(parts: AppParts<Entry>): Promise<AppState> {
  const { directory } = parts;
  const phase = signal<Phase>({ at: 'first-run', others: false });
  let close = () => {};

  async function open(entry: Entry): Promise<void> {
    close();
    try {
      const store = await parts.openVault(entry);
      close = () => store.close();
      phase.value = { at: 'open', entry, store, owner: store.owner };
    } catch (error) {
      phase.value = { at: 'out-of-reach', why: String(error) };
    }
  }

  async function arrive(): Promise<void> {
    const people = await directory.list();
    const [only, ...others] = people;
    if (!only) phase.value = { at: 'first-run', others: false };
    else if (others.length === 0 && only.ownPhone) await open(only);
    else phase.value = { at: 'choose', people };
  }

  await arrive().catch((error: unknown) => {
    phase.value = { at: 'out-of-reach', why: String(error) };
  });

  return {
    phase,
    async open({ id }) {
      const entry = (await directory.list()).find((person) => person.id === id);
      if (entry) await open(entry);
      else await arrive();
    },
    async begin({ name, ownPhone, personId }) {
      try {
        const entry = await directory.create({ label: name, ownPhone, personId });
        const store = await parts.openVault(entry);
        if (!personId) await parts.introduce(store, name);
        close = () => store.close();
        phase.value = { at: 'open', entry, store, owner: store.owner };
        return { status: 'begun', store };
      } catch (error) {
        return { status: 'failed', why: String(error) };
      }
    },
    async leave() {
      close();
      close = () => {};
      phase.value = { at: 'choose', people: await directory.list() };
    },
    knownAs(name) {
      const now = phase.value;
      if (now.at !== 'open' || now.entry.label === name) return;
      now.entry.label = name;
      // The list is a convenience: a name that could not be renewed there harms nothing.
      directory.rename(now.entry.id, name).catch(() => undefined);
    },
    addPerson() {
      phase.value = { at: 'first-run', others: true };
    },
  };
}
