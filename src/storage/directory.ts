/** The list of the people who use this phone, and how each one's vault is opened. */
import type { Environment } from '../core/environment.ts';
import { createId } from '../core/ids.ts';
import type { Live } from '../core/store.ts';
import type { Role } from '../core/version.ts';
import Dexie, { liveQuery, type Table } from 'dexie';
import { describeDatabase, vaultName } from './database.ts';
import { createDeviceHolder, unlock, type KeyHolder } from './keys.ts';
import { directoryMigrations } from './migrations.ts';
import { createSealer, type Place, type Sealer } from './seal.ts';
import { createTurns } from './turns.ts';

/** One person's vault as the first screen shows it. `openVault` takes it. */
export interface VaultEntry {
  id: string;
  /** The id of the person it belongs to: the `subject` of what they record about themselves. */
  personId: string;
  /** The role they act in. */
  role: Role;
  /** What the person wants to be called; empty where it can no longer be read. */
  label: string;
  createdAt: string;
  /** True where the phone is theirs alone. */
  ownPhone: boolean;
  /** How it is locked: `holder.type`. */
  holder: KeyHolder;
}

export interface Directory {
  /** In the order they were made; without those that are not finished. */
  list(): Promise<VaultEntry[]>;
  /** The same, again after every change, also one made in another window. */
  watch(): Live<VaultEntry[]>;
  /** As they were when the directory was opened: the first question, without asking the database again. */
  atStart(): Promise<VaultEntry[]>;
  create(about: NewVault): Promise<VaultEntry>;
  /** What was `unfinished` is there from now on. */
  finish(id: string): Promise<void>;
  rename(id: string, label: string): Promise<void>;
  /** The role they act in from now on, as an organisation gave it to them. */
  setRole(id: string, role: Role): Promise<void>;
  /** Says it now, and whenever any window has set it. Gives what ends that. */
  watchRole(id: string, see: (role: Role) => void): () => void;
  /**
   * Erases the vault, its key and its name for good; other windows that have it open are told. Close its store before.
   * Resolves once nobody can read it any more: what of it a sleeping window still holds goes when that lets go, or at a
   * later start.
   */
  remove(id: string): Promise<void>;
  /** The name given at a first run that was not finished; empty where there is none, or it is older than a day. */
  nameBegun(): Promise<string>;
  /** Keeps such a name, sealed like the others; an empty one forgets it. In the order it was asked for. */
  keepNameBegun(name: string): Promise<void>;
  close(): void;
}

interface NewVault {
  label: string;
  ownPhone: boolean;
  /** Given where somebody goes on as the person they were, from a file. */
  personId?: string | undefined;
  /** 'participant' when left out. */
  role?: Role | undefined;
  /** Not listed until `finish`, and cleared away some time after the app was closed before that. */
  unfinished?: boolean | undefined;
}

/** So old, an unfinished vault is nobody's: no other tab is still filling it. */
const UNFINISHED_MS = 60 * 60 * 1000;

/** So long, the name of a first run that was broken off is kept: whoever borrows the phone later has another. */
const NAME_BEGUN_MS = 24 * 60 * 60 * 1000;

interface VaultRow extends Omit<VaultEntry, 'label' | 'role'> {
  /** The label, sealed with the directory's own key. */
  label: ArrayBuffer;
  /** Absent in rows from before it was kept: a participant's. */
  role?: Role;
  unfinished?: true;
}

/** What is left of a vault while it is being removed: its key is gone already. */
interface RemovedRow {
  id: string;
  removed: true;
}

interface KeyRow {
  name: 'labels';
  holder: KeyHolder;
}

interface NameBegunRow {
  name: 'name-begun';
  /** Milliseconds since 1970. */
  keptAt: number;
  /** Sealed with the directory's own key. */
  sealed: ArrayBuffer;
}

type MetaTable = Table<KeyRow | NameBegunRow, string>;

