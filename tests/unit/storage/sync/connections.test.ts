import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import type { Version } from '../../../../src/core/version.ts';
import { openSyncPhone, received } from '../../../support/sync-phone.ts';
import { rawTables, until } from '../../../support/vault.ts';
import { version } from '../../../support/versions.ts';

afterEach(() => vi.restoreAllMocks());

test('a connection is there after a restart, and its settings can be changed without sending anything', async () => {
  const phone = await openSyncPhone();
  const { sync, hub, make, outgoing } = phone;
  await sync.settle(hub, received([await make('a')]));
  await sync.saveConnection({ id: hub, carries: 'everything', settings: { name: 'Our hub' } });
  expect(await outgoing(hub)).toEqual([]);
  phone.vault.close();
  const again = await (await phone.openTab()).sync();
  const wanted = [{ id: hub, carries: 'everything', settings: { name: 'Our hub' } }];
  expect(await again.connections()).toEqual(wanted);
  expect(await until(again.watchConnections(), () => true)).toEqual(wanted);
});

test('settings are changed as they stand: what was written in between is not written over', async () => {
  const { sync, hub, openTab } = await openSyncPhone();
  const other = await (await openTab()).sync();
  await sync.saveConnection({ id: hub, carries: 'everything', settings: { token: 'old' } });
  // Another login comes while the change is being sealed.
  const encrypt = crypto.subtle.encrypt.bind(crypto.subtle);
  vi.spyOn(crypto.subtle, 'encrypt').mockImplementationOnce(async (...asked) => {
    await other.saveConnection({ id: hub, carries: 'everything', settings: { token: 'new' } });
    return encrypt(...asked);
  });
  const noted = (there: unknown) => Object.assign({ noted: true }, there);
  expect(await sync.changeSettings(hub, noted)).toEqual({ status: 'kept' });
  const [now] = await sync.connections();
  expect(now?.settings).toEqual({ token: 'new', noted: true });
  await sync.changeSettings(hub, () => null);
  expect(await sync.connections()).toEqual([now]);
});

test('a connection that was ended meanwhile is not made again by changing its settings', async () => {
  const { sync, hub, make, outgoing } = await openSyncPhone();
  await make('a');
  const encrypt = crypto.subtle.encrypt.bind(crypto.subtle);
  vi.spyOn(crypto.subtle, 'encrypt').mockImplementationOnce(async (...asked) => {
    await sync.removeConnection(hub);
    return encrypt(...asked);
  });
  expect(await sync.changeSettings(hub, () => ({ noted: true }))).toEqual({ status: 'kept' });
  expect(await sync.changeSettings(hub, () => ({ noted: true }))).toEqual({ status: 'kept' });
  expect([await sync.connections(), await outgoing(hub)]).toEqual([[], []]);
});

test('thousands may wait when one connects: none of their rows is written anew', async () => {
  const { make, outgoing, connect } = await openSyncPhone();
  const waiting = [await make('a'), await make('b')];
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  const own = await connect('mine');
  const written = put.mock.contexts.map((store) => (store as IDBObjectStore).name);
  expect(written).not.toContain('outbox');
  expect((await outgoing(own)).map(({ version: { id } }) => id)).toEqual(waiting.map(({ id }) => id));
});

test('a copy of one’s own gets what is about oneself, also what others have already, and nobody else’s', async () => {
  const { sync, hub, make, newId, outgoing, connect, vault } = await openSyncPhone();
  const there = await make('there');
  const waiting = await make('waiting');
  await make('mine alone', { audience: 'me' });
  const theirs = await make('about somebody', { subject: newId() });
  await sync.settle(hub, received([there, theirs]));
  const own = await connect('mine');
  expect((await outgoing(own)).map(({ version: { id } }) => id)).toEqual([there.id, waiting.id]);
  expect((await outgoing(hub)).map(({ version: { id } }) => id)).toEqual([waiting.id]);
  // Received is what all have that carry it.
  expect(await vault.get(there.id)).toMatchObject({ delivery: 'here' });
  await sync.settle(own, received([there, waiting]));
  expect(await vault.get(there.id)).toMatchObject({ delivery: 'received' });
  expect(await vault.get(waiting.id)).toMatchObject({ delivery: 'here' });
  await sync.settle(hub, received([waiting]));
  expect(await vault.get(waiting.id)).toMatchObject({ delivery: 'received' });
});

test('words that were taken back are not told to a further endpoint', async () => {
  const { sync, hub, make, change, outgoing, connect } = await openSyncPhone();
  const shared = await make('too much');
  await sync.settle(hub, received([shared]));
  const ended = await change(shared, { audience: 'me' });
  const again = await change(ended, { what: 'less', audience: 'team' });
  await sync.settle(hub, received([ended, again]));
  const own = await connect('mine');
  // It may have them from elsewhere: that their share ended is told.
  expect((await outgoing(own)).map(({ version: { rev, body } }) => [rev, body])).toEqual([
    [ended.rev, null],
    [again.rev, { what: 'less' }],
  ]);
});

