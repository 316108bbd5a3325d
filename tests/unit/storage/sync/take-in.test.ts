import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import type { Found } from '../../../../src/core/store.ts';
import type { Version } from '../../../../src/core/version.ts';
import { historySteps } from '../../../../src/core/history-steps.ts';
import { openSyncPhone } from '../../../support/sync-phone.ts';
import { bodies, plan, rawTables } from '../../../support/vault.ts';
import { revOf, version } from '../../../support/versions.ts';

const page = (versions: Version[], cursor = 'c1') => ({ versions, setAside: [], cursor });

test('a page and its cursor are kept; it is read, and not sent back', async () => {
  const { sync, hub, vault, outgoing } = await openSyncPhone();
  expect(await sync.cursor(hub)).toBeNull();
  const edited = version(2, { base: revOf(1), body: { what: 'second' } });
  expect(await sync.takeIn(hub, page([version(1), edited]))).toEqual({
    status: 'applied',
    added: 2,
    known: 0,
    erased: 0,
    clashes: [],
  });
  expect(await sync.cursor(hub)).toBe('c1');
  expect(bodies(await vault.history(edited.id))).toEqual([{ what: 'second' }, { what: 'version 1' }]);
  expect(await vault.get(edited.id)).toMatchObject({ delivery: 'received' });
  expect(await outgoing(hub)).toEqual([]);
  expect(await sync.takeIn(hub, page([version(1), edited], 'c2'))).toMatchObject({ added: 0, known: 2 });
  expect(await sync.cursor(hub)).toBe('c2');
});

test('the next page is made ready beside the one before, and kept after it, also where both have the same record', async () => {
  const { sync, hub, vault } = await openSyncPhone();
  const second = version(2, { base: revOf(1), body: { what: 'second' } });
  const first = sync.takeIn(hub, page([version(1)], 'c1'));
  const next = sync.takeIn(hub, { ...page([second], 'c2'), continues: true }, first);
  expect(await Promise.all([first, next])).toMatchObject([
    { status: 'applied', added: 1 },
    { status: 'applied', added: 1 },
  ]);
  expect(bodies(await vault.history(second.id))).toEqual([{ what: 'second' }, { what: 'version 1' }]);
  expect(await sync.cursor(hub)).toBe('c2');
});

test('two windows that bring the same page at once keep each record once, and its history', async () => {
  const phone = await openSyncPhone();
  const other = await (await phone.openTab()).sync();
  const all = Array.from({ length: 150 }, () => ({ ...version(1), id: phone.newId() }));
  const edited = version(2, { id: all[7]?.id ?? '', base: revOf(1), body: { what: 'edited' } });
  // Each has read which records are here before either keeps one.
  const [one, two] = await Promise.all([
    phone.sync.takeIn(phone.hub, page(all)),
    other.takeIn(phone.hub, page([...all, edited])),
  ]);
  expect([one, two]).toMatchObject([{ status: 'applied' }, { status: 'applied' }]);
  const added = [one, two].map((outcome) => (outcome.status === 'applied' ? outcome.added : 0));
  expect(added.reduce((sum, count) => sum + count)).toBe(151);
  expect(bodies(await phone.vault.history(edited.id))).toEqual([{ what: 'edited' }, { what: 'version 1' }]);
});

test('many that come at once are shown by lists that stand open, here and in another window', async () => {
  const phone = await openSyncPhone();
  const all = Array.from({ length: 150 }, () => ({ ...version(1), id: phone.newId() }));
  const seen = new Map<string, number>();
  const stops = [phone.vault, await phone.openTab()].map((vault, window) =>
    vault.watchList({ limit: 500 }).subscribe(({ items }) => seen.set(`window ${window}`, items.length)),
  );
  await expect.poll(() => [...seen.values()]).toEqual([0, 0]);
  expect(await phone.sync.takeIn(phone.hub, page(all))).toMatchObject({ status: 'applied', added: 150 });
  await expect.poll(() => [...seen.values()]).toEqual([150, 150]);
  for (const stop of stops) stop();
});

test('where a page was not kept, the next is not either', async () => {
  const { sync, hub, vault } = await openSyncPhone();
  await sync.takeIn(hub, page([], 'c0'));
  const full = Promise.resolve({ status: 'full' } as const);
  const next = await sync.takeIn(hub, page([version(1)], 'c2'), full);
  expect(next).toMatchObject({ status: 'unavailable' });
  expect(await sync.cursor(hub)).toBe('c0');
  expect(await vault.get(version(1).id)).toBeNull();
  // Nothing of it stands in the way afterwards.
  expect(await sync.takeIn(hub, page([version(1)], 'c1'))).toMatchObject({ status: 'applied', added: 1 });
});

