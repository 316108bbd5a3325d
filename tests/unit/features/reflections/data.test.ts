import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import type { Version } from '../../../../src/core/version.ts';
import { changeAudience, withdraw } from '../../../../src/core/record-commands.ts';
import {
  changeReflection,
  changeReflectionKey,
  keepReflection,
  loadReflectionDraft,
  newReflection,
  reflectKey,
  saveReflectionDraft,
} from '../../../../src/features/reflections/data.ts';
import {
  reflectionDraftOf,
  saysNothing,
  type ReflectionDraft,
} from '../../../../src/features/reflections/model/reflection-draft.ts';
import { reflection, type ReflectionBody } from '../../../../src/features/reflections/model/reflection.ts';
import { fillPhone, openOwnVault, photoAndVoice, type OwnVault } from '../../../support/own-vault.ts';
import { saved } from '../../../support/vault.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const begun = (phone: OwnVault, part: Partial<ReflectionDraft>): ReflectionDraft => ({
  ...newReflection(phone.environment),
  ...part,
});

/** The reflection as it stands. */
async function standing(phone: OwnVault, id: string): Promise<Version<ReflectionBody>> {
  const found = await phone.vault.get(id);
  if (found?.status !== 'ok') throw new Error(`it is ${found?.status ?? 'not here'}`);
  return { ...found.version, body: reflection.body.parse(found.version.body) };
}

test('a reflection is its writer’s alone: it never waits to be sent', async () => {
  const phone = await openOwnVault();
  const kept = saved(await keepReflection(phone.vault, begun(phone, { words: ' The beans are up. ' })));
  expect(kept).toMatchObject({
    audience: 'me',
    subject: phone.owner.personId,
    body: { words: 'The beans are up.', photos: [], talk: false },
  });
  expect(await phone.outbox()).toEqual([]);
});

test('sharing one sends just that one', async () => {
  const phone = await openOwnVault();
  const mine = saved(await keepReflection(phone.vault, begun(phone, { words: 'mine' })));
  const shared = saved(
    await keepReflection(phone.vault, begun(phone, { words: 'for the team', audience: 'team' })),
  );
  expect(await phone.outbox()).toEqual([shared.id]);
  saved(await changeAudience(phone.vault, mine, 'team', reflection));
  expect(new Set(await phone.outbox())).toEqual(new Set([shared.id, mine.id]));
});

test('words, voice, photos, the question and the wish to talk are kept together, on the day they are about', async () => {
  const phone = await openOwnVault();
  const { photo, voice } = await photoAndVoice(phone.vault);
  const draft = begun(phone, {
    words: 'Look',
    voice,
    photos: [photo],
    prompt: 'proud',
    talk: true,
    day: '2026-04-28',
  });
  const { id } = saved(await keepReflection(phone.vault, draft));
  expect(await standing(phone, id)).toMatchObject({
    occurredAt: '2026-04-28',
    body: { words: 'Look', voice, photos: [photo], prompt: 'proud', talk: true },
  });
  expect(await phone.vault.attachment(photo.sha256)).not.toBeNull();
});

test('a question alone, or spaces, is nothing to keep; a photo or a voice is', async () => {
  const phone = await openOwnVault();
  const { photo, voice } = await photoAndVoice(phone.vault);
  expect(saysNothing(begun(phone, { words: ' \n', prompt: 'hard', talk: true }))).toBe(true);
  expect(saysNothing(begun(phone, { photos: [photo] }))).toBe(false);
  expect(saysNothing(begun(phone, { voice }))).toBe(false);
  expect((await keepReflection(phone.vault, begun(phone, { words: ' ' }))).status).toBe('invalid');
});

test('the draft comes back as it was left, and ends with the reflection', async () => {
  const phone = await openOwnVault();
  const key = reflectKey(phone.vault);
  const { photo, voice } = await photoAndVoice(phone.vault);
  const draft = begun(phone, { words: 'half a sent', talk: true, voice, photos: [photo] });
  await saveReflectionDraft(phone.vault, key, draft);
  expect(await loadReflectionDraft(phone.vault, key)).toMatchObject({ status: 'here', value: draft });
  saved(await keepReflection(phone.vault, draft));
  expect(await loadReflectionDraft(phone.vault, key)).toEqual({ status: 'none' });
});

test('a draft of another shape is kept and not taken for one', async () => {
  const phone = await openOwnVault();
  await phone.vault.saveDraft(reflectKey(phone.vault), { words: 7 });
  expect(await loadReflectionDraft(phone.vault, reflectKey(phone.vault))).toEqual({ status: 'strange' });
});