test('an end is told again also where the last change before it had never left', async () => {
  const { sync, hub, make, change, outgoing, connect } = await openSyncPhone();
  const shared = await make('too much');
  await sync.settle(hub, received([shared]));
  const edit = await change(shared, { what: 'far too much' });
  const ended = await change(edit, { audience: 'me' });
  await sync.settle(hub, received([ended]));
  await change(ended, { what: 'mine alone' });
  expect(await outgoing(hub)).toEqual([]);
  const told = [[ended.rev, null]];
  const own = await connect('mine');
  expect((await outgoing(own)).map(({ version: { rev, body } }) => [rev, body])).toEqual(told);
  await sync.queueAgain(hub);
  expect((await outgoing(hub)).map(({ version: { rev, body } }) => [rev, body])).toEqual(told);
});

test('of what is shared again by somebody else, that its first share ended is theirs to tell', async () => {
  const { sync, hub, newId, outgoing } = await openSyncPhone();
  const shared = { ...version(1), id: newId() };
  const ended: Version = { ...shared, rev: version(2).rev, base: shared.rev, audience: 'me', body: null };
  const again: Version = { ...shared, rev: version(3).rev, base: ended.rev };
  await sync.takeIn(hub, { versions: [shared, ended], setAside: [], cursor: 'c' });
  await sync.queueAgain(hub);
  expect((await outgoing(hub)).map((one) => one.version.rev)).toEqual([ended.rev]);
  await sync.takeIn(hub, { versions: [again], setAside: [], cursor: 'd' });
  await sync.settle(hub, received([ended]));
  await sync.queueAgain(hub);
  expect((await outgoing(hub)).map((one) => one.version.rev)).toEqual([again.rev]);
});

test('what was for a connection alone is forgotten with it, and stays on the phone', async () => {
  const { sync, hub, make, connect, outgoing, vault, id } = await openSyncPhone();
  const own = await connect('mine');
  const [both, neither] = [await make('both'), await make('neither')];
  await sync.settle(hub, received([both]));
  await sync.takeIn(own, { versions: [], setAside: [{ key: 'k', why: 'w', raw: 1, at: '' }], cursor: 'c' });
  expect(await sync.removeConnection(own)).toEqual({ status: 'kept' });
  expect(await sync.connections()).toMatchObject([{ id: hub }]);
  expect([await sync.cursor(own), await outgoing(own)]).toEqual([null, []]);
  expect(await vault.get(both.id)).toMatchObject({ delivery: 'received' });
  expect((await outgoing(hub)).map((one) => one.version.id)).toEqual([neither.id]);
  expect((await rawTables(id))['aside']).toEqual([]);
  // Without any, what nobody has still waits, and is counted.
  await sync.removeConnection(hub);
  expect(await vault.get(neither.id)).toMatchObject({ delivery: 'here' });
  expect(await until(vault.watchOutbox(), (count) => count > 0)).toBe(1);
  const next = await outgoing(await connect('everything'));
  expect(next.map((one) => one.version.id)).toEqual([both.id, neither.id]);
});

test('records of one organisation do not go to the next one', async () => {
  const { sync, hub, newId, connect, outgoing } = await openSyncPhone();
  await sync.takeIn(hub, { versions: [{ ...version(1), id: newId() }], setAside: [], cursor: 'c' });
  await sync.removeConnection(hub);
  expect(await outgoing(await connect('everything'))).toEqual([]);
});

test('an endpoint that has forgotten is given everything again, and its list is read from the start', async () => {
  const { sync, hub, make, change, newId, outgoing, vault } = await openSyncPhone();
  const first = await make('first');
  const second = await change(first, { what: 'second' });
  const theirs = { ...version(1), id: newId() };
  const shared = await make('shared');
  await sync.settle(hub, received([first, second, shared]));
  const ended = await change(shared, { audience: 'me' });
  await sync.settle(hub, received([ended]));
  const hasty = await make('hasty');
  await change(hasty, { audience: 'me' });
  await sync.takeIn(hub, { versions: [theirs], setAside: [], cursor: 'far' });
  expect(await outgoing(hub)).toEqual([]);

  expect(await sync.queueAgain(hub)).toEqual({ status: 'kept' });
  expect(await sync.cursor(hub)).toBeNull();
  const again = (await outgoing(hub)).map((one) => [one.version.rev, one.version.body]);
  expect(again).toHaveLength(4);
  expect(again).toEqual(
    expect.arrayContaining([
      [first.rev, { what: 'first' }],
      [second.rev, { what: 'second' }],
      [theirs.rev, theirs.body],
      [ended.rev, null],
    ]),
  );
  expect(await vault.get(first.id)).toMatchObject({ delivery: 'here' });
});
