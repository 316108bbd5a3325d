/** Records that came in one big page stand in packs: what becomes of them there. */
import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import type { Version } from '../../../src/core/version.ts';
import { idAt, manyRecords } from '../../support/many-records.ts';
import { holds, standing, takeAll } from '../../support/packed.ts';
import { openSyncPhone } from '../../support/sync-phone.ts';
import { bodies, plan, saved } from '../../support/vault.ts';
import { revOf, version } from '../../support/versions.ts';

afterEach(() => vi.restoreAllMocks());

const page = (versions: Version[], cursor = 'c1') => ({ versions, setAside: [], cursor });
const photo = { sha256: 'ab'.repeat(32), type: 'image/jpeg', bytes: 9 };

test('many that come at once stand in few rows, a few in one each; what a pack cannot hold in one of its own', async () => {
  const phone = await openSyncPhone();
  await takeAll(phone, manyRecords(80), 40);
  expect(await standing(phone.id)).toMatchObject({ single: { length: 80 }, packs: [] });
  const odd: Partial<Version>[] = [
    { body: { what: 'with a photo', photos: [photo] } },
    { audience: 'me', body: null },
    { removed: 'erased', body: null },
  ];
  const more = manyRecords(150).slice(80);
  await takeAll(
    phone,
    more.map((one, at) => ({ ...one, ...odd[at] })),
  );
  const { single, packed, packs } = await standing(phone.id);
  expect([single.length, packed.length, packs.length]).toEqual([83, 67, 5]);
  expect(await phone.sync.wanted(9)).toMatchObject([{ ref: photo }]);
});

test('one that is changed leaves its pack, with what it was in its history; the others stay', async () => {
  const phone = await openSyncPhone();
  await takeAll(phone, manyRecords(60));
  const before = await standing(phone.id);
  const body = { what: 'changed' };
  const changed = saved(
    await phone.vault.write([{ do: 'edit', id: idAt(20), kind: plan, base: revOf(21), body }]),
  );
  expect(bodies(await phone.vault.history(idAt(20)))).toEqual([body, { what: 'came 20' }]);
  expect(await phone.vault.get(idAt(20))).toMatchObject({ version: { rev: changed.rev }, delivery: 'here' });
  expect(await phone.outgoing(phone.hub)).toMatchObject([{ version: { rev: changed.rev } }]);
  const after = await standing(phone.id);
  expect(after.single).toMatchObject([{ id: idAt(20) }]);
  expect(after.packed).toEqual(before.packed.filter(({ id }) => id !== idAt(20)));
});

test('one that is withdrawn is listed no more, and comes back with what it was made from', async () => {
  const phone = await openSyncPhone();
  await takeAll(phone, manyRecords(60));
  saved(await phone.vault.write([{ do: 'withdraw', id: idAt(20), base: revOf(21) }]));
  expect((await phone.vault.list({})).items).toHaveLength(59);
  expect((await phone.vault.list({ withdrawn: true, limit: 100 })).items).toHaveLength(60);
  expect(bodies(await phone.vault.history(idAt(20)))).toHaveLength(2);
  await standing(phone.id);
});

test('of one that is erased, here or elsewhere, no byte stands in a pack', async () => {
  const phone = await openSyncPhone();
  await takeAll(phone, manyRecords(60));
  const before = await standing(phone.id);
  const erased = [idAt(20), idAt(21), idAt(40)];
  const sealed = before.packed.filter(({ id }) => erased.includes(id)).map((row) => row.sealed);
  expect(sealed.map((bytes) => holds(before, bytes))).toEqual([true, true, true]);
  saved(await phone.vault.write([{ do: 'erase', id: idAt(20) }]));
  const elsewhere = [21, 40].map((at) =>
    version(1000 + at, { id: idAt(at), base: revOf(at + 1), removed: 'erased', body: null }),
  );
  await takeAll(phone, elsewhere);
  const after = await standing(phone.id);
  expect(sealed.map((bytes) => holds(after, bytes))).toEqual([false, false, false]);
  expect(after.packed).toHaveLength(57);
  expect(after.single.map(({ id, removed }) => [id, removed])).toEqual(erased.map((id) => [id, 'erased']));
  expect((await phone.vault.list({ withdrawn: true })).items).toHaveLength(57);
  expect(bodies(await phone.vault.history(idAt(21)))).toEqual([null]);
});

