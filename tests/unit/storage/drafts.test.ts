import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { openTestVault, plan, saved, tamper, until } from '../../support/vault.ts';

test('a draft is there when the app is opened again, as it was at the last change', async () => {
  const phone = await openTestVault();
  const value = { words: 'half a' };
  const first = phone.vault.saveDraft('talk:me', value);
  value.words = 'half a sentence';
  const second = phone.vault.saveDraft('talk:me', value);
  value.words = 'changed without saving';
  expect([await first, await second]).toEqual([{ status: 'saved' }, { status: 'saved' }]);
  phone.vault.close();
  expect(await (await phone.openTab()).draft('talk:me')).toEqual({
    key: 'talk:me',
    value: { words: 'half a sentence' },
    savedAt: '2026-05-01T09:00:00.000Z',
  });
});

test('saves follow each other however long each takes', async () => {
  const phone = await openTestVault();
  const sizes = [200_000, 10, 50_000, 1, 100_000, 3];
  await Promise.all(sizes.map((size) => phone.vault.saveDraft('talk:me', 'x'.repeat(size))));
  expect((await phone.vault.draft('talk:me'))?.value).toHaveLength(3);
});

test('a save still under way does not bring back the draft that a write has ended', async () => {
  const phone = await openTestVault();
  const { personId: subject } = phone.owner;
  const seal = crypto.subtle.encrypt.bind(crypto.subtle);
  let goOn = () => {};
  const held = new Promise<void>((resolve) => (goOn = resolve));
  vi.spyOn(crypto.subtle, 'encrypt').mockImplementationOnce(async (...how) => {
    await held;
    return seal(...how);
  });
  const saving = phone.vault.saveDraft('plan:x', { what: 'half' });
  const create = { do: 'create', id: phone.newId(), kind: plan, subject, body: { what: 'done' } } as const;
  const writing = phone.vault.write([create], { draft: 'plan:x' });
  // Long enough for a write that does not wait its turn to be over.
  for (let turn = 0; turn < 100; turn++) await new Promise((resolve) => setImmediate(resolve));
  goOn();
  saved(await writing);
  await saving;
  expect(await phone.vault.draft('plan:x')).toBeNull();
});

test('drafts are watched, latest first; dropped ones are left out, damaged ones are said to be so', async () => {
  const phone = await openTestVault();
  for (const key of ['a', 'b', 'c', 'd']) {
    phone.environment.time += 1000;
    await phone.vault.saveDraft(key, key);
  }
  await phone.vault.dropDraft('b');
  await tamper(phone.id, 'drafts', 'c', { sealed: new ArrayBuffer(20) });
  await tamper(phone.id, 'drafts', 'a', { sealed: new ArrayBuffer(3), savedAt: 'never' });
  const tab = await phone.openTab();
  const drafts = await until(tab.watchDrafts(), (all) => all.length > 0);
  expect(drafts).toMatchObject([
    { key: 'd', value: 'd' },
    { key: 'c', damaged: true },
    { key: 'a', damaged: true },
  ]);
  const savedAt = new Date(phone.environment.time - 1000).toISOString();
  expect(await tab.draft('c')).toEqual({ key: 'c', value: null, savedAt, damaged: true });
  expect(await tab.draft('a')).toEqual({ key: 'a', value: null, savedAt: '', damaged: true });
  expect(await tab.draft('never')).toBeNull();
});

test('who watches the drafts hears that one has become a record', async () => {
  const phone = await openTestVault();
  await phone.vault.saveDraft('plan:x', 'half a thought');
  let begun = false;
  const gone = new Promise<void>((heard) => {
    phone.vault.watchDrafts().subscribe((drafts) => {
      if (begun && drafts.length === 0) heard();
      begun ||= drafts.length === 1;
    });
  });
  await until(phone.vault.watchDrafts(), (drafts) => drafts.length === 1);
  const create = {
    do: 'create',
    id: phone.newId(),
    kind: plan,
    subject: phone.newId(),
    body: { what: 'a' },
  } as const;
  saved(await phone.vault.write([create], { draft: 'plan:x' }));
  await expect(gone).resolves.toBeUndefined();
});

test('what another window saved is not written over, until it was read here', async () => {
  const phone = await openTestVault();
  const other = await phone.openTab();
  await phone.vault.saveDraft('talk:me', 'begun');
  await Promise.all([phone.vault.draft('talk:me'), other.draft('talk:me')]);
  expect(await other.saveDraft('talk:me', 'said there')).toEqual({ status: 'saved' });
  expect(await phone.vault.saveDraft('talk:me', 'said here')).toEqual({ status: 'elsewhere' });
  expect((await phone.vault.draft('talk:me'))?.value).toBe('said there');
  expect(await phone.vault.saveDraft('talk:me', 'both')).toEqual({ status: 'saved' });
  expect(await other.saveDraft('talk:me', 'late')).toEqual({ status: 'elsewhere' });
});

test('two windows that both found nothing begun do not write over each other', async () => {
  const phone = await openTestVault();
  const other = await phone.openTab();
  await Promise.all([phone.vault.draft('talk:me'), other.draft('talk:me')]);
  expect(await phone.vault.saveDraft('talk:me', 'first')).toEqual({ status: 'saved' });
  expect(await other.saveDraft('talk:me', 'second')).toEqual({ status: 'elsewhere' });
  await other.dropDraft('talk:me');
  expect(await phone.vault.saveDraft('talk:me', 'again')).toEqual({ status: 'saved' });
});

test('a draft that another window has changed outlives the record made of the earlier one', async () => {
  const phone = await openTestVault();
  const other = await phone.openTab();
  const create = (what: string) =>
    ({ do: 'create', id: phone.newId(), kind: plan, subject: phone.owner.personId, body: { what } }) as const;
  await phone.vault.saveDraft('plan:x', { what: 'begun' });
  await other.draft('plan:x');
  await other.saveDraft('plan:x', { what: 'gone on there' });
  const made = create('begun');
  saved(await phone.vault.write([made], { draft: 'plan:x' }));
  expect((await phone.vault.get(made.id))?.status).toBe('ok');
  expect((await other.draft('plan:x'))?.value).toEqual({ what: 'gone on there' });
  // The same where the write changes a record.
  await phone.vault.draft('plan:x');
  await other.saveDraft('plan:x', { what: 'and on' });
  const found = await phone.vault.get(made.id);
  const base = found?.status === 'ok' ? found.version.rev : '';
  const edit = { do: 'edit', id: made.id, kind: plan, base, body: { what: 'more' } } as const;
  saved(await phone.vault.write([edit], { draft: 'plan:x' }));
  expect((await other.draft('plan:x'))?.value).toEqual({ what: 'and on' });
  // Who saw it last ends it.
  saved(await other.write([create('done')], { draft: 'plan:x' }));
  expect(await phone.vault.draft('plan:x')).toBeNull();
});
