/** What an endpoint refuses for good need not be offered there for ever. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Settled } from '../../../../src/core/sync-store.ts';
import type { Version } from '../../../../src/core/version.ts';
import { openSyncPhone, received, type SyncPhone } from '../../../support/sync-phone.ts';
import { until } from '../../../support/vault.ts';

const refused = ({ id, rev }: Version): Settled => ({
  id,
  rev,
  to: 'refused',
  why: 'no',
  reason: 'rejected',
});
const states = async ({ sync }: SyncPhone) => {
  const all = await until(sync.watchNotReceived(), () => true);
  return all.map(({ connection, id, state }) => [connection, id, state]);
};
const ids = (items: { version: Version }[]) => items.map(({ version }) => version.id);

test('it needs nobody any more, is not offered there, and is not called received', async () => {
  const phone = await openSyncPhone();
  const { sync, hub, make, vault, outgoing } = phone;
  const [one, other] = [await make('one'), await make('other')];
  await sync.settle(hub, [refused(one), refused(other)]);
  await sync.keepBack(hub, [one]);
  expect(await states(phone)).toEqual([
    [hub, one.id, 'kept-back'],
    [hub, other.id, 'refused'],
  ]);
  expect(await vault.get(one.id)).toMatchObject({ delivery: 'here' });
  // Trying the rest again does not take it along.
  await sync.retry(hub);
  expect(ids(await outgoing(hub))).toEqual([other.id]);
});

test('only what was refused is kept back: what waits is sent all the same', async () => {
  const { sync, hub, make, outgoing } = await openSyncPhone();
  const waits = await make('waits');
  await sync.keepBack(hub, [waits]);
  expect(ids(await outgoing(hub))).toEqual([waits.id]);
});

test('for that place only: elsewhere it goes, and counts as received there', async () => {
  const phone = await openSyncPhone();
  const { sync, hub, make, connect, vault, outgoing } = phone;
  const own = await connect('mine');
  const one = await make('one');
  await sync.settle(own, [refused(one)]);
  await sync.keepBack(own, [one]);
  expect(ids(await outgoing(hub))).toEqual([one.id]);
  expect(await outgoing(own)).toEqual([]);
  await sync.settle(hub, received([one]));
  expect(await states(phone)).toEqual([]);
  expect(await vault.get(one.id)).toMatchObject({ delivery: 'received' });
});

test('sending everything again offers it once more, whether or not others have it', async () => {
  const { sync, hub, make, connect, outgoing } = await openSyncPhone();
  const own = await connect('mine');
  const [both, none] = [await make('both'), await make('none')];
  await sync.settle(hub, [...received([both]), refused(none)]);
  await sync.settle(own, [refused(both), refused(none)]);
  await sync.keepBack(own, [both, none]);
  expect(await outgoing(own)).toEqual([]);
  await sync.queueAgain(own);
  expect(ids(await outgoing(own))).toEqual([both.id, none.id]);
  expect(await outgoing(hub)).toEqual([]);
});

test('found there after all, it is received', async () => {
  const phone = await openSyncPhone();
  const { sync, hub, make, vault, photo } = phone;
  const [one, shown] = [await make('one'), await make('shown', { photos: [await photo('face')] })];
  await sync.settle(hub, [refused(one), refused(shown)]);
  await sync.keepBack(hub, [one, shown]);
  await sync.takeIn(hub, { versions: [one, shown], setAside: [], cursor: 'c' });
  expect(await vault.get(one.id)).toMatchObject({ delivery: 'received' });
  // Its photo is not sent behind its back.
  expect((await sync.outgoing(hub, { limit: 9, withWordsThere: true })).items).toEqual([]);
});

test('written anew, the new words go there; kept for oneself, nothing is left to say', async () => {
  const phone = await openSyncPhone();
  const { sync, hub, make, change, outgoing } = phone;
  const one = await make('bold');
  await sync.settle(hub, [refused(one)]);
  await sync.keepBack(hub, [one]);
  const mild = await change(one, { what: 'mild' });
  expect((await outgoing(hub)).map(({ version }) => version.body)).toEqual([{ what: 'mild' }]);
  await sync.settle(hub, [refused(mild)]);
  await sync.keepBack(hub, [mild]);
  await change(mild, { audience: 'me' });
  expect((await states(phone)).filter(([, , state]) => state === 'kept-back')).toEqual([]);
});
