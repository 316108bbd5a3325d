/** The list of the people who use this phone, and how each one's vault is opened. */
import type { Environment } from '../core/environment.ts';
import { createId } from '../core/ids.ts';
import Dexie, { type Table } from 'dexie';
import { describeDatabase, vaultName } from './database.ts';
import { createDeviceHolder, unlock, type KeyHolder } from './keys.ts';
import { directoryMigrations } from './migrations.ts';
import { createSealer, type Place, type Sealer } from './seal.ts';

/** One person's vault as the first screen shows it. `openVault` takes it. */
export interface VaultEntry {
  id: string;
  /** The id of the person it belongs to: the `subject` of what they record about themselves. */
  personId: string;
  /** What the person wants to be called; empty where it can no longer be read. */
  label: string;
  createdAt: string;
  /** True where the phone is theirs alone. */
  ownPhone: boolean;
  /** How it is locked: `holder.type`. */
  holder: KeyHolder;
}

export interface Directory {
  /** In the order they were made. */
  list(): Promise<VaultEntry[]>;
  /** `personId` is given where somebody goes on as the person they were, from a file. */
  create(about: { label: string; ownPhone: boolean; personId?: string | undefined }): Promise<VaultEntry>;
  rename(id: string, label: string): Promise<void>;
  /** Erases the vault and its key for good. Close its store before. */
  remove(id: string): Promise<void>;
  close(): void;
}

interface VaultRow extends Omit<VaultEntry, 'label'> {
  /** The label, sealed with the directory's own key. */
  label: ArrayBuffer;
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

/** Rejects where the browser gives no database at all. */
export async function openDirectory(environment: Environment): Promise<Directory> {
  const dexie = describeDatabase('plotline', directoryMigrations);
  const vaults: Table<VaultRow | RemovedRow, string> = dexie.table('vaults');
  const sealer = createSealer(await unlock(await labelsHolder(dexie)), environment);

  async function finishRemoving(id: string): Promise<void> {
    await Dexie.delete(vaultName(id));
    await vaults.delete(id);
  }

  // What a closed tab left half-removed.
  for (const row of await vaults.toArray()) if ('removed' in row) await finishRemoving(row.id);

  return {
    async list() {
      const rows = (await vaults.toArray()).filter((row): row is VaultRow => !('removed' in row));
      return Promise.all(rows.map((row) => toEntry(sealer, row)));
    },

    async create({ label, ownPhone, personId }) {
      const id = createId(environment);
      const entry: VaultEntry = {
        id,
        personId: personId ?? createId(environment),
        label,
        createdAt: new Date(environment.now()).toISOString(),
        ownPhone,
        holder: await createDeviceHolder(),
      };
      await vaults.add({ ...entry, label: await sealer.sealText(label, placeOf(id)) });
      return entry;
    },

    async rename(id, label) {
      const sealed = await sealer.sealText(label, placeOf(id));
      await dexie.transaction('rw', vaults, async () => {
        const row = await vaults.get(id);
        if (row && !('removed' in row)) await vaults.put({ ...row, label: sealed });
      });
    },

    async remove(id) {
      await vaults.put({ id, removed: true });
      await finishRemoving(id);
    },

    close: () => dexie.close(),
  };
}

/** Two tabs may start at once; the first key wins. */
async function labelsHolder(dexie: Dexie): Promise<KeyHolder> {
  const meta: Table<KeyRow, string> = dexie.table('meta');
  const here = await meta.get('labels');
  if (here) return here.holder;
  const fresh = await createDeviceHolder();
  return dexie.transaction('rw', meta, async () => {
    const first = await meta.get('labels');
    if (first) return first.holder;
    await meta.add({ name: 'labels', holder: fresh });
    return fresh;
  });
}

async function toEntry(sealer: Sealer, row: VaultRow): Promise<VaultEntry> {
  const { id, personId, createdAt, ownPhone, holder } = row;
  const label = await sealer.openText(row.label, placeOf(id)).catch(() => '');
  return { id, personId, label, createdAt, ownPhone, holder };
}

function placeOf(id: string): Place {
  return ['vault', id];
}