test('what an endpoint gives back counts as received', async () => {
  const { make, photo, sync, hub, vault, outgoing } = await openSyncPhone();
  const words = await make('words');
  const withPhoto = await make('photo', { photos: [await photo('face')] });
  const forged = await make('mine');
  const other = { ...forged, body: { what: 'theirs' } };
  expect(await sync.takeIn(hub, page([words, withPhoto, other]))).toMatchObject({
    known: 2,
    clashes: [{ id: forged.id, rev: forged.rev }],
  });
  // What stands here stays, and the other is there to be looked at.
  expect(await sync.asideOf(hub)).toMatchObject([{ key: `${forged.id}_${forged.rev}`, raw: other }]);
  expect(bodies([await vault.get(forged.id)])).toEqual([forged.body]);
  expect(await vault.get(words.id)).toMatchObject({ delivery: 'received' });
  expect((await outgoing(hub)).map(({ version: { id } }) => id)).toEqual([forged.id]);
  const { items } = await sync.outgoing(hub, { limit: 9, withWordsThere: true });
  expect(items).toMatchObject([{ version: withPhoto, wordsThere: true }, { version: forged }]);
});

test('a share that ended elsewhere is hidden here, and its history says so', async () => {
  const { sync, hub, vault } = await openSyncPhone();
  await sync.takeIn(hub, page([version(1)]));
  const ended = version(2, { base: revOf(1), audience: 'me', body: null });
  await sync.takeIn(hub, page([ended]));
  expect(await vault.get(ended.id)).toBeNull();
  expect(await vault.list({ withdrawn: true })).toEqual({ items: [], next: null });
  expect(await vault.history(ended.id)).toMatchObject([
    { status: 'ok', version: ended },
    { status: 'ok', version: version(1) },
  ]);
  // Nor does it go along when the person takes everything away.
  const taken: Found[] = [];
  for await (const found of vault.everything()) taken.push(found);
  expect(taken).toEqual([]);
  await sync.takeIn(hub, page([version(3, { base: revOf(2), body: { what: 'again' } })]));
  expect(bodies([await vault.get(ended.id)])).toEqual([{ what: 'again' }]);
  const steps = historySteps(await vault.history(ended.id), plan);
  expect(steps.map((step) => step.status === 'read' && step.deeds)).toEqual([
    ['shared'],
    ['unshared'],
    ['written'],
  ]);
});

test('the private words and their envelope are one version, whichever is here first', async () => {
  const { make, change, sync, hub, vault } = await openSyncPhone();
  const whole = await change(await make('shared'), { audience: 'me', what: 'only mine' });
  const envelope = { ...whole, body: null };
  expect(await sync.takeIn(hub, page([envelope]))).toMatchObject({ added: 0, known: 1, clashes: [] });
  expect(bodies([await vault.get(whole.id)])).toEqual([{ what: 'only mine' }]);
  const other = await openSyncPhone();
  await other.sync.takeIn(other.hub, page([envelope]));
  expect(await other.vault.get(whole.id)).toBeNull();
  expect(await other.vault.apply([whole])).toMatchObject({ clashes: [] });
  expect(bodies([await other.vault.get(whole.id)])).toEqual([{ what: 'only mine' }]);
  await other.sync.takeIn(other.hub, page([envelope]));
  expect(bodies(await other.vault.history(whole.id))).toEqual([{ what: 'only mine' }]);
});

test('what came from one endpoint goes to another only where it is about the owner', async () => {
  const { sync, hub, connect, owner, newId, outgoing, id } = await openSyncPhone();
  const own = await connect('mine');
  const mine = version(1, { subject: owner.personId });
  await sync.takeIn(hub, page([mine, { ...version(2), id: newId() }]));
  expect((await outgoing(own)).map(({ version: { rev } }) => rev)).toEqual([mine.rev]);
  expect(await outgoing(hub)).toEqual([]);
  expect((await rawTables(id))['outbox']).toHaveLength(1);
});

test('what cannot be kept for what it says is set aside: the rest of its page is kept, and the cursor', async () => {
  const { sync, hub, vault, newId } = await openSyncPhone();
  const body: unknown = JSON.parse(`${'['.repeat(30_000)}${']'.repeat(30_000)}`);
  const deep = { ...version(2), id: newId(), body };
  expect(await sync.takeIn(hub, page([version(1), deep]))).toMatchObject({ status: 'applied', added: 1 });
  expect(await sync.cursor(hub)).toBe('c1');
  expect(await vault.get(version(1).id)).toMatchObject({ status: 'ok' });
  expect(await vault.get(deep.id)).toBeNull();
  expect(await sync.asideOf(hub)).toMatchObject([
    { key: `${deep.id}_${deep.rev}`, why: 'nested too deep', raw: expect.stringContaining('RangeError') },
  ]);
});

test('a fault of the phone itself sets nothing aside: it is told, and the page comes again', async () => {
  const { sync, hub } = await openSyncPhone();
  vi.spyOn(crypto.subtle, 'encrypt').mockRejectedValueOnce(new Error('no key'));
  await expect(sync.takeIn(hub, page([version(1)]))).rejects.toThrow('no key');
  expect(await sync.asideOf(hub)).toEqual([]);
  expect(await sync.takeIn(hub, page([version(1)]))).toMatchObject({ status: 'applied', added: 1 });
});