test('a double tap makes one reflection', async () => {
  const phone = await openOwnVault();
  const draft = begun(phone, { words: 'once' });
  const outcomes = await Promise.all([
    keepReflection(phone.vault, draft),
    keepReflection(phone.vault, draft),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['saved', 'saved']);
  expect((await phone.vault.list({})).items).toHaveLength(1);
  expect(await phone.vault.history(draft.id)).toHaveLength(1);
});

test('finished in two windows with different words: none of them is lost', async () => {
  const phone = await openOwnVault();
  const draft = begun(phone, { words: 'in the first window' });
  saved(await keepReflection(phone.vault, draft));
  saved(await keepReflection(phone.vault, { ...draft, words: 'in the second' }));
  expect((await standing(phone, draft.id)).body.words).toBe('in the second');
  const history = await phone.vault.history(draft.id);
  expect(history.map((one) => one.status === 'ok' && one.rivals)).toEqual([0, 0]);
  expect(await phone.drafts()).toEqual([]);
});

test('a full phone says so, and the draft is untouched', async () => {
  const phone = await openOwnVault();
  const key = reflectKey(phone.vault);
  const draft = begun(phone, { words: 'a long day' });
  await saveReflectionDraft(phone.vault, key, draft);
  fillPhone('records');
  expect(await keepReflection(phone.vault, draft)).toEqual({ status: 'full' });
  vi.restoreAllMocks();
  expect(await loadReflectionDraft(phone.vault, key)).toMatchObject({ status: 'here', value: draft });
  saved(await keepReflection(phone.vault, draft));
});

test('changing makes a new version from the one that was looked at, and keeps its day and who may see it', async () => {
  const phone = await openOwnVault();
  const { id } = saved(await keepReflection(phone.vault, begun(phone, { words: 'a', day: '2026-04-28' })));
  const now = await standing(phone, id);
  const draft = { ...reflectionDraftOf(now), words: 'b' };
  await saveReflectionDraft(phone.vault, changeReflectionKey(id), draft);
  const next = saved(await changeReflection(phone.vault, now, draft));
  expect(next).toMatchObject({
    base: now.rev,
    audience: 'me',
    occurredAt: '2026-04-28',
    body: { words: 'b' },
  });
  expect(await phone.vault.history(id)).toHaveLength(2);
  expect(await phone.drafts()).toEqual([]);
});

test('opened for changing and left as it was, no version is made', async () => {
  const phone = await openOwnVault();
  const { id } = saved(await keepReflection(phone.vault, begun(phone, { words: 'a' })));
  const now = await standing(phone, id);
  const draft = reflectionDraftOf(now);
  await saveReflectionDraft(phone.vault, changeReflectionKey(id), draft);
  expect(await changeReflection(phone.vault, now, draft)).toEqual({ status: 'saved', versions: [] });
  expect(await phone.vault.history(id)).toHaveLength(1);
  expect(await phone.drafts()).toEqual([]);
});

test('changed elsewhere meanwhile: both stand side by side', async () => {
  const phone = await openOwnVault();
  const { id } = saved(await keepReflection(phone.vault, begun(phone, { words: 'a' })));
  const before = await standing(phone, id);
  saved(await changeReflection(phone.vault, before, { ...reflectionDraftOf(before), words: 'there' }));
  const now = await standing(phone, id);
  saved(await changeReflection(phone.vault, now, { ...reflectionDraftOf(before), words: 'here' }));
  expect(await phone.vault.get(id)).toMatchObject({ status: 'ok', rivals: 1 });
});

test('shared while it was being changed: the change goes on top, and it stays shared', async () => {
  const phone = await openOwnVault();
  const { id } = saved(await keepReflection(phone.vault, begun(phone, { words: 'a' })));
  const before = await standing(phone, id);
  const draft = { ...reflectionDraftOf(before), words: 'b' };
  saved(await changeAudience(phone.vault, before, 'team', reflection));
  saved(await changeReflection(phone.vault, await standing(phone, id), draft));
  expect(await phone.vault.get(id)).toMatchObject({
    status: 'ok',
    rivals: 0,
    version: { audience: 'team', body: { words: 'b' } },
  });
});

test('made private in the form, it is private, whatever it was meanwhile', async () => {
  const phone = await openOwnVault();
  const { id } = saved(await keepReflection(phone.vault, begun(phone, { words: 'a', audience: 'team' })));
  const before = await standing(phone, id);
  saved(await withdraw(phone.vault, before, reflection));
  const draft: ReflectionDraft = { ...reflectionDraftOf(before), audience: 'me' };
  saved(await changeReflection(phone.vault, await standing(phone, id), draft));
  expect(await standing(phone, id)).toMatchObject({ audience: 'me', removed: 'withdrawn' });
});
