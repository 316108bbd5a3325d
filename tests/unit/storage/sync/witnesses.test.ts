import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Version } from '../../../../src/core/version.ts';
import { openSyncPhone, received } from '../../../support/sync-phone.ts';
import { rawTables } from '../../../support/vault.ts';
import { version } from '../../../support/versions.ts';

const key = ({ id, rev }: Version) => ({ id, rev });

test('the newest that was proven and the newest that was listed are what must be there, once each', async () => {
  const { sync, hub, make, newId } = await openSyncPhone();
  expect(await sync.witnesses(hub, [])).toEqual([]);
  const [first, second, third] = [await make('a'), await make('b'), await make('c')];
  await sync.settle(hub, received([first, second]));
  await sync.settle(hub, [{ ...key(third), to: 'tried' }]);
  expect(await sync.witnesses(hub, [])).toEqual([key(second)]);
  const theirs = { ...version(1), id: newId() };
  await sync.takeIn(hub, { versions: [theirs], setAside: [], cursor: 'one' });
  expect(await sync.witnesses(hub, [key(theirs), key(first)])).toEqual([key(second), key(theirs)]);
  expect(await sync.witnesses(hub, [key(second), key(theirs)])).toEqual([key(second)]);
});

test('what was erased or taken back since is not missed; the one before it is asked after', async () => {
  const { sync, hub, make, change, vault } = await openSyncPhone();
  const [first, erased, back, again] = [await make('a'), await make('b'), await make('c'), await make('d')];
  await sync.settle(hub, received([first, erased, back, again]));
  const [secret] = [await change(again, { audience: 'me' })];
  await sync.settle(hub, received([secret]));
  // Shared once more, the words from before are not given out by that.
  await change(secret, { audience: 'team' });
  await change(back, { audience: 'me' });
  await vault.write([{ do: 'erase', id: erased.id }]);
  const listed = [again, back, erased, first].map(key);
  expect(await sync.witnesses(hub, listed)).toEqual([key(first)]);
});

test('few are noted, whatever is sent, and none after everything is sent again', async () => {
  const { sync, hub, make, id } = await openSyncPhone();
  const all: Version[] = [];
  for (let at = 0; at < 6; at += 1) all.push(await make(`plan ${at}`));
  await sync.markSending(hub, all);
  await sync.settle(hub, received(all));
  const noted = [...all].reverse().slice(0, 3).map(key);
  expect((await rawTables(id))['sending']).toEqual([{ connection: hub, underWay: '', proven: noted }]);
  await sync.queueAgain(hub);
  expect(await sync.witnesses(hub, [])).toEqual([]);
});

test('a page that goes on from where nobody stands any more is not kept', async () => {
  const { sync, hub, make, newId } = await openSyncPhone();
  await make('a');
  const page = (cursor: string, continues: boolean) => ({
    versions: [{ ...version(1), id: newId() }],
    setAside: [],
    cursor,
    continues,
  });
  expect(await sync.takeIn(hub, page('one', false))).toMatchObject({ status: 'applied' });
  expect(await sync.takeIn(hub, page('two', true))).toMatchObject({ status: 'applied' });
  await sync.queueAgain(hub);
  expect(await sync.takeIn(hub, page('three', true))).toEqual({ status: 'anew' });
  expect(await sync.cursor(hub)).toBeNull();
  expect(await sync.takeIn(hub, page('one', false))).toMatchObject({ status: 'applied', added: 1 });
});
