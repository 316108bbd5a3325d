import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Found } from '../../../../src/core/store.ts';
import type { Version } from '../../../../src/core/version.ts';
import type { Vault } from '../../../../src/storage/open-vault.ts';
import { openSyncPhone } from '../../../support/sync-phone.ts';
import { rawTables } from '../../../support/vault.ts';
import { revOf, version } from '../../../support/versions.ts';

const idAt = (record: number) => `01970000-0000-7000-8000-00000000010${record}`;

/** A version made from any earlier ones of its record, as several devices without a line to each other make them. */
const made = fc.record({
  record: fc.nat({ max: 3 }),
  from: fc.nat(),
  settles: fc.option(fc.nat()),
  does: fc.constantFrom('edit', 'edit', 'edit', 'withdraw', 'end', 'erase'),
});

const histories = fc.array(made, { minLength: 1, maxLength: 14 }).map((steps) => {
  const all: Version[] = [];
  for (const [at, { record, from, settles, does }] of steps.entries()) {
    const earlier = all.filter(({ id }) => id === idAt(record));
    const base = earlier[from % Math.max(1, earlier.length)]?.rev ?? null;
    const rival = settles === null ? undefined : earlier[settles % Math.max(1, earlier.length)]?.rev;
    const parts: Partial<Version> = { id: idAt(record), base, body: { what: `${at}` } };
    if (rival !== undefined && rival !== base) parts.settles = [rival];
    if (does === 'withdraw') parts.removed = 'withdrawn';
    if (does === 'end') Object.assign(parts, { audience: 'me', body: null });
    if (does === 'erase') Object.assign(parts, { removed: 'erased', body: null });
    all.push(version(at + 1, parts));
  }
  return all;
});

/** Everything a person could see. */
async function seen(vault: Vault): Promise<unknown> {
  const all: Found[] = [];
  for await (const found of vault.everything()) all.push(found);
  const singles = await Promise.all([0, 1, 2, 3].map((record) => vault.get(idAt(record))));
  const lists = await Promise.all([vault.list({}), vault.list({ withdrawn: true, order: 'oldest' })]);
  return { all: all.map((found) => JSON.stringify(found)).sort(), singles, lists };
}

test('two phones that were given the same show the same, whatever the order, the pages and the doubles', async () => {
  await fc.assert(
    fc.asyncProperty(
      histories.chain((all) =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length }),
          fc.integer({ min: 1, max: 6 }),
        ),
      ),
      async ([all, order, size]) => {
        const [one, two] = [await openSyncPhone(), await openSyncPhone()];
        await one.sync.takeIn(one.hub, { versions: all, setAside: [], cursor: 'all' });
        for (let at = 0; at < order.length; at += size) {
          const versions = order.slice(at, at + size);
          const taken = await two.sync.takeIn(two.hub, { versions, setAside: [], cursor: `${at}` });
          expect(taken).toMatchObject({ status: 'applied', clashes: [] });
        }
        expect(await seen(two.vault)).toEqual(await seen(one.vault));
        for (const phone of [one, two]) phone.vault.close();
      },
    ),
    { numRuns: 30 },
  );
});

test('big pages end in the same as small ones, also where records come by another way in between', async () => {
  const all = Array.from({ length: 400 }, (_, at) => {
    const id = `01970000-0000-7000-8000-000000001${String(at % 300).padStart(3, '0')}`;
    return version(at + 1, { id, base: at < 300 ? null : revOf(at - 299), body: { what: `${at}` } });
  });
  const [one, two] = [await openSyncPhone(), await openSyncPhone()];
  for (const { vault } of [one, two]) await vault.apply(all.slice(40, 60));
  for (let at = 0; at < 400; at += 50)
    await one.sync.takeIn(one.hub, { versions: all.slice(at, at + 50), setAside: [], cursor: `${at}` });
  await two.sync.takeIn(two.hub, { versions: all.slice(0, 100), setAside: [], cursor: '1' });
  await two.vault.apply(all.slice(150, 160));
  const rest = { versions: all.slice(100), setAside: [], cursor: '2' };
  expect(await two.sync.takeIn(two.hub, rest)).toMatchObject({ added: 290, known: 10 });
  expect(await two.sync.takeIn(two.hub, rest)).toMatchObject({ added: 0, known: 300 });
  const [first, second] = await Promise.all([one, two].map(({ vault }) => vault.list({})));
  expect(second?.items.length).toBe(300);
  expect(second?.items.map((found) => JSON.stringify(found))).toEqual(
    first?.items.map((found) => JSON.stringify(found)),
  );
});

test('a phone without room keeps nothing of a page, not even where it stood', async () => {
  const { sync, hub, id } = await openSyncPhone();
  await sync.takeIn(hub, { versions: [], setAside: [], cursor: 'before' });
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...how) {
    if (this.name === 'aside') throw new DOMException('no room', 'QuotaExceededError');
    return put.apply(this, how);
  });
  const setAside = [{ key: 'x', why: 'y', raw: 1, at: '' }];
  const page = { versions: [version(1)], setAside, cursor: 'after' };
  expect(await sync.takeIn(hub, page)).toEqual({ status: 'full' });
  vi.restoreAllMocks();
  expect(await sync.cursor(hub)).toBe('before');
  expect(await rawTables(id)).toMatchObject({ records: [], aside: [] });
  expect(await sync.takeIn(hub, page)).toMatchObject({ status: 'applied', added: 1 });
});

test('a page for a connection that was removed meanwhile is not taken in', async () => {
  const { sync, hub, id } = await openSyncPhone();
  await sync.removeConnection(hub);
  const page = { versions: [version(1)], setAside: [], cursor: 'c' };
  expect(await sync.takeIn(hub, page)).toMatchObject({ status: 'unavailable' });
  expect(await rawTables(id)).toMatchObject({ records: [], cursors: [] });
});
