/** What ends a share or erases is not called done while others may still have what they had. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Version } from '../../../../src/core/version.ts';
import { openSyncPhone, received, type SyncPhone } from '../../../support/sync-phone.ts';
import { plan, saved, until } from '../../../support/vault.ts';

const ends = async ({ sync }: SyncPhone) => {
  const all = await until(sync.watchNotReceived(), () => true);
  return all.map((one) => one.ends);
};
const takeBack = async ({ vault }: SyncPhone, { id, rev }: Version) =>
  saved(await vault.write([{ do: 'edit', id, kind: plan, base: rev, audience: 'me' }]));

async function withOneReceived(): Promise<{ phone: SyncPhone; one: Version }> {
  const phone = await openSyncPhone();
  const one = await phone.make('one');
  await phone.sync.settle(phone.hub, received([one]));
  return { phone, one };
}

test('taken back, it is ending until that is received, also where it is changed meanwhile', async () => {
  const { phone, one } = await withOneReceived();
  const { vault, sync, hub } = phone;
  const back = await takeBack(phone, one);
  expect(await vault.get(one.id)).toMatchObject({ delivery: 'ending' });
  expect(await ends(phone)).toEqual(['share']);
  saved(await vault.write([{ do: 'edit', id: one.id, kind: plan, base: back.rev, body: { what: 'mine' } }]));
  expect(await vault.get(one.id)).toMatchObject({ delivery: 'ending' });
  await sync.settle(hub, received([back]));
  expect(await vault.get(one.id)).toMatchObject({ delivery: 'here' });
});

test('erased, it is ending until that is received', async () => {
  const { phone, one } = await withOneReceived();
  const { vault, sync, hub } = phone;
  expect(await vault.othersMayHave(one.id)).toBe(true);
  const mark = saved(await vault.write([{ do: 'erase', id: one.id }]));
  expect(await vault.get(one.id)).toMatchObject({ delivery: 'ending' });
  expect(await ends(phone)).toEqual(['record']);
  await sync.settle(hub, received([mark]));
  expect(await vault.get(one.id)).not.toMatchObject({ delivery: 'ending' });
});

test('what never left this phone is nobody else’s matter, taken back or erased', async () => {
  const phone = await openSyncPhone();
  const { vault, make } = phone;
  const [back, erased] = [await make('back'), await make('erased')];
  expect(await vault.othersMayHave(erased.id)).toBe(false);
  await takeBack(phone, back);
  saved(await vault.write([{ do: 'erase', id: erased.id }]));
  expect(await vault.get(back.id)).toMatchObject({ delivery: 'here' });
  expect(await vault.get(erased.id)).toMatchObject({ delivery: 'here' });
  expect(await ends(phone)).toEqual(['unseen']);
});

test('handed over and not heard of, it may have arrived', async () => {
  const { vault, sync, hub, make } = await openSyncPhone();
  const one = await make('one');
  await sync.markSending(hub, [one]);
  expect(await vault.othersMayHave(one.id)).toBe(true);
  await sync.endSending(hub);
  expect(await vault.othersMayHave(one.id)).toBe(true);
  saved(await vault.write([{ do: 'erase', id: one.id }]));
  expect(await vault.get(one.id)).toMatchObject({ delivery: 'ending' });
});

test('connected, it is known whether any entry is shared', async () => {
  const { phone, one } = await withOneReceived();
  const shared = () => until(phone.sync.watchAnyShared(), () => true);
  expect(await shared()).toBe(true);
  await takeBack(phone, one);
  expect(await shared()).toBe(false);
});
