import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { readBody } from '../../../../src/core/define-record.ts';
import type { Version } from '../../../../src/core/version.ts';
import { changeAudience, withdraw } from '../../../../src/core/record-commands.ts';
import {
  assetKey,
  changeAsset,
  changeAssetKey,
  keepAsset,
  loadAssetDraft,
  newAsset,
  saveAssetDraft,
  watchAssets,
} from '../../../../src/features/assets/data.ts';
import {
  assetDraftOf,
  finishedAsset,
  stillNeeded,
  withCompetence,
  type AssetDraft,
  type FinishedAsset,
} from '../../../../src/features/assets/model/asset-draft.ts';
import { asset, type AssetBody } from '../../../../src/features/assets/model/asset.ts';
import { fillPhone, openOwnVault, photoAndVoice, type OwnVault } from '../../../support/own-vault.ts';
import { saved, until } from '../../../support/vault.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const begun = (phone: OwnVault, part: Partial<AssetDraft> = {}): FinishedAsset => ({
  ...newAsset(phone.environment),
  what: 'Sowing beans',
  ...part,
  part: part.part ?? 'hand',
});

async function standing(phone: OwnVault, id: string): Promise<Version<AssetBody>> {
  const found = await phone.vault.get(id);
  if (found?.status !== 'ok') throw new Error(`it is ${found?.status ?? 'not here'}`);
  return { ...found.version, body: asset.body.parse(found.version.body) };
}

test('two things are enough, and it is its owner’s alone: it never waits to be sent', async () => {
  const phone = await openOwnVault();
  const kept = saved(await keepAsset(phone.vault, begun(phone, { what: ' Sowing beans ' })));
  expect(kept).toMatchObject({ audience: 'me', subject: phone.owner.personId });
  expect(kept.body).toEqual({
    what: 'Sowing beans',
    part: 'hand',
    photos: [],
    priorLearning: false,
    competences: [],
  });
  expect(await phone.outbox()).toEqual([]);
});

test('sharing one sends just that one', async () => {
  const phone = await openOwnVault();
  saved(await keepAsset(phone.vault, begun(phone)));
  const other = saved(await keepAsset(phone.vault, begun(phone, { what: 'Bees', part: 'head' })));
  saved(await changeAudience(phone.vault, other, 'team', asset));
  expect(await phone.outbox()).toEqual([other.id]);
});

test('says which of the two is still needed, the name first', async () => {
  const phone = await openOwnVault();
  const blank = newAsset(phone.environment);
  expect(stillNeeded(blank)).toBe('what');
  expect(stillNeeded({ ...blank, what: ' ', part: 'head' })).toBe('what');
  expect(stillNeeded({ ...blank, what: 'Bees' })).toBe('part');
  expect(finishedAsset({ ...blank, what: 'Bees' })).toBeNull();
  expect(finishedAsset({ ...blank, what: 'Bees', part: 'head' })).toMatchObject({ part: 'head' });
});

test('all that was told is kept, and told again when it is opened once more', async () => {
  const phone = await openOwnVault();
  const { photo, voice } = await photoAndVoice(phone.vault);
  const { id } = saved(await keepAsset(phone.vault, begun(phone)));
  const now = await standing(phone, id);
  const told: FinishedAsset = {
    ...begun(phone),
    ...assetDraftOf(now),
    part: 'heart',
    more: 'Every spring',
    origin: 'home',
    originWords: 'My grandmother’s field',
    photos: [photo],
    voice,
    usedIn: 'The long bed',
    priorLearning: true,
    priorLearningWords: 'Since I was six',
    competences: ['Plant care'],
    competence: ' Patience ',
    broughtUpBy: 'Sam',
  };
  const next = saved(await changeAsset(phone.vault, now, told));
  expect(next.base).toBe(now.rev);
  const again = assetDraftOf(await standing(phone, id));
  expect(again).toEqual({
    ...told,
    base: next.rev,
    competences: ['Plant care', 'Patience'],
    competence: '',
  });
  expect(await phone.vault.history(id)).toHaveLength(2);
});

test('a competence is named once, however it is written', () => {
  expect(withCompetence({ competences: ['Plant care'], competence: 'plant CARE ' })).toEqual(['Plant care']);
  expect(withCompetence({ competences: ['Plant care'], competence: '  ' })).toEqual(['Plant care']);
});

test('the words to a claim go with the claim', async () => {
  const phone = await openOwnVault();
  const draft = begun(phone, { priorLearning: false, priorLearningWords: 'Since I was six' });
  const { id } = saved(await keepAsset(phone.vault, draft));
  expect((await standing(phone, id)).body).not.toHaveProperty('priorLearningWords');
});

