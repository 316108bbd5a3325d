/** Tidying away photos that nothing refers to: what was looked at is not asked about again, and what is needed stays. */
import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import type { AttachmentRef } from '../../../src/core/define-record.ts';
import { openTestVault, plan, rawTables, saved, type TestVault } from '../../support/vault.ts';
import { revOf, version } from '../../support/versions.ts';

const HOUR = 60 * 60_000;

afterEach(() => vi.restoreAllMocks());

async function keep(phone: TestVault, text: string): Promise<AttachmentRef> {
  const kept = await phone.vault.keepAttachment(new TextEncoder().encode(text).buffer, {
    type: 'image/jpeg',
  });
  if (kept.status !== 'kept') throw new Error(kept.status);
  return kept.ref;
}

async function planWith(phone: TestVault, photos: AttachmentRef[]): Promise<string> {
  const id = phone.newId();
  const body = { what: 'dig', photos };
  saved(await phone.vault.write([{ do: 'create', id, kind: plan, subject: phone.owner.personId, body }]));
  return id;
}

/** Tidies an hour later; says how many went, and how many questions about uses it took. */
async function tidy(phone: TestVault): Promise<{ went: number; asked: number }> {
  phone.environment.time += 2 * HOUR;
  const asked = vi.spyOn(IDBIndex.prototype, 'count');
  const went = await phone.vault.tidy(HOUR);
  const { length } = asked.mock.calls;
  asked.mockRestore();
  return { went, asked: length };
}

const here = async (phone: TestVault, ...refs: AttachmentRef[]) =>
  Promise.all(refs.map(async ({ sha256 }) => (await phone.vault.attachment(sha256)) !== null));

test('what a version has is asked about once, however many there are; what is new is asked about', async () => {
  const phone = await openTestVault();
  const photos = await Promise.all(Array.from({ length: 40 }, (_, at) => keep(phone, `photo ${at}`)));
  for (const photo of photos) await planWith(phone, [photo]);
  expect((await tidy(phone)).asked).toBeGreaterThanOrEqual(40);
  expect(await tidy(phone)).toEqual({ went: 0, asked: 0 });

  const orphan = await keep(phone, 'orphan');
  const [own] = [await keep(phone, 'own')];
  await planWith(phone, [own]);
  const next = await tidy(phone);
  expect(next.went).toBe(1);
  expect(next.asked).toBeLessThanOrEqual(3 * 2 + 3);
  expect(await here(phone, orphan, own, ...photos.slice(0, 2))).toEqual([false, true, true, true]);
  expect(await tidy(phone)).toEqual({ went: 0, asked: 0 });
});

test('what only a draft has is asked about again, and goes once the draft is gone', async () => {
  const phone = await openTestVault();
  const [drafted, becomes] = [await keep(phone, 'drafted'), await keep(phone, 'becomes')];
  await phone.vault.saveDraft('plan:new', { photos: [drafted, becomes] });
  expect((await tidy(phone)).went).toBe(0);
  expect((await tidy(phone)).asked).toBeGreaterThan(0);
  await planWith(phone, [becomes]);
  await phone.vault.dropDraft('plan:new');
  expect((await tidy(phone)).went).toBe(1);
  expect(await here(phone, drafted, becomes)).toEqual([false, true]);
  expect(await tidy(phone)).toEqual({ went: 0, asked: 0 });
});

test('a photo that a draft still had when its record was erased goes with that draft', async () => {
  const phone = await openTestVault();
  const photo = await keep(phone, 'both');
  const id = await planWith(phone, [photo]);
  expect((await tidy(phone)).went).toBe(0);
  await phone.vault.saveDraft('plan:new', { photos: [photo] });
  saved(await phone.vault.write([{ do: 'erase', id }]));
  expect(await here(phone, photo)).toEqual([true]);
  expect((await tidy(phone)).went).toBe(0);
  await phone.vault.dropDraft('plan:new');
  expect((await tidy(phone)).went).toBe(1);
  expect(await here(phone, photo)).toEqual([false]);
});