test('a pack of which all are changed, by one write and by one page, is gone', async () => {
  const phone = await openSyncPhone();
  await takeAll(phone, manyRecords(64));
  const body = { what: 'changed' };
  const change = (at: number) =>
    ({ do: 'edit', id: idAt(at), kind: plan, base: revOf(at + 1), body }) as const;
  await phone.vault.write(Array.from({ length: 16 }, (_, at) => change(at)));
  expect((await standing(phone.id)).packs).toHaveLength(3);
  const others = manyRecords(64).slice(16, 48);
  await takeAll(
    phone,
    others.map(({ id, rev }, at) => version(1000 + at, { id, base: rev, body })),
  );
  expect(await standing(phone.id)).toMatchObject({
    single: { length: 48 },
    packs: [{ ids: { length: 16 } }],
  });
  expect(bodies((await phone.vault.list({})).items).filter((one) => one !== body)).toHaveLength(64);
});

test('a version made beside one in a pack stands beside it, whichever of them is the later', async () => {
  const phone = await openSyncPhone();
  await takeAll(phone, manyRecords(60));
  const later = version(1000, { id: idAt(20), body: { what: 'later' } });
  const earlier = { ...version(0, { id: idAt(21), body: { what: 'earlier' } }) };
  await takeAll(phone, [later, earlier]);
  expect(await phone.vault.get(idAt(20))).toMatchObject({ rivals: 1, version: { body: { what: 'later' } } });
  expect(await phone.vault.get(idAt(21))).toMatchObject({
    rivals: 1,
    version: { body: { what: 'came 21' } },
  });
  expect(await standing(phone.id)).toMatchObject({ single: { length: 2 }, packed: { length: 58 } });
});

test('a page that comes again is known, whole or in part, and a file of the same too', async () => {
  const phone = await openSyncPhone();
  const all = manyRecords(300);
  await takeAll(phone, all);
  const again = (versions: Version[]) => phone.sync.takeIn(phone.hub, page(versions));
  expect(await again(all)).toMatchObject({ added: 0, known: 300 });
  expect(await again(all.slice(0, 7))).toMatchObject({ added: 0, known: 7 });
  expect(await again(manyRecords(360).slice(240))).toMatchObject({ added: 60, known: 60 });
  expect(await phone.vault.apply(all)).toMatchObject({ added: 0, known: 300 });
  const other = { ...version(1, { id: idAt(0), body: { what: 'not the same' } }) };
  expect(await again([other])).toMatchObject({ added: 0, clashes: [{ id: idAt(0) }] });
  expect(await standing(phone.id)).toMatchObject({ single: [], packed: { length: 360 } });
});

test('windows and connections that bring the same at once keep each record once', async () => {
  const phone = await openSyncPhone();
  const second = await phone.connect('everything');
  const other = await (await phone.openTab()).sync();
  const all = manyRecords(260);
  // The odd ones first, in both: what is here already stands between all that comes.
  const odd = all.filter((_, at) => at % 2 === 1);
  await takeAll(phone, odd);
  expect(await other.takeIn(phone.hub, page(odd))).toMatchObject({ known: 130 });
  const taken = await Promise.all([
    phone.sync.takeIn(phone.hub, page(all.slice(0, 160))),
    other.takeIn(phone.hub, page(all.slice(40, 260))),
    phone.sync.takeIn(second, page(all.slice(20, 140))),
  ]);
  expect(taken.map(({ status }) => status)).toEqual(taken.map(() => 'applied'));
  const added = taken.map((outcome) => (outcome.status === 'applied' ? outcome.added : 0));
  expect(added.reduce((sum, count) => sum + count)).toBe(130);
  const { single, packed } = await standing(phone.id);
  expect(single.length + packed.length).toBe(260);
});

test('a big page, a small one and a file that bring the same at once keep each record once', async () => {
  const phone = await openSyncPhone();
  const other = await phone.openTab();
  const elsewhere = await other.sync();
  const all = manyRecords(200);
  const taken = await Promise.all([
    phone.sync.takeIn(phone.hub, page(all.slice(0, 160))),
    elsewhere.takeIn(phone.hub, page(all.slice(60, 115))),
    elsewhere.takeIn(phone.hub, page(all.slice(150, 170))),
    other.apply(all.slice(100, 200)),
  ]);
  const added = taken.map((outcome) => (outcome.status === 'applied' ? outcome.added : 0));
  expect(added.reduce((sum, count) => sum + count)).toBe(200);
  const { single, packed } = await standing(phone.id);
  expect(single.length + packed.length).toBe(200);
});

