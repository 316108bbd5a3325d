import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import type { Version } from '../../../src/core/version.ts';
import {
  bodies,
  openTestVault,
  plan,
  rawTables,
  saved,
  tamper,
  type TestVault,
} from '../../support/vault.ts';
import { version } from '../../support/versions.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

async function versionsOf(phone: TestVault): Promise<Version[]> {
  const all: Version[] = [];
  for await (const found of phone.vault.everything()) if (found.status !== 'damaged') all.push(found.version);
  return all.toSorted((a, b) => (a.rev < b.rev ? -1 : 1));
}

/** A phone with an edited, a withdrawn, an erased and a private record. */
async function livedInPhone(): Promise<TestVault> {
  const phone = await openTestVault();
  const { personId: subject } = phone.owner;
  const make = async (what: string, audience: 'me' | 'team' = 'team') =>
    saved(
      await phone.vault.write([
        { do: 'create', id: phone.newId(), kind: plan, subject, body: { what }, audience },
      ]),
    );
  const edited = await make('edited');
  await phone.vault.write([
    { do: 'edit', id: edited.id, kind: plan, base: edited.rev, body: { what: 'more' } },
  ]);
  const hidden = await make('hidden');
  await phone.vault.write([{ do: 'withdraw', id: hidden.id, base: hidden.rev }]);
  await phone.vault.write([{ do: 'erase', id: (await make('gone')).id }]);
  await make('private', 'me');
  return phone;
}

test('an empty phone that takes in everything shows the same', async () => {
  const from = await livedInPhone();
  const to = await openTestVault();
  const all = await versionsOf(from);
  expect(await to.vault.apply(all)).toEqual({
    status: 'applied',
    added: all.length,
    known: 0,
    erased: 0,
    clashes: [],
  });
  expect(await versionsOf(to)).toEqual(all);
  const query = { withdrawn: true };
  expect(await to.vault.list(query)).toEqual(await from.vault.list(query));
  const outbox = (await rawTables(to.id))['outbox'] ?? [];
  expect(outbox).toHaveLength(all.filter((each) => each.audience === 'team').length);
  expect(await to.vault.apply(all)).toMatchObject({ added: 0, known: all.length });
});

test('any order, repetition and split ends in the same database', async () => {
  const all = [
    version(1),
    version(2, { base: version(1).rev, body: { what: 'mine' } }),
    version(3, { base: version(1).rev, body: { what: 'yours' } }),
    version(4, { base: version(3).rev, settles: [version(2).rev], audience: 'me' }),
    version(5, { base: version(2).rev, removed: 'withdrawn' }),
  ];
  const whole = await openTestVault();
  await whole.vault.apply(all);
  const expected = [await versionsOf(whole), await whole.vault.get(version(1).id)];
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(all, { minLength: 5 }), fc.nat({ max: 5 }), async (order, cut) => {
      const phone = await openTestVault();
      for (const batch of [order.slice(0, cut), order.slice(cut), order.slice(2, 4)])
        await phone.vault.apply(batch);
      expect([await versionsOf(phone), await phone.vault.get(version(1).id)]).toEqual(expected);
      phone.vault.close();
    }),
    { numRuns: 25 },
  );
});

test('an erasure heard of from elsewhere removes everything here, and late edits stay out', async () => {
  const phone = await openTestVault();
  const { id } = version(1);
  await phone.vault.apply([version(1), version(2, { base: version(1).rev })]);
  const tombstone = version(3, { base: version(2).rev, removed: 'erased', body: null });
  expect(await phone.vault.apply([tombstone])).toMatchObject({ added: 1 });
  const late = version(9, { base: version(2).rev });
  expect(await phone.vault.apply([late, version(1)])).toMatchObject({ added: 0, erased: 2 });
  expect(bodies(await phone.vault.history(id))).toEqual([null]);
  expect(await rawTables(phone.id)).toMatchObject({ history: [], outbox: [{ rev: tombstone.rev }] });
});