test('an earlier version, a rival, a withdrawn record and what waits to be sent keep theirs', async () => {
  const phone = await openTestVault();
  const [earlier, rival, withdrawn, waiting] = await Promise.all(
    ['earlier', 'rival', 'withdrawn', 'waiting'].map((text) => keep(phone, text)),
  );
  if (!earlier || !rival || !withdrawn || !waiting) throw new Error('not kept');
  const subject = phone.owner.personId;
  const first = version(1, { subject, body: { what: 'a', photos: [earlier] } });
  await phone.vault.apply([
    first,
    version(2, { subject, base: revOf(1), body: { what: 'b' } }),
    version(3, { subject, base: revOf(1), body: { what: 'c', photos: [rival] } }),
    version(4, { subject, base: revOf(1), body: { what: 'd' } }),
  ]);
  const hidden = await planWith(phone, [withdrawn]);
  const current = await phone.vault.get(hidden);
  if (current?.status !== 'ok') throw new Error('not read');
  await phone.vault.write([{ do: 'withdraw', id: hidden, base: current.version.rev }]);
  const id = phone.newId();
  const body = { what: 'to send', photos: [waiting] };
  saved(await phone.vault.write([{ do: 'create', id, kind: plan, subject, body, audience: 'team' }]));
  for (let time = 0; time < 3; time++) expect((await tidy(phone)).went).toBe(0);
  expect(await here(phone, earlier, rival, withdrawn, waiting)).toEqual([true, true, true, true]);
});

test('one handed in again after it was looked at is young again', async () => {
  const phone = await openTestVault();
  const photo = await keep(phone, 'again');
  await phone.vault.saveDraft('plan:new', { photos: [photo] });
  await tidy(phone);
  await phone.vault.dropDraft('plan:new');
  phone.environment.time += 2 * HOUR;
  await keep(phone, 'again');
  expect(await phone.vault.tidy(HOUR)).toBe(0);
  expect(await here(phone, photo)).toEqual([true]);
  expect((await tidy(phone)).went).toBe(1);
});

test('after a clock was set back, all is looked at once more', async () => {
  const phone = await openTestVault();
  await planWith(phone, [await keep(phone, 'used')]);
  await tidy(phone);
  phone.environment.time -= 1000 * HOUR;
  const orphan = await keep(phone, 'orphan');
  expect((await tidy(phone)).went).toBe(1);
  expect(await here(phone, orphan)).toEqual([false]);
  expect(await tidy(phone)).toEqual({ went: 0, asked: 0 });
});

test('what it noted can be damaged: then all is looked at', async () => {
  const phone = await openTestVault();
  await planWith(phone, [await keep(phone, 'used')]);
  await tidy(phone);
  const { tamper } = await import('../../support/vault.ts');
  await tamper(phone.id, 'meta', 'swept', { value: 'broken' });
  expect((await tidy(phone)).asked).toBeGreaterThan(0);
  expect((await rawTables(phone.id))['attachments']).toHaveLength(1);
});

test('handed in after a clock that was ahead was put right, it is still asked about', async () => {
  const phone = await openTestVault();
  phone.environment.time += 24 * HOUR;
  await tidy(phone);
  phone.environment.time -= 25 * HOUR;
  const orphan = await keep(phone, 'thrown away');
  phone.environment.time += 48 * HOUR;
  expect((await tidy(phone)).went).toBe(1);
  expect(await here(phone, orphan)).toEqual([false]);
});

test('what is of no use to one is left where somebody else has handed it in again meanwhile', async () => {
  const phone = await openTestVault();
  const first = await phone.vault.keepAttachment(new ArrayBuffer(9), { type: 'image/jpeg' });
  const alone = await phone.vault.keepAttachment(new ArrayBuffer(8), { type: 'image/jpeg' });
  if (first.status !== 'kept' || alone.status !== 'kept') throw new Error('not kept');
  phone.environment.time += 1000;
  await phone.vault.keepAttachment(new ArrayBuffer(9), { type: 'image/jpeg' });
  expect(await phone.vault.dropUnused([first.handedIn, alone.handedIn])).toEqual({ status: 'saved' });
  expect(await here(phone, first.ref, alone.ref)).toEqual([true, false]);
});
