import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Dexie from 'dexie';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { describeVault, vaultName } from '../../../src/storage/database.ts';
import { vaultMigrations } from '../../../src/storage/migrations.ts';
import { openVault } from '../../../src/storage/open-vault.ts';
import { bodies, kinds, openTestVault, plan, saved, testEnvironment, until } from '../../support/vault.ts';

/** A database as a released version left it; bytes are `{ "base64": … }`. Made once for each release, never changed. */
const releaseSchema = z.object({
  version: z.int(),
  key: z.string(),
  stores: z.record(z.string(), z.string()),
  tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
});
const bytesSchema = z.strictObject({ base64: z.string() });

const folder = join(import.meta.dirname, 'released');
const releases = readdirSync(folder).map((file) =>
  releaseSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
);

function bytesOf(base64: string): ArrayBuffer {
  return new Uint8Array(Buffer.from(base64, 'base64')).buffer;
}

function revive(value: unknown): unknown {
  const bytes = bytesSchema.safeParse(value);
  if (bytes.success) return bytesOf(bytes.data.base64);
  if (Array.isArray(value)) return value.map(revive);
  return typeof value === 'object' && value !== null ? reviveRow(value) : value;
}

function reviveRow(row: object): object {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, revive(value)]));
}

test('there is a database of every released version to test with', () => {
  expect(releases.map((release) => release.version).toSorted((a, b) => a - b)).toEqual(
    vaultMigrations.map((each) => each.version),
  );
});

const owner = { personId: '01970000-0000-7000-8000-000000000002', role: 'participant' } as const;
const hub = '01970000-0000-7000-8000-0000000000c1';

/** What an app of that version left, opened by this one. */
async function openRelease(version: number) {
  const release = releases.find((each) => each.version === version);
  if (!release) throw new Error(`no version ${version}`);
  const id = `released-${version}`;
  await Dexie.delete(vaultName(id));
  const old = new Dexie(vaultName(id));
  old.version(version).stores(release.stores);
  for (const [table, rows] of Object.entries(release.tables))
    await old.table(table).bulkPut(rows.map(reviveRow));
  old.close();
  const key = await crypto.subtle.importKey('raw', bytesOf(release.key), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);
  const entry = { id, holder: { type: 'device', key } } as const;
  const vault = await openVault(entry, { environment: testEnvironment(), records: kinds, owner });
  return { vault };
}

test.each(releases)('version $version opens in this app with all that was in it', async ({ version }) => {
  const { vault } = await openRelease(version);
  const { items } = await vault.list({ subject: owner.personId, order: 'oldest' });
  expect(bodies(items).slice(0, 2)).toMatchObject([{ what: 'dig deep' }, { words: 'wet' }]);
  const [first] = items;
  const changed = first?.status === 'ok' ? first.version : null;
  expect(bodies(await vault.history(changed?.id ?? ''))).toHaveLength(2);
  expect(await vault.draft('plan:me')).toMatchObject({ value: { what: 'half' } });
  const { sha256 } = z.object({ photos: z.tuple([z.object({ sha256: z.string() })]) }).parse(changed?.body)
    .photos[0];
  expect(new TextDecoder().decode((await vault.attachment(sha256)) ?? new ArrayBuffer())).toBe('face');
  saved(
    await vault.write([
      { do: 'edit', id: changed?.id ?? '', kind: plan, base: changed?.rev ?? '', body: { what: 'on' } },
    ]),
  );
  vault.close();
});

test('what waited before there were connections is sent once there is one, in its order', async () => {
  const { vault } = await openRelease(1);
  const sync = await vault.sync();
  await sync.saveConnection({ id: hub, carries: 'everything', settings: {} });
  const { items } = await sync.outgoing(hub, { limit: 9 });
  expect(items.map(({ version: { rev } }) => rev.slice(0, 17))).toEqual([
    '019de2c42a80-0000',
    '019de2c42e68-0000',
    '019de2c42e68-0003',
  ]);
  expect(await until(sync.watchNotReceived(), (all) => all.length === 3)).toMatchObject(
    Array.from({ length: 3 }, () => ({ kind: 'plan', subject: owner.personId, state: 'waiting' })),
  );
  vault.close();
});

