import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Dexie from 'dexie';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { describeVault, vaultName } from '../../../src/storage/database.ts';
import { vaultMigrations } from '../../../src/storage/migrations.ts';
import { openVault } from '../../../src/storage/open-vault.ts';
import { bodies, kinds, openTestVault, plan, saved, testEnvironment } from '../../support/vault.ts';

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

function revive(row: Record<string, unknown>): Record<string, unknown> {
  const members = Object.entries(row).map(([name, value]): [string, unknown] => {
    const bytes = bytesSchema.safeParse(value);
    return [name, bytes.success ? bytesOf(bytes.data.base64) : value];
  });
  return Object.fromEntries(members);
}

test('there is a database of every released version to test with', () => {
  expect(releases.map((release) => release.version).toSorted((a, b) => a - b)).toEqual(
    vaultMigrations.map((each) => each.version),
  );
});

test.each(releases)('version $version opens in this app with all that was in it', async (release) => {
  const id = `released-${release.version}`;
  const old = new Dexie(vaultName(id));
  old.version(release.version).stores(release.stores);
  for (const [table, rows] of Object.entries(release.tables))
    await old.table(table).bulkPut(rows.map(revive));
  old.close();

  const key = await crypto.subtle.importKey('raw', bytesOf(release.key), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);
  const owner = { personId: '01970000-0000-7000-8000-000000000002', role: 'participant' } as const;
  const entry = { id, holder: { type: 'device', key } } as const;
  const vault = await openVault(entry, { environment: testEnvironment(), records: kinds, owner });
  const { items } = await vault.list({ subject: owner.personId, order: 'oldest' });
  expect(bodies(items)).toMatchObject([{ what: 'dig deep' }, { words: 'wet' }]);
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

test('later versions run forwards over what is there', async () => {
  const phone = await openTestVault();
  const create = { do: 'create', id: phone.newId(), kind: plan, subject: phone.owner.personId } as const;
  saved(await phone.vault.write([{ ...create, body: { what: 'dig' } }]));
  phone.vault.close();
  const next = describeVault(phone.id, [
    ...vaultMigrations,
    {
      version: 2,
      stores: { places: 'id' },
      upgrade: async (transaction) => {
        await transaction.table('places').add({ id: 'plot' });
        await transaction.table('outbox').toCollection().modify({ state: 'sending' });
      },
    },
  ]);
  expect(await next.dexie.table('places').toArray()).toEqual([{ id: 'plot' }]);
  expect(await next.outbox.toArray()).toMatchObject([{ id: create.id, state: 'sending' }]);
  expect(await next.records.count()).toBe(1);
  next.dexie.close();
  // An older app that comes back to it still reads what it knows.
  expect(await (await phone.openTab()).get(create.id)).toMatchObject({ status: 'ok', delivery: 'sending' });
});

test('a tab with an older Plotline steps aside for a newer one and is told', async () => {
  const phone = await openTestVault();
  await phone.vault.saveDraft('plan:me', 1);
  const next = describeVault(phone.id, [...vaultMigrations, { version: 2, stores: { places: 'id' } }]);
  await next.dexie.open();
  expect(phone.broken).toEqual(['newer-app']);
  expect((await phone.vault.saveDraft('plan:me', 2)).status).toBe('unavailable');
  next.dexie.close();
});