test('the garden shows what stands, newest first, and not what was taken out', async () => {
  const phone = await openOwnVault();
  const first = saved(await keepAsset(phone.vault, begun(phone, { what: 'Sowing' })));
  phone.environment.time += 60_000;
  saved(await keepAsset(phone.vault, begun(phone, { what: 'Bees' })));
  const both = await until(watchAssets(phone.vault, phone.owner.personId), (assets) => assets.length === 2);
  expect(both.map(({ body }) => body.what)).toEqual(['Bees', 'Sowing']);
  saved(await withdraw(phone.vault, first, asset));
  const one = await until(watchAssets(phone.vault, phone.owner.personId), (assets) => assets.length === 1);
  expect(one.map(({ body }) => body.what)).toEqual(['Bees']);
});

test('when it came up can be said later', async () => {
  const phone = await openOwnVault();
  const { id } = saved(await keepAsset(phone.vault, begun(phone)));
  const now = await standing(phone, id);
  const changed = finishedAsset({ ...assetDraftOf(now), day: '2026-04-01' });
  if (!changed) throw new Error('not finished');
  saved(await changeAsset(phone.vault, now, changed));
  expect((await standing(phone, id)).occurredAt).toBe('2026-04-01');
});

test('a double tap makes one asset', async () => {
  const phone = await openOwnVault();
  const draft = begun(phone);
  const outcomes = await Promise.all([keepAsset(phone.vault, draft), keepAsset(phone.vault, draft)]);
  expect(outcomes.map(({ status }) => status)).toEqual(['saved', 'saved']);
  expect(await phone.vault.history(draft.id)).toHaveLength(1);
});

test('a full phone says so, and both drafts are untouched', async () => {
  const phone = await openOwnVault();
  const draft = begun(phone);
  const { id } = saved(await keepAsset(phone.vault, begun(phone, { what: 'Bees' })));
  const now = await standing(phone, id);
  const change: FinishedAsset = { ...begun(phone), ...assetDraftOf(now), part: 'heart', more: 'Honey' };
  await saveAssetDraft(phone.vault, assetKey(phone.vault), draft);
  await saveAssetDraft(phone.vault, changeAssetKey(id), change);
  fillPhone('records');
  expect(await keepAsset(phone.vault, draft)).toEqual({ status: 'full' });
  expect(await changeAsset(phone.vault, now, change)).toEqual({ status: 'full' });
  vi.restoreAllMocks();
  expect(await loadAssetDraft(phone.vault, assetKey(phone.vault))).toMatchObject({ value: draft });
  expect(await loadAssetDraft(phone.vault, changeAssetKey(id))).toMatchObject({ value: change });
  expect((await standing(phone, id)).body).not.toHaveProperty('more');
});

test('each part can be spoken; what it is called is how long it was said', async () => {
  const phone = await openOwnVault();
  const spoken = (digit: string, ms: number) => ({
    sha256: digit.repeat(64),
    type: 'audio/webm',
    bytes: 9,
    ms,
  });
  const voices = {
    whatVoice: spoken('a', 90_000),
    originVoice: spoken('b', 1000),
    usedInVoice: spoken('c', 1000),
    priorLearningVoice: spoken('d', 1000),
  };
  const draft = begun(phone, { what: ' ', ...voices, priorLearning: true });
  const { id } = saved(await keepAsset(phone.vault, draft));
  const { body } = await standing(phone, id);
  expect(body).toMatchObject(voices);
  expect(body.what).toBeUndefined();
  expect(asset.summary(body).title).toEqual({ key: 'capture.spoken.minutes', values: { count: 2 } });
  expect(asset.attachments(body)).toEqual(Object.values(voices));
  expect(asset.lines(body).flatMap(({ media = [] }) => media)).toEqual(Object.values(voices));
  // A recording about learning it before goes with the claim, as the words do.
  const now = await standing(phone, id);
  const changed = finishedAsset({ ...assetDraftOf(now), priorLearning: false });
  if (!changed) throw new Error('not finished');
  saved(await changeAsset(phone.vault, now, changed));
  expect((await standing(phone, id)).body.priorLearningVoice).toBeUndefined();
});

test('what was begun in 0.3.0, and what was kept by it, read as they were', async () => {
  const phone = await openOwnVault();
  const key = assetKey(phone.vault);
  const common = { what: 'Weld', part: 'hand', photos: [], priorLearning: false, competences: [] };
  const empty = { more: '', origin: null, originWords: '', voice: null, usedIn: '', priorLearningWords: '' };
  const draft = { ...common, ...empty, competence: '', broughtUpBy: '', audience: 'me' };
  await phone.vault.saveDraft(key, { id: newAsset(phone.environment).id, ...draft });
  expect(await loadAssetDraft(phone.vault, key)).toMatchObject({ status: 'here', value: { what: 'Weld' } });
  expect(readBody(asset, 1, common)).toEqual({ status: 'ok', body: common });
});
