import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { VaultLeft } from '../../../src/core/vault-left.ts';
import { openDirectory } from '../../../src/storage/directory.ts';
import { openVault } from '../../../src/storage/open-vault.ts';
import { bodies, clearPhone, kinds, plan, saved, testEnvironment } from '../../support/vault.ts';

// Before and after: the same worker may have run other files.
beforeEach(clearPhone);
afterEach(clearPhone);

const environment = testEnvironment();

test('people of a phone are listed by name in the order they came, and can be renamed', async () => {
  const directory = await openDirectory(environment);
  const ines = await directory.create({ label: 'Inês', ownPhone: true });
  environment.time += 1;
  const tom = await directory.create({ label: 'Tom', ownPhone: false });
  await directory.rename(ines.id, 'Inês M.');
  await directory.rename('nobody', 'X');
  directory.close();
  const again = await openDirectory(environment);
  const listed = await again.list();
  expect(listed.map(({ label, ownPhone, holder }) => [label, ownPhone, holder.type])).toEqual([
    ['Inês M.', true, 'device'],
    ['Tom', false, 'device'],
  ]);
  expect(listed[1]).toMatchObject({ id: tom.id, personId: tom.personId, createdAt: tom.createdAt });
  again.close();
});

test('each has a vault of their own, which opens again after a restart', async () => {
  const directory = await openDirectory(environment);
  const [a, b] = [
    await directory.create({ label: 'A', ownPhone: false }),
    await directory.create({ label: 'B', ownPhone: false }),
  ];
  const open = (entry: typeof a) =>
    openVault(entry, {
      environment,
      records: kinds,
      owner: { personId: entry.personId, role: 'participant' },
    });
  const [first, second] = [await open(a), await open(b)];
  const change = { do: 'create', id: a.id, kind: plan, subject: a.personId, body: { what: 'dig' } } as const;
  saved(await first.write([change]));
  expect(await second.get(change.id)).toBeNull();
  for (const each of [first, second, directory]) each.close();
  const again = await openDirectory(environment);
  const entry = (await again.list()).find(({ id }) => id === a.id);
  const vault = await open(entry ?? b);
  expect(bodies([await vault.get(change.id)])).toEqual([{ what: 'dig' }]);
  vault.close();
  again.close();
});

test('the key of a vault can be used but not read out', async () => {
  const directory = await openDirectory(environment);
  const { holder } = await directory.create({ label: 'A', ownPhone: true });
  await expect(crypto.subtle.exportKey('raw', holder.key)).rejects.toThrow(/extractable/);
  directory.close();
});

test('who is removed leaves no database and no key, and a tab that has it open is told', async () => {
  const directory = await openDirectory(environment);
  const entry = await directory.create({ label: 'A', ownPhone: true });
  const told: string[] = [];
  const owner = { personId: entry.personId, role: 'participant' } as const;
  const vault = await openVault(entry, {
    environment,
    records: kinds,
    owner,
    onBroken: (why) => told.push(why),
  });
  await directory.remove(entry.id);
  expect(await directory.list()).toEqual([]);
  expect(told).toEqual(['removed']);
  expect((await vault.saveDraft('x', 1)).status).toBe('unavailable');
  await expect(vault.draft('x')).rejects.not.toBeInstanceOf(VaultLeft);
  expect(await Dexie.getDatabaseNames()).toEqual(['plotline']);
  directory.close();
});

test('a vault that was closed by whoever opened it says that they left, also to what was being read', async () => {
  const directory = await openDirectory(environment);
  const entry = await directory.create({ label: 'A', ownPhone: true });
  const owner = { personId: entry.personId, role: 'participant' } as const;
  const vault = await openVault(entry, { environment, records: kinds, owner });
  const reading = vault.draft('x');
  vault.close();
  await expect(reading).rejects.toBeInstanceOf(VaultLeft);
  await expect(vault.get('x')).rejects.toBeInstanceOf(VaultLeft);
  directory.close();
});

test('closed before what it is to watch could be asked for, nobody is told of any trouble', async () => {
  const directory = await openDirectory(environment);
  const entry = await directory.create({ label: 'A', ownPhone: true });
  const owner = { personId: entry.personId, role: 'participant' } as const;
  const vault = await openVault(entry, { environment, records: kinds, owner });
  const troubles: unknown[] = [];
  vault.close();
  vault.watch('x').subscribe(
    () => undefined,
    (error) => troubles.push(error),
  );
  await expect(vault.get('x')).rejects.toBeInstanceOf(VaultLeft);
  expect(troubles).toEqual([]);
  directory.close();
});