/** Rejects where the browser gives no database at all. */
export async function openDirectory(environment: Environment): Promise<Directory> {
  const dexie = describeDatabase('plotline', directoryMigrations);
  const vaults: Table<VaultRow | RemovedRow, string> = dexie.table('vaults');
  const meta: MetaTable = dexie.table('meta');
  const [facts, atStart] = await dexie.transaction('r', meta, vaults, () =>
    Promise.all([meta.toArray(), vaults.toArray()]),
  );
  const holder = holderIn(facts) ?? (await makeLabelsHolder(meta));
  const sealer = createSealer(await unlock(holder), environment);
  const turns = createTurns();

  /** Nobody waits for a window that holds it and does not let go: what is left then has no key. */
  function finishRemoving(id: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const vault = new Dexie(vaultName(id), { addons: [] });
      vault.on('blocked', () => resolve());
      vault
        .delete()
        .then(() => vaults.delete(id))
        .then(resolve, reject);
    });
  }

  async function remove(id: string): Promise<void> {
    // Key and name go first: closed or killed after this, nothing readable is left, and the next start does the rest.
    await vaults.put({ id, removed: true });
    await finishRemoving(id).catch(() => undefined);
  }

  async function change(id: string, turn: (row: VaultRow) => VaultRow): Promise<void> {
    await dexie.transaction('rw', vaults, async () => {
      const row = await vaults.get(id);
      if (row && !('removed' in row)) await vaults.put(turn(row));
    });
  }

  // What a closed tab left half-removed or half-made. It is listed nowhere: nobody waits for it to be gone, and what cannot
  // go now, goes at a later start.
  for (const row of atStart) {
    const stale = 'removed' in row || (row.unfinished && isOld(row));
    if (stale) remove(row.id).catch(() => undefined);
  }

  function isOld({ createdAt }: VaultRow): boolean {
    return Date.parse(createdAt) < environment.now() - UNFINISHED_MS;
  }

  // Also where nobody comes to the first run again.
  for (const row of facts) if ('keptAt' in row && isStale(row)) meta.delete(row.name).catch(() => undefined);

  /** A clock that was put right since counts as time gone by. */
  function isStale({ keptAt }: NameBegunRow): boolean {
    return Math.abs(environment.now() - keptAt) > NAME_BEGUN_MS;
  }

  function toEntries(rows: (VaultRow | RemovedRow)[]): Promise<VaultEntry[]> {
    const listed = rows.filter((row): row is VaultRow => !('removed' in row) && !row.unfinished);
    return Promise.all(listed.map((row) => toEntry(sealer, row)));
  }

  function watchPeople(see: (people: VaultEntry[]) => void, fail?: (error: unknown) => void): () => void {
    /** Which rows are being opened; those that came later are shown instead. */
    let newest: (VaultRow | RemovedRow)[] | null = null;
    const watching = liveQuery(() => vaults.toArray()).subscribe({
      next(rows) {
        newest = rows;
        const show = (people: VaultEntry[]) => newest === rows && see(people);
        toEntries(rows).then(show, (error: unknown) => fail?.(error));
      },
      error: (error: unknown) => fail?.(error),
    });
    return () => {
      newest = null;
      watching.unsubscribe();
    };
  }

  return {
    atStart: () => toEntries(atStart),
    list: async () => toEntries(await vaults.toArray()),
    watch: () => ({ subscribe: watchPeople }),

    async create({ label, ownPhone, personId, role = 'participant', unfinished }) {
      const id = createId(environment);
      const entry: VaultEntry = {
        id,
        personId: personId ?? createId(environment),
        role,
        label,
        createdAt: new Date(environment.now()).toISOString(),
        ownPhone,
        holder: await createDeviceHolder(),
      };
      const row: VaultRow = { ...entry, label: await sealer.sealText(label, placeOf(id)) };
      await vaults.add(unfinished ? { ...row, unfinished: true } : row);
      return entry;
    },

    finish: (id) => change(id, ({ unfinished: _unfinished, ...row }) => row),

    async rename(id, label) {
      const sealed = await sealer.sealText(label, placeOf(id));
      await change(id, (row) => ({ ...row, label: sealed }));
    },

    setRole: (id, role) => change(id, (row) => ({ ...row, role })),

    watchRole(id, see) {
      const watched = liveQuery(() => vaults.get(id)).subscribe({
        next(row) {
          if (row && !('removed' in row)) see(row.role ?? 'participant');
        },
        // Known again at the next start.
        error: () => {},
      });
      return () => watched.unsubscribe();
    },

    remove,

    nameBegun: () =>
      turns.take('name', async () => {
        const row = await meta.get('name-begun');
        if (!row || !('keptAt' in row) || isStale(row)) return '';
        return sealer.openText(row.sealed, nameBegunPlace(row.keptAt)).catch(() => '');
      }),

    keepNameBegun: (name) =>
      turns.take('name', async () => {
        const keptAt = environment.now();
        if (name === '') await meta.delete('name-begun');
        else {
          const sealed = await sealer.sealText(name, nameBegunPlace(keptAt));
          await meta.put({ name: 'name-begun', keptAt, sealed });
        }
      }),

    close: () => dexie.close(),
  };
}

/** Two tabs may start at once; the first key wins. */
async function makeLabelsHolder(meta: MetaTable): Promise<KeyHolder> {
  const fresh = await createDeviceHolder();
  return meta.db.transaction('rw', meta, async () => {
    const first = holderIn(await meta.toArray());
    if (first) return first;
    await meta.add({ name: 'labels', holder: fresh });
    return fresh;
  });
}

function holderIn(facts: readonly (KeyRow | NameBegunRow)[]): KeyHolder | undefined {
  return facts.find((row) => 'holder' in row)?.holder;
}

async function toEntry(sealer: Sealer, row: VaultRow): Promise<VaultEntry> {
  const { id, personId, role = 'participant', createdAt, ownPhone, holder } = row;
  const label = await sealer.openText(row.label, placeOf(id)).catch(() => '');
  return { id, personId, role, label, createdAt, ownPhone, holder };
}

function placeOf(id: string): Place {
  return ['vault', id];
}

function nameBegunPlace(keptAt: number): Place {
  return ['name-begun', keptAt];
}
