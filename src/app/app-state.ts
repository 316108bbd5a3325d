/** Where the app is: nobody here yet, choosing who it is, somebody's vault open, or storage out of reach. */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { Environment } from '../core/environment.ts';
import type { Owner, Store } from '../core/store.ts';
import type { Directory, VaultEntry } from '../storage/directory.ts';

/** What opens a person's vault; made by the composition root. */
export type OpenVault = (entry: VaultEntry) => Promise<Store & { close(): void }>;

export type Phase =
  | { at: 'first-run'; others: boolean }
  | { at: 'choose'; people: VaultEntry[] }
  | { at: 'open'; entry: VaultEntry; store: Store; owner: Owner }
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
  open(entry: VaultEntry): Promise<void>;
  /** Closes the open vault and asks who is there. */
  leave(): Promise<void>;
  /** Keeps the name on the list of people true to what the person wants to be called now. */
  knownAs(name: string): void;
  /** From the choice of people to a new person's first run. */
  addPerson(): void;
}

export interface AppParts {
  directory: Directory;
  openVault: OpenVault;
  environment: Environment;
  /** Called with the store once a new person's vault is open, to write who they are. */
  introduce(store: Store, name: string): Promise<{ status: string }>;
}

/** Looks who is on this phone and starts there: one person on their own phone goes straight in. */
export async function createAppState(parts: AppParts): Promise<AppState> {
  const { directory } = parts;
  const phase = signal<Phase>({ at: 'first-run', others: false });
  let close = () => {};

  async function open(entry: VaultEntry): Promise<void> {
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
    open,
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