test('the same id and rev with other contents is named, and the one here is kept', async () => {
  const phone = await openTestVault();
  const { id, rev } = version(1);
  await phone.vault.apply([version(1)]);
  const forged = version(1, { body: { what: 'forged' } });
  expect(await phone.vault.apply([forged])).toEqual({
    status: 'applied',
    added: 0,
    known: 0,
    erased: 0,
    clashes: [{ id, rev }],
  });
  expect(bodies([await phone.vault.get(id)])).toEqual([{ what: 'version 1' }]);
  const inOneFile = [version(2), version(2, { body: { what: 'forged' } })];
  expect(await phone.vault.apply(inOneFile)).toMatchObject({
    added: 1,
    clashes: [{ id, rev: version(2).rev }],
  });
});

test('a damaged version is mended by its copy', async () => {
  const phone = await openTestVault();
  const { id, rev } = version(1);
  await phone.vault.apply([version(1), version(2, { base: rev })]);
  await tamper(phone.id, 'history', [id, rev], { sealed: new ArrayBuffer(30) });
  await tamper(phone.id, 'records', id, { sealed: new ArrayBuffer(30) });
  const tab = await phone.openTab();
  expect(await tab.history(id)).toMatchObject([{ status: 'damaged' }, { status: 'damaged' }]);
  expect(await tab.apply([version(1), version(2, { base: rev })])).toMatchObject({ added: 2 });
  expect(bodies(await tab.history(id))).toEqual([{ what: 'version 2' }, { what: 'version 1' }]);
});

test('a file with a share that was taken back queues only that it ended', async () => {
  const phone = await openTestVault();
  const shared = version(1);
  const ended = version(2, { base: shared.rev, audience: 'me', body: { what: 'mine now' } });
  const edited = version(3, { base: ended.rev, audience: 'me', body: { what: 'still mine' } });
  const told = [{ rev: ended.rev, envelopeOnly: true }];
  await phone.vault.apply([shared, ended, edited]);
  expect((await rawTables(phone.id))['outbox']).toMatchObject(told);
  expect(bodies([await phone.vault.get(shared.id)])).toEqual([{ what: 'still mine' }]);

  // The same in two files: what waited from the first is taken back with the second, and nothing is told.
  const other = await openTestVault();
  await other.vault.apply([shared]);
  await other.vault.apply([ended, edited]);
  expect((await rawTables(other.id))['outbox']).toEqual([]);
  expect(await other.vault.history(shared.id)).toMatchObject([{}, {}, { delivery: 'here' }]);
});

test('kinds this app does not know are kept whole', async () => {
  const phone = await openTestVault();
  const strange = version(1, { kind: 'hologram', schema: 7, body: { beams: [1, { deep: null }] } });
  await phone.vault.apply([strange]);
  expect(await phone.vault.get(strange.id)).toMatchObject({ status: 'newer', version: strange });
  expect(await versionsOf(phone)).toEqual([strange]);
});

test('an interrupted apply leaves nothing half-written', async () => {
  const phone = await openTestVault();
  const put: IDBObjectStore['put'] = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')?.value;
  let puts = 0;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...how) {
    if (++puts > 30) throw new DOMException('no room', 'QuotaExceededError');
    return put.apply(this, how);
  });
  const many = Array.from({ length: 50 }, () => ({ ...version(1), id: phone.newId() }));
  expect(await phone.vault.apply(many)).toEqual({ status: 'full' });
  expect(puts).toBeGreaterThan(30);
  vi.restoreAllMocks();
  expect(await rawTables(phone.id)).toMatchObject({ records: [], history: [], outbox: [] });
});

test('what is made after taking in is later than what was taken in', async () => {
  const phone = await openTestVault();
  const ahead = version(phone.environment.time + 86_400_000);
  await phone.vault.apply([ahead]);
  const edit = { do: 'edit', id: ahead.id, kind: plan, base: ahead.rev, body: { what: 'mine' } } as const;
  expect(saved(await phone.vault.write([edit])).rev > ahead.rev).toBe(true);
});
