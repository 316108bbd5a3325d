import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import Dexie from 'dexie';
import type { Version } from '../../../src/core/version.ts';
import { createConnection } from '../../../src/storage/connection.ts';
import { watchRows } from '../../../src/storage/live.ts';
import { openSyncPhone, received } from '../../support/sync-phone.ts';
import { bodies, openTestVault, plan, saved, until, type TestVault } from '../../support/vault.ts';

const create = (phone: TestVault, what: string) =>
  ({
    do: 'create',
    id: phone.newId(),
    kind: plan,
    subject: phone.owner.personId,
    body: { what },
    audience: 'team',
  }) as const;

interface Asked {
  subject?: boolean;
  kinds?: string[];
}

test('a record is watched from before it is made until it is erased, from another tab too', async () => {
  const phone = await openTestVault();
  const other = await phone.openTab();
  const change = create(phone, 'dig');
  const seen: unknown[] = [];
  const stop = other.watch(change.id).subscribe((found) => seen.push(...bodies([found])));
  await expect.poll(() => seen).toEqual([null]);
  const first = saved(await phone.vault.write([change]));
  await expect.poll(() => seen.at(-1)).toEqual({ what: 'dig' });
  saved(
    await phone.vault.write([
      { do: 'edit', id: change.id, kind: plan, base: first.rev, body: { what: 'x' } },
    ]),
  );
  await expect.poll(() => seen.at(-1)).toEqual({ what: 'x' });
  stop();
  const before = seen.length;
  saved(await phone.vault.write([{ do: 'erase', id: change.id }]));
  await until(
    other.watch(change.id),
    (found) => found?.status === 'ok' && found.version.removed === 'erased',
  );
  expect(seen).toHaveLength(before);
});

test('a list and the count of what waits follow every write', async () => {
  const phone = await openTestVault();
  const { personId: subject } = phone.owner;
  const list = until(
    phone.vault.watchList({ subject, kinds: ['plan'], limit: 2 }),
    (page) => page.items.length === 2,
  );
  const waiting = until(phone.vault.watchOutbox(), (count) => count === 3);
  for (const what of ['a', 'b', 'c']) saved(await phone.vault.write([create(phone, what)]));
  expect(await waiting).toBe(3);
  expect((await list).items).toHaveLength(2);
  const third = await until(phone.vault.watchList({ subject, limit: 2 }), (page) => page.next !== null);
  expect(third.items).toHaveLength(2);
});

test.each([
  ['of everybody', {}],
  ['of one kind', { kinds: ['plan'] }],
  ['of one person', { subject: true }],
  ['of one person and kind', { subject: true, kinds: ['plan'] }],
])('a list %s hears of what is new, from another tab too', async (_, { subject, ...query }: Asked) => {
  const phone = await openTestVault();
  const other = await phone.openTab();
  const asked = { ...query, ...(subject && { subject: phone.owner.personId }) };
  const seen: number[] = [];
  const stop = other.watchList(asked).subscribe(({ items }) => seen.push(items.length));
  await expect.poll(() => seen).toEqual([0]);
  saved(await phone.vault.write([create(phone, 'dig')]));
  await expect.poll(() => seen.at(-1)).toBe(1);
  stop();
});

test('what waits is not counted through at every change, and the number is right in the end', async () => {
  const phone = await openSyncPhone();
  const made: Version[] = [];
  for (let at = 0; at < 30; at += 1) made.push(await phone.make(`${at}`));
  const counts = vi.spyOn(IDBObjectStore.prototype, 'count');
  const seen: number[] = [];
  const stop = phone.vault.watchOutbox().subscribe((count) => seen.push(count));
  await expect.poll(() => seen.at(-1)).toBe(30);
  for (const version of made.slice(0, 29)) await phone.sync.settle(phone.hub, received([version]));
  await expect.poll(() => seen.at(-1)).toBe(1);
  // Without a range all rows are walked over.
  expect(counts.mock.calls.filter(([range]) => !range)).toEqual([]);
  await phone.sync.settle(phone.hub, received(made.slice(29)));
  await expect.poll(() => seen.at(-1)).toBe(0);
  stop();
  vi.restoreAllMocks();
});

test('a slow decode never shows up after a newer one', async () => {
  const dexie = new Dexie('live-order', { cache: 'disabled' });
  dexie.version(1).stores({ numbers: 'id' });
  const numbers = dexie.table<{ id: number }, number>('numbers');
  const connection = createConnection(dexie);
  const release = new Map<number, () => void>();
  const live = watchRows(
    connection,
    () => numbers.count(),
    (count) => new Promise<number>((resolve) => release.set(count, () => resolve(count))),
  );
  const seen: number[] = [];
  const stop = live.subscribe((count) => seen.push(count));
  await expect.poll(() => release.has(0)).toBe(true);
  await numbers.add({ id: 1 });
  await expect.poll(() => release.has(1)).toBe(true);
  release.get(1)?.();
  await expect.poll(() => seen).toEqual([1]);
  release.get(0)?.();
  await numbers.add({ id: 2 });
  await expect.poll(() => release.has(2)).toBe(true);
  release.get(2)?.();
  await expect.poll(() => seen).toEqual([1, 2]);
  stop();
  connection.close();
});

test('what goes wrong while decoding is told to who watches', async () => {
  const dexie = new Dexie('live-error');
  dexie.version(1).stores({ numbers: 'id' });
  const connection = createConnection(dexie);
  const live = watchRows(
    connection,
    () => dexie.table('numbers').count(),
    () => Promise.reject(new Error('cannot be read')),
  );
  await expect(until(live, () => true)).rejects.toThrow('cannot be read');
  connection.close();
});

test('the count is true again soon after many were sent in quick succession', async () => {
  const { sync, hub, vault, newId, owner } = await openSyncPhone();
  const changes = Array.from({ length: 60 }, (_, at) => {
    const parts = { id: newId(), kind: plan, subject: owner.personId, body: { what: `${at}` } };
    return { do: 'create', ...parts, audience: 'team' } as const;
  });
  const outcome = await vault.write(changes);
  const keys = outcome.status === 'saved' ? outcome.versions : [];
  const counted: number[] = [];
  const listed: number[] = [];
  const stops = [
    vault.watchOutbox().subscribe((count) => counted.push(count)),
    sync.watchNotReceived().subscribe((all) => listed.push(all.length)),
  ];
  await expect.poll(() => [counted.at(-1), listed.at(-1)]).toEqual([60, 60]);
  for (let at = 0; at < 50; at += 10) await sync.settle(hub, received(keys.slice(at, at + 10)));
  await expect.poll(() => [counted.at(-1), listed.at(-1)]).toEqual([10, 10]);
  await sync.settle(hub, received(keys.slice(50)));
  await expect.poll(() => [counted.at(-1), listed.at(-1)]).toEqual([0, 0]);
  for (const stop of stops) stop();
});
