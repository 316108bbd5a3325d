import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { AttachmentRef } from '../../../src/core/define-record.ts';
import { openTestVault, plan, rawTables, saved, tamper, type TestVault } from '../../support/vault.ts';

const bytes = (text: string) => new TextEncoder().encode(text).buffer;

async function keep(phone: TestVault, text: string): Promise<AttachmentRef> {
  const kept = await phone.vault.keepAttachment(bytes(text), { type: 'image/jpeg' });
  if (kept.status !== 'kept') throw new Error(kept.status);
  return kept.ref;
}

async function planWith(phone: TestVault, photos: AttachmentRef[]): Promise<string> {
  const id = phone.newId();
  const { personId: subject } = phone.owner;
  const first = saved(
    await phone.vault.write([
      { do: 'create', id, kind: plan, subject, body: { what: 'dig', photos }, audience: 'team' },
    ]),
  );
  saved(
    await phone.vault.write([{ do: 'edit', id, kind: plan, base: first.rev, body: { what: 'dig deep' } }]),
  );
  return id;
}

test('what is erased is gone from every table, and only an empty tombstone is left', async () => {
  const phone = await openTestVault();
  const photo = await keep(phone, 'face');
  const id = await planWith(phone, [photo]);
  const tombstone = saved(await phone.vault.write([{ do: 'erase', id }]));
  const raw = await rawTables(phone.id);
  expect(raw).toMatchObject({ history: [], attachments: [], drafts: [] });
  expect(raw['records']).toMatchObject([{ id, removed: 'erased', attachments: [] }]);
  // The endpoint may know of it, so it has to hear of the erasure, and of nothing else.
  expect(raw['outbox']).toMatchObject([{ id, rev: tombstone.rev }]);
  expect(tombstone.body).toBeNull();
  expect(await phone.vault.attachment(photo.sha256)).toBeNull();
  expect((await phone.vault.list({ withdrawn: true })).items).toEqual([]);
  expect((await phone.vault.list({ subject: phone.owner.personId, limit: 9 })).items).toEqual([]);
});

test('a photo that another record or a draft still shows is kept', async () => {
  const phone = await openTestVault();
  const [shared, drafted, alone] = [await keep(phone, 'a'), await keep(phone, 'b'), await keep(phone, 'c')];
  const id = await planWith(phone, [shared, drafted, alone]);
  await planWith(phone, [shared]);
  await phone.vault.saveDraft('plan:new', { photos: [drafted] });
  saved(await phone.vault.write([{ do: 'erase', id }]));
  expect(await phone.vault.attachment(shared.sha256)).toEqual(bytes('a'));
  expect(await phone.vault.attachment(drafted.sha256)).toEqual(bytes('b'));
  expect(await phone.vault.attachment(alone.sha256)).toBeNull();
});

test('what was being changed in it goes as well, with the photos that only its draft showed', async () => {
  const phone = await openTestVault();
  const [kept, drafted] = [await keep(phone, 'a'), await keep(phone, 'b')];
  const id = await planWith(phone, [kept]);
  const other = await planWith(phone, []);
  await phone.vault.saveDraft(`edit-plan:${id}`, { what: 'a secret', photos: [kept, drafted] });
  await phone.vault.saveDraft(`edit-plan:${other}`, { what: 'stays' });
  await phone.vault.saveDraft(`plan:${phone.owner.personId}`, { what: 'stays too' });
  saved(await phone.vault.write([{ do: 'erase', id }]));
  const drafts = await Promise.all(
    [`edit-plan:${id}`, `edit-plan:${other}`, `plan:${phone.owner.personId}`].map((key) =>
      phone.vault.draft(key),
    ),
  );
  expect(drafts.map((draft) => draft?.value)).toEqual([undefined, { what: 'stays' }, { what: 'stays too' }]);
  expect(await phone.vault.attachment(kept.sha256)).toBeNull();
  expect(await phone.vault.attachment(drafted.sha256)).toBeNull();
});

test('a damaged record can be erased', async () => {
  const phone = await openTestVault();
  const id = await planWith(phone, []);
  await tamper(phone.id, 'records', id, { sealed: new ArrayBuffer(40) });
  const tab = await phone.openTab();
  expect(await tab.get(id)).toMatchObject({ status: 'damaged' });
  saved(await tab.write([{ do: 'erase', id }]));
  expect(await tab.get(id)).toMatchObject({ status: 'ok', version: { removed: 'erased' } });
});

test('attachments that nothing refers to are swept when they are old enough', async () => {
  const phone = await openTestVault();
  const [used, drafted, orphan] = [await keep(phone, 'a'), await keep(phone, 'b'), await keep(phone, 'c')];
  await planWith(phone, [used]);
  await phone.vault.saveDraft('plan:new', { photos: [drafted] });
  phone.environment.time += 30 * 60_000;
  const young = await keep(phone, 'd');
  phone.environment.time += 40 * 60_000;
  expect(await phone.vault.tidy(60 * 60_000)).toBe(1);
  const here = await Promise.all(
    [used, drafted, orphan, young].map((ref) => phone.vault.attachment(ref.sha256)),
  );
  expect(here.map((found) => found !== null)).toEqual([true, true, false, true]);
});

test('a photo handed in twice is kept once, and mended when it was damaged', async () => {
  const phone = await openTestVault();
  const ref = await keep(phone, 'face');
  expect(ref).toEqual({
    sha256: '0282d9b79f42c74c1550b20ff2dd16aafc3fe5d8ae9a00b2f66996d0ae882775',
    type: 'image/jpeg',
    bytes: 4,
  });
  await tamper(phone.id, 'attachments', ref.sha256, { sealed: new ArrayBuffer(40) });
  expect(await phone.vault.attachment(ref.sha256)).toBeNull();
  await keep(phone, 'face');
  expect(await phone.vault.attachment(ref.sha256)).toEqual(bytes('face'));
  expect((await rawTables(phone.id))['attachments']).toHaveLength(1);
});
