/** Nothing keeps the same record from being put into a pack and beside it but Plotline itself. */
import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { finishNew } from '../../../src/core/draft-commands.ts';
import { describeVault } from '../../../src/storage/database.ts';
import { toRecord } from '../../../src/storage/place.ts';
import { idAt, manyRecords } from '../../support/many-records.ts';
import { holds, standing, takeAll } from '../../support/packed.ts';
import { openSyncPhone } from '../../support/sync-phone.ts';
import { bodies, plan } from '../../support/vault.ts';
import { personId } from '../../support/versions.ts';

afterEach(() => vi.restoreAllMocks());

const creation = {
  do: 'create',
  id: idAt(20),
  kind: plan,
  subject: personId,
  body: { what: 'finished here' },
  audience: 'team',
} as const;

test.each([30, 60])(
  'a phone made anew from its backup: its draft is there, and what became of it comes back in pages of %i; finished again it is one record',
  async (size) => {
    const phone = await openSyncPhone();
    const { personId: subject, role } = phone.owner;
    const body = { what: 'came 20' };
    await phone.vault.saveDraft('plan', body);
    await takeAll(
      phone,
      manyRecords(60, () => ({ subject, author: { id: subject, role } })),
      size,
    );
    const again = { ...creation, subject, body };
    expect(await finishNew(phone.vault, again, 'plan')).toEqual({ status: 'saved', versions: [] });
    const shown = bodies((await phone.vault.list({})).items);
    expect(shown.filter((one) => JSON.stringify(one) === JSON.stringify(body))).toHaveLength(1);
    expect(await phone.outgoing(phone.hub)).toEqual([]);
    expect(await phone.vault.draft('plan')).toBeNull();
    await standing(phone.id);
  },
);

test('a record that came in a pack is not made a second time: the rest of that write is not kept either', async () => {
  const phone = await openSyncPhone();
  await takeAll(phone, manyRecords(60));
  const before = await standing(phone.id);
  const other = { ...creation, id: idAt(100) };
  expect(await phone.vault.write([other, creation])).toMatchObject({ status: 'invalid' });
  expect(await standing(phone.id)).toEqual(before);
  expect(await phone.outgoing(phone.hub)).toEqual([]);
  expect(await phone.vault.write([other])).toMatchObject({ status: 'saved' });
});

test('erased, it is gone from wherever it stands, also where something once put it into both places', async () => {
  const phone = await openSyncPhone();
  await takeAll(phone, manyRecords(60));
  const { packed } = await standing(phone.id);
  const twice = packed.find(({ id }) => id === idAt(20));
  if (!twice) throw new Error('not packed');
  const db = describeVault(phone.id);
  await db.records.put(toRecord(twice));
  db.dexie.close();
  await phone.vault.write([{ do: 'erase', id: idAt(20) }]);
  const after = await standing(phone.id);
  expect(holds(after, twice.sealed)).toBe(false);
  expect(after.packed).toHaveLength(59);
  expect((await phone.vault.list({})).items).toHaveLength(59);
});

test('a browser that tells of a full phone by the request: it is called full, and nothing of the page is kept', async () => {
  const phone = await openSyncPhone();
  await takeAll(phone, manyRecords(60));
  const before = await standing(phone.id);
  const add = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'add')
    ?.value as IDBObjectStore['add'];
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, row: object) {
    // Fails, for that place is taken; and says why as Firefox does.
    const request = add.call(this, this.name === 'packs' ? { ...row, place: 1 } : row);
    const full = new DOMException('no room', 'QuotaExceededError');
    if (this.name === 'packs') Object.defineProperty(request, 'error', { get: () => full, set: () => {} });
    return request;
  });
  const page = { versions: manyRecords(200).slice(60), setAside: [], cursor: 'c2' };
  expect(await phone.sync.takeIn(phone.hub, page)).toEqual({ status: 'full' });
  expect(phone.broken).toEqual([]);
  vi.restoreAllMocks();
  expect(await standing(phone.id)).toEqual(before);
  expect(await phone.sync.takeIn(phone.hub, page)).toMatchObject({ added: 140 });
});
