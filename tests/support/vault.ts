/** A vault to test with: its clock is set by the test, its kinds are small, and its raw tables can be read. */
import Dexie from 'dexie';
import * as z from 'zod/mini';
import { defineRecord, type RecordKinds } from '../../src/core/define-record.ts';
import type { Environment } from '../../src/core/environment.ts';
import { createId } from '../../src/core/ids.ts';
import type { Found, Live, Owner, WriteOutcome } from '../../src/core/store.ts';
import type { Version } from '../../src/core/version.ts';
import type { BrokenReason } from '../../src/storage/connection.ts';
import { createDeviceHolder } from '../../src/storage/keys.ts';
import { openVault, type Vault } from '../../src/storage/open-vault.ts';
import { vaultName } from '../../src/storage/database.ts';

const photo = z.object({ sha256: z.string(), type: z.string(), bytes: z.number() });

/** Fields that may be put together. */
export const plan = defineRecord({
  kind: 'plan',
  schema: 1,
  body: z.object({ what: z.string(), who: z.optional(z.string()), photos: z.optional(z.array(photo)) }),
  attachments: (body) => body.photos ?? [],
  summary: (body) => ({ title: { said: body.what } }),
  lines: () => [],
});

/** Somebody's words, which are never put together. */
export const talk = defineRecord({
  kind: 'talk',
  schema: 1,
  body: z.object({ words: z.string(), mood: z.optional(z.string()) }),
  spoken: true,
  summary: (body) => ({ title: { said: body.words } }),
  lines: () => [],
});

export const kinds: RecordKinds = new Map([plan, talk].map((kind) => [kind.kind, kind]));

export interface TestEnvironment extends Environment {
  /** The wall clock; tests move it, also backwards. */
  time: number;
}

export function testEnvironment(): TestEnvironment {
  return {
    time: Date.UTC(2026, 4, 1, 9),
    now() {
      return this.time;
    },
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  };
}

export interface TestVault {
  id: string;
  environment: TestEnvironment;
  owner: Owner;
  vault: Vault;
  broken: BrokenReason[];
  /** Another tab of the same browser with the same vault. */
  openTab(records?: RecordKinds): Promise<Vault>;
  newId(): string;
}

export async function openTestVault(): Promise<TestVault> {
  const environment = testEnvironment();
  const newId = () => createId(environment);
  const entry = { id: newId(), holder: await createDeviceHolder() };
  const owner: Owner = { personId: newId(), role: 'participant' };
  const broken: BrokenReason[] = [];
  const openTab = (records = kinds) =>
    openVault(entry, {
      environment,
      records,
      owner,
      onBroken: (reason) => broken.push(reason),
    });
  return { id: entry.id, environment, owner, vault: await openTab(), broken, openTab, newId };
}

/** Removes every database of this phone. */
export async function clearPhone(): Promise<void> {
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
}

/** Every row of every table of a vault, read past the app. */
export async function rawTables(vaultId: string): Promise<Record<string, unknown[]>> {
  const raw = await new Dexie(vaultName(vaultId)).open();
  const tables = await Promise.all(
    raw.tables.map(async (table): Promise<[string, unknown[]]> => [table.name, await table.toArray()]),
  );
  raw.close();
  return Object.fromEntries(tables);
}

/** Changes a row past the app, as a fault of the phone would. */
export async function tamper(
  vaultId: string,
  table: string,
  key: string | (string | number)[],
  change: object,
): Promise<void> {
  const raw = await new Dexie(vaultName(vaultId)).open();
  await raw.table(table).update(key, change);
  raw.close();
}

/** Removes a row past the app. */
export async function removeRow(vaultId: string, table: string, key: string): Promise<void> {
  const raw = await new Dexie(vaultName(vaultId)).open();
  await raw.table(table).delete(key);
  raw.close();
}

/** Waits until a live query shows what is asked for. */
export function until<T>(live: Live<T>, wanted: (value: T) => boolean): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = live.subscribe((value) => {
      if (!wanted(value)) return;
      queueMicrotask(() => stop());
      resolve(value);
    }, reject);
  });
}

/** The one version of a write that must have been saved. */
export function saved(outcome: WriteOutcome): Version {
  const version = outcome.status === 'saved' ? outcome.versions[0] : undefined;
  if (!version) throw new Error(`not saved: ${JSON.stringify(outcome)}`);
  return version;
}

/** What a person would read of some records: their bodies, or why not. */
export function bodies(items: readonly (Found | null)[]): unknown[] {
  return items.map((found) => (found?.status === 'ok' ? found.version.body : (found?.status ?? null)));
}