test('what was half-removed when the tab closed is finished at the next start', async () => {
  const directory = await openDirectory(environment);
  const entry = await directory.create({ label: 'A', ownPhone: true });
  const owner = { personId: entry.personId, role: 'participant' } as const;
  (await openVault(entry, { environment, records: kinds, owner })).close();
  directory.close();
  const raw = await new Dexie('plotline').open();
  await raw.table('vaults').put({ id: entry.id, removed: true });
  raw.close();
  const again = await openDirectory(environment);
  expect(await again.list()).toEqual([]);
  await expect.poll(() => Dexie.getDatabaseNames()).toEqual(['plotline']);
  again.close();
});

test('a window that sleeps and holds a removed vault keeps nobody waiting, and the rest goes once it lets go', async () => {
  const directory = await openDirectory(environment);
  const entry = await directory.create({ label: 'A', ownPhone: true });
  const owner = { personId: entry.personId, role: 'participant' } as const;
  (await openVault(entry, { environment, records: kinds, owner })).close();
  // It answers no question to let go, as a window that the browser has put to sleep.
  const asleep = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open(`plotline-${entry.id}`);
    opening.addEventListener('success', () => resolve(opening.result));
  });
  await directory.remove(entry.id);
  expect(await directory.list()).toEqual([]);
  directory.close();
  const again = await openDirectory(environment);
  expect(await again.atStart()).toEqual([]);
  asleep.close();
  await expect.poll(() => Dexie.getDatabaseNames()).toEqual(['plotline']);
  await expect.poll(() => rawRows('vaults')).toEqual([]);
  again.close();
});

test('a phone that cannot delete now opens all the same, and deletes at a later start', async () => {
  const directory = await openDirectory(environment);
  const entry = await directory.create({ label: 'A', ownPhone: true });
  const owner = { personId: entry.personId, role: 'participant' } as const;
  (await openVault(entry, { environment, records: kinds, owner })).close();
  const refusing = vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation(() => {
    throw new DOMException('not now', 'UnknownError');
  });
  await directory.remove(entry.id);
  expect(await rawRows('vaults')).toEqual([{ id: entry.id, removed: true }]);
  directory.close();
  (await openDirectory(environment)).close();
  refusing.mockRestore();
  expect(await Dexie.getDatabaseNames()).toContain(`plotline-${entry.id}`);
  const again = await openDirectory(environment);
  await expect.poll(() => Dexie.getDatabaseNames()).toEqual(['plotline']);
  await expect.poll(() => rawRows('vaults')).toEqual([]);
  again.close();
});

test('the name of a first run that was broken off is there again, sealed, for a day and no longer', async () => {
  const directory = await openDirectory(environment);
  expect(await directory.nameBegun()).toBe('');
  // As it is typed, none waited for.
  for (const typed of ['Qui', 'Quibb', 'Quibblewick']) void directory.keepNameBegun(typed);
  expect(await directory.nameBegun()).toBe('Quibblewick');
  directory.close();
  const again = await openDirectory(environment);
  expect(await again.nameBegun()).toBe('Quibblewick');
  expect(await again.list()).toEqual([]);
  environment.time += 25 * 60 * 60 * 1000;
  expect(await again.nameBegun()).toBe('');
  again.close();
  // Gone from the phone at the next start, whether or not anybody asks.
  (await openDirectory(environment)).close();
  await expect.poll(() => rawRows('meta')).toMatchObject([{ name: 'labels' }]);
});

test('the name of a first run is forgotten on request, and by a clock that was put right', async () => {
  const directory = await openDirectory(environment);
  await directory.keepNameBegun('Mia');
  await directory.keepNameBegun('');
  expect(await rawRows('meta')).toHaveLength(1);
  await directory.keepNameBegun('Mia');
  environment.time -= 300 * 24 * 60 * 60 * 1000;
  expect(await directory.nameBegun()).toBe('');
  directory.close();
});

test('two tabs that start at once agree on one key for the names', async () => {
  const [one, two] = await Promise.all([openDirectory(environment), openDirectory(environment)]);
  await one.create({ label: 'Inês', ownPhone: true });
  expect((await two.list()).map((entry) => entry.label)).toEqual(['Inês']);
  one.close();
  two.close();
});

/** Rows of the directory as they lie there. */
async function rawRows(table: 'vaults' | 'meta'): Promise<unknown[]> {
  const raw = await new Dexie('plotline').open();
  const rows: unknown[] = await raw.table(table).toArray();
  raw.close();
  return rows;
}