test.each([2, 3, 4])('what version %i knew of its connections is all there', async (version) => {
  const { vault } = await openRelease(version);
  const sync = await vault.sync();
  expect(await sync.connections()).toMatchObject([
    { id: hub, settings: { token: 'xyz' } },
    { carries: 'mine' },
  ]);
  expect(await sync.cursor(hub)).toBe('page 1');
  expect(await until(sync.watchSetAside(), () => true)).toMatchObject([{ key: 'odd', raw: { odd: 1 } }]);
  expect(await sync.wanted(9)).toMatchObject([{ ref: { bytes: 4 }, have: new Uint8Array([1, 2]) }]);
  const waiting = await until(sync.watchNotReceived(), (all) => all.length > 0);
  expect(waiting.filter(({ connection }) => connection === hub)).toMatchObject([
    { state: 'waiting', wordsThere: true },
    { state: 'refused', refused: { why: 'No room for "on"' } },
  ]);
  const hasty = await vault.history('01970000-0000-7000-8000-000000000023');
  expect(hasty).toMatchObject([{ delivery: 'here' }, { delivery: 'here', version: { audience: 'team' } }]);
  expect(await vault.get('01970000-0000-7000-8000-000000000022')).toBeNull();
  vault.close();
});

test('definitions that came along are there from version 3 on, and can come to an older one', async () => {
  const soil = { id: 'soil-skills', version: 2, title: { en: 'Soil skills' }, from: 'a garden' };
  for (const { version } of releases) {
    const { vault } = await openRelease(version);
    expect(await vault.definitions()).toEqual(version < 3 ? [] : [soil]);
    expect(await vault.apply([], [soil])).toMatchObject({ status: 'applied' });
    expect(await vault.definitions()).toEqual([soil]);
    vault.close();
  }
});

test('what stands in packs from version 4 on is read and can be changed', async () => {
  const { vault } = await openRelease(4);
  const query = {
    subject: '01970000-0000-7000-8000-000000000003',
    kinds: ['plan'],
    order: 'oldest',
  } as const;
  const { items } = await vault.list(query);
  expect(bodies(items).slice(-3)).toEqual([{ what: 'came 0' }, { what: 'came 1' }, { what: 'came 2' }]);
  const [last] = items.slice(-1);
  const { id, rev: base } = last?.status === 'ok' ? last.version : { id: '', rev: '' };
  saved(await vault.write([{ do: 'edit', id, kind: plan, base, body: { what: 'changed' } }]));
  expect(bodies((await vault.list(query)).items).slice(-3)).toEqual([
    { what: 'came 0' },
    { what: 'came 1' },
    { what: 'changed' },
  ]);
  vault.close();
});

test('later versions run forwards over what is there', async () => {
  const phone = await openTestVault();
  const create = {
    do: 'create',
    id: phone.newId(),
    kind: plan,
    subject: phone.owner.personId,
    audience: 'team',
  } as const;
  saved(await phone.vault.write([{ ...create, body: { what: 'dig' } }]));
  phone.vault.close();
  const next = describeVault(phone.id, [
    ...vaultMigrations,
    {
      version: 99,
      stores: { places: 'id' },
      upgrade: async (transaction) => {
        await transaction.table('places').add({ id: 'plot' });
        await transaction
          .table('outbox')
          .toCollection()
          .modify({ by: { hub: { state: 'sending' } } });
      },
    },
  ]);
  expect(await next.dexie.table('places').toArray()).toEqual([{ id: 'plot' }]);
  expect(await next.outbox.toArray()).toMatchObject([{ id: create.id, by: {} }]);
  expect(await next.records.count()).toBe(1);
  next.dexie.close();
  // An older app that comes back to it still reads what it knows.
  expect(await (await phone.openTab()).get(create.id)).toMatchObject({ status: 'ok', delivery: 'sending' });
});

test('a tab with an older Plotline steps aside for a newer one and is told', async () => {
  const phone = await openTestVault();
  await phone.vault.saveDraft('plan:me', 1);
  const next = describeVault(phone.id, [...vaultMigrations, { version: 99, stores: { places: 'id' } }]);
  await next.dexie.open();
  expect(phone.broken).toEqual(['newer-app']);
  expect((await phone.vault.saveDraft('plan:me', 2)).status).toBe('unavailable');
  next.dexie.close();
});
