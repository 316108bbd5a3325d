import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { AttachmentRef } from '../../../../src/core/define-record.ts';
import type { Version } from '../../../../src/core/version.ts';
import { openSyncPhone } from '../../../support/sync-phone.ts';
import { rawTables, saved, until } from '../../../support/vault.ts';
import { revOf, version } from '../../../support/versions.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function refOf(text: string): Promise<AttachmentRef> {
  const hash = await crypto.subtle.digest('SHA-256', bytesOf(text));
  return { sha256: Buffer.from(hash).toString('hex'), type: 'image/jpeg', bytes: bytesOf(text).byteLength };
}

const page = (versions: Version[], cursor = 'c') => ({ versions, setAside: [], cursor });

test('photos of what arrived are wanted, newest first, those that are here not', async () => {
  const { sync, hub, photo, newId } = await openSyncPhone();
  const [old, young] = [await refOf('old'), await refOf('young')];
  const here = await photo('here');
  await sync.takeIn(
    hub,
    page([
      version(1, { body: { what: 'a', photos: [old, here] } }),
      version(2, { id: newId(), kind: 'hologram', body: { deep: [{ image: young }] } }),
    ]),
  );
  expect(await sync.wanted(9)).toEqual([
    { ref: young, have: new Uint8Array() },
    { ref: old, have: new Uint8Array() },
  ]);
  expect(await sync.wanted(1)).toMatchObject([{ ref: young }]);
});

test('a photo comes in parts, also over a restart, and counts only when it is whole', async () => {
  const phone = await openSyncPhone();
  const { sync, hub, vault } = phone;
  const ref = await refOf('a whole face');
  await sync.takeIn(hub, page([version(1, { body: { what: 'a', photos: [ref] } })]));
  expect(await sync.keepArrived(ref, bytesOf('a whole'))).toEqual({ status: 'kept', complete: false });
  expect(await vault.attachment(ref.sha256)).toBeNull();
  vault.close();
  const again = await phone.openTab();
  const later = await again.sync();
  expect(await later.wanted(9)).toEqual([{ ref, have: bytesOf('a whole') }]);
  expect(JSON.stringify(await rawTables(phone.id))).not.toContain(Buffer.from('whole').toString('hex'));
  // What is as long and something else is thrown away.
  expect(await later.keepArrived(ref, bytesOf('a false face'))).toEqual({ status: 'kept', complete: false });
  expect(await later.wanted(9)).toEqual([{ ref, have: new Uint8Array() }]);
  expect(await later.keepArrived(ref, bytesOf('a whole face'))).toEqual({ status: 'kept', complete: true });
  expect(await later.wanted(9)).toEqual([]);
  expect(new Uint8Array((await later.attachment(ref.sha256)) ?? new ArrayBuffer())).toEqual(
    bytesOf('a whole face'),
  );
  // Arriving once more, it asks for nothing.
  await later.takeIn(hub, page([version(2, { base: revOf(1), body: { what: 'b', photos: [ref] } })], 'd'));
  expect(await later.wanted(9)).toEqual([]);
});

test('what came from a file without its photos is asked of the next endpoint', async () => {
  const { sync, connect, photo, vault } = await openSyncPhone();
  const [ref, here] = [await refOf('left at home'), await photo('here')];
  await vault.apply([
    version(1, { body: { what: 'a', photos: [ref] } }),
    version(2, { base: revOf(1), body: { what: 'b', photos: [here] } }),
  ]);
  expect(await sync.wanted(9)).toEqual([]);
  await connect('mine');
  expect(await sync.wanted(9)).toEqual([{ ref, have: new Uint8Array() }]);
});

test('erased, its photos are not wanted any more, and what came of them is gone', async () => {
  const { sync, hub, id } = await openSyncPhone();
  const ref = await refOf('face');
  await sync.takeIn(hub, page([version(1, { body: { what: 'a', photos: [ref] } })]));
  await sync.keepArrived(ref, bytesOf('fa'));
  await sync.takeIn(hub, page([version(2, { base: revOf(1), removed: 'erased', body: null })], 'd'));
  expect(await sync.wanted(9)).toEqual([]);
  expect(await sync.keepArrived(ref, bytesOf('face'))).toMatchObject({ status: 'kept' });
  expect((await rawTables(id))['attachments']).toEqual([]);
});

test('a wanted photo outlives the tidying of what nothing refers to', async () => {
  const { sync, hub, environment, vault } = await openSyncPhone();
  const ref = await refOf('face');
  await sync.takeIn(hub, page([version(1, { body: { what: 'a', photos: [ref] } })]));
  environment.time += 1000;
  expect(await vault.tidy(0)).toBe(0);
  expect(await sync.wanted(9)).toMatchObject([{ ref }]);
  saved(await vault.write([{ do: 'erase', id: version(1).id }]));
  expect(await sync.wanted(9)).toEqual([]);
});

test('what is no version is kept sealed beside, once for each key, and can be dropped', async () => {
  const { sync, hub, id } = await openSyncPhone();
  const at = '2026-05-01T09:00:00.000Z';
  const odd = { key: 'Rhubarb.json', why: 'Rhubarb is no version', raw: { rhubarb: true }, at };
  const long = { key: 'long', why: 'too long', raw: 'x'.repeat(100_000), at: '2026-05-01T08:00:00.000Z' };
  await sync.takeIn(hub, { versions: [version(1)], setAside: [odd, long], cursor: 'Rhubarb 1' });
  await sync.takeIn(hub, { versions: [], setAside: [odd], cursor: 'Rhubarb 2' });
  const found = await until(sync.watchSetAside(), () => true);
  expect(found).toMatchObject([odd, { key: 'long' }]);
  expect(String(found[1]?.raw).length).toBeLessThanOrEqual(64 * 1024);
  expect(JSON.stringify(await rawTables(id))).not.toMatch(/rhubarb/i);
  expect(await sync.dropSetAside('long')).toEqual({ status: 'kept' });
  expect(await until(sync.watchSetAside(), () => true)).toEqual([odd]);
  expect(await sync.cursor(hub)).toBe('Rhubarb 2');
});