test.each(['packs', 'records', 'cursors'])(
  'where there is no room for what goes into %s, nothing of the page is kept, and all of it with the next try',
  async (table) => {
    const phone = await openSyncPhone();
    await takeAll(phone, manyRecords(60));
    const more = manyRecords(200)
      .slice(60)
      .map((one, at) => {
        const body = { what: 'with a photo', photos: [photo] };
        return at === 99 ? { ...one, body } : one;
      });
    const edited = version(1000, { id: idAt(3), base: revOf(4), body: { what: 'edited' } });
    const before = await standing(phone.id);
    let writes = 0;
    for (const name of ['put', 'add'] as const) {
      const write = IDBObjectStore.prototype[name];
      vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (this: IDBObjectStore, ...how) {
        if (this.name !== table) return write.apply(this, how);
        writes += 1;
        // Of packs, the third: two stand there already.
        if (writes === (table === 'packs' ? 3 : 1)) throw new DOMException('no room', 'QuotaExceededError');
        return write.apply(this, how);
      });
    }
    expect(await phone.sync.takeIn(phone.hub, page([...more, edited], 'c2'))).toEqual({ status: 'full' });
    vi.restoreAllMocks();
    expect(await standing(phone.id)).toEqual(before);
    expect(await phone.sync.cursor(phone.hub)).toBe('0');
    expect(await phone.sync.takeIn(phone.hub, page([...more, edited], 'c2'))).toMatchObject({ added: 141 });
    expect(await standing(phone.id)).toMatchObject({ single: { length: 2 }, packed: { length: 198 } });
    expect(bodies([await phone.vault.get(idAt(3))])).toEqual([{ what: 'edited' }]);
  },
);

test('where a change cannot be kept, the record stays in its pack', async () => {
  const phone = await openSyncPhone();
  await takeAll(phone, manyRecords(60));
  const before = await standing(phone.id);
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...how) {
    if (this.name === 'packs') throw new DOMException('no room', 'QuotaExceededError');
    return put.apply(this, how);
  });
  const change = {
    do: 'edit',
    id: idAt(20),
    kind: plan,
    base: revOf(21),
    body: { what: 'changed' },
  } as const;
  expect(await phone.vault.write([change])).toEqual({ status: 'full' });
  vi.restoreAllMocks();
  expect(await standing(phone.id)).toEqual(before);
  saved(await phone.vault.write([change]));
  await standing(phone.id);
});

test('a new connection gets what came by another one, and one that forgot gets all again', async () => {
  const phone = await openSyncPhone();
  const { personId: subject } = phone.owner;
  const others = phone.newId();
  await takeAll(
    phone,
    manyRecords(120, (at) => ({ subject: at % 2 === 0 ? subject : others })),
  );
  expect(await phone.outgoing(phone.hub)).toEqual([]);
  const own = await phone.connect('mine');
  const sent = await phone.outgoing(own, 50);
  expect(sent.map(({ version: { id } }) => id)).toEqual(Array.from({ length: 60 }, (_, at) => idAt(at * 2)));
  expect(sent[7]?.version.body).toEqual({ what: 'came 14' });
  await phone.sync.queueAgain(phone.hub);
  expect(await phone.outgoing(phone.hub, 50)).toHaveLength(120);
});

test('what comes by one connection while there is another goes on to it', async () => {
  const phone = await openSyncPhone();
  const own = await phone.connect('mine');
  await takeAll(
    phone,
    manyRecords(120, () => ({ subject: phone.owner.personId })),
  );
  const sent = await phone.outgoing(own, 50);
  expect(sent.map(({ version: { body } }) => body)).toEqual(
    Array.from({ length: 120 }, (_, at) => ({ what: `came ${at}` })),
  );
  const witnesses = await phone.sync.witnesses(phone.hub, [{ id: idAt(5), rev: revOf(6) }]);
  expect(witnesses).toEqual([{ id: idAt(5), rev: revOf(6) }]);
});

test('one record alone is taken along whole', async () => {
  const phone = await openSyncPhone();
  await takeAll(phone, manyRecords(60));
  const alone = [];
  for await (const found of phone.vault.everything(idAt(33))) alone.push(found);
  expect(bodies(alone)).toEqual([{ what: 'came 33' }]);
  const none = [];
  for await (const found of phone.vault.everything(idAt(99))) none.push(found);
  expect(none).toEqual([]);
});
