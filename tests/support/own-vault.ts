/** A phone of one person with the real kinds of record, for tests of what a feature keeps. */
import { vi } from 'vitest';
import type { Store } from '../../src/core/store.ts';
import { records } from '../../src/records.ts';
import type { Vault } from '../../src/storage/open-vault.ts';
import { openTestVault, rawTables, type TestVault } from './vault.ts';

export interface OwnVault extends TestVault {
  /** Ids of the records that wait to be sent. */
  outbox(): Promise<string[]>;
  /** Keys of the drafts that are here. */
  drafts(): Promise<string[]>;
}

/** Opens it; `vault` knows every kind the app knows. */
export async function openOwnVault(): Promise<OwnVault> {
  const phone = await openTestVault();
  phone.vault.close();
  const vault: Vault = await phone.openTab(records);
  const read = async (table: string, column: string) => {
    const rows = (await rawTables(phone.id))[table] ?? [];
    return rows.map((row) => String(Reflect.get(Object(row), column)));
  };
  return { ...phone, vault, outbox: () => read('outbox', 'id'), drafts: () => read('drafts', 'key') };
}

/** Lets every write into one table fail as on a phone without room; `vi.restoreAllMocks()` makes room again. */
export function fillPhone(table: string): void {
  for (const name of ['put', 'add'] as const) {
    const write = IDBObjectStore.prototype[name];
    vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (this: IDBObjectStore, ...how) {
      if (this.name === table) throw new DOMException('no room', 'QuotaExceededError');
      return write.apply(this, how);
    });
  }
}

/** A photo and a recording kept on the phone, as the forms refer to them. */
export async function photoAndVoice(store: Store) {
  const photo = await store.keepAttachment(new Uint8Array([1, 2, 3]).buffer, {
    type: 'image/jpeg',
    width: 4,
    height: 3,
  });
  const voice = await store.keepAttachment(new Uint8Array([4, 5]).buffer, { type: 'audio/webm', ms: 2000 });
  if (photo.status !== 'kept' || voice.status !== 'kept') throw new Error('not kept');
  return { photo: photo.ref, voice: voice.ref };
}
