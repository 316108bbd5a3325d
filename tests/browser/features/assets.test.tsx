/** What a person brings: added in seconds by keyboard alone, told more of later, seen as a garden of three beds. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Device } from '../../../src/core/device.ts';
import { keepAsset, newAsset } from '../../../src/features/assets/data.ts';
import type { FinishedAsset } from '../../../src/features/assets/model/asset-draft.ts';
import { parts, type Part } from '../../../src/features/assets/model/asset.ts';
import { fakeSpeech } from '../../support/capture-stage.tsx';
import { findBarriers } from '../../support/find-barriers.ts';
import { showScreen, type OwnStage } from '../../support/own-stage.tsx';
import { openOwnVault, photoAndVoice, type OwnVault } from '../../support/own-vault.ts';
import { saved } from '../../support/vault.ts';

let phone: OwnVault;
let shown: OwnStage;
beforeEach(async () => {
  phone = await openOwnVault();
});
afterEach(() => {
  shown.clear();
  phone.vault.close();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const link = (name: string) => page.getByRole('link', { name, exact: true });
const heading = (name: string) => page.getByRole('heading', { name, exact: true });
const what = page.getByRole('textbox', { name: 'What is it?' });
const kept = () => phone.vault.list({}).then(({ items }) => items);

/** Opens a folded part of the form. */
const unfold = (name: string) => page.getByText(name, { exact: true }).first().click();

async function open(path: string, device: Partial<Device> = {}): Promise<void> {
  shown = await showScreen({ phone, path, device });
}

async function comeBack(path: string): Promise<void> {
  shown.clear();
  await open(path);
}

/** Something that is in the garden already. */
async function keep(words: string, part: Part, more: Partial<FinishedAsset> = {}) {
  phone.environment.time += 60_000;
  return saved(await keepAsset(phone.vault, { ...newAsset(phone.environment), what: words, ...more, part }));
}

test('adding one by keyboard alone: type, choose, save', async () => {
  await open('/assets/add', { speech: fakeSpeech().speech });
  await expect.element(what).toHaveFocus();
  await userEvent.keyboard('Sowing beans');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('alert').filter({ hasText: 'Choose one of the three' })).toBeVisible();
  await expect.element(page.getByRole('radio', { name: 'Head' })).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(page.getByRole('radio', { name: 'Hand' })).toBeChecked();
  await userEvent.keyboard('{Tab}');
  await expect.element(button('Save it')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(heading('It is in your garden now')).toHaveFocus();
  await expect.element(link('Sowing beans')).toBeVisible();
  expect(await kept()).toMatchObject([
    { status: 'ok', version: { audience: 'me', body: { what: 'Sowing beans', part: 'hand' } } },
  ]);
  expect(await phone.outbox()).toEqual([]);
  expect(await phone.drafts()).toEqual([]);
});

test('the next one is added at once, from an empty form', async () => {
  await open('/assets/add');
  for (const words of ['Bees', 'Soil']) {
    await what.fill(words);
    await page.getByRole('radio', { name: 'Head' }).click();
    await button('Save it').click();
    await expect.element(link(words)).toBeVisible();
    await button('Add another').click();
    await expect.element(what).toHaveValue('');
    await expect.element(what).toHaveFocus();
  }
  expect(await kept()).toHaveLength(2);
});

test('without a name it asks for one; nothing is kept', async () => {
  await open('/assets/add');
  await button('Save it').click();
  await expect.element(page.getByText('Give it a name first.')).toBeVisible();
  await expect.element(what).toHaveFocus();
  expect(await findBarriers(shown.host)).toEqual([]);
  expect(await kept()).toEqual([]);
});

test('what was begun is there again, and can be started again', async () => {
  await open('/assets/add');
  await what.fill('Weld');
  await page.getByRole('radio', { name: 'Hand' }).click();
  await expect.poll(() => phone.drafts()).toHaveLength(1);
  await comeBack('/assets/add');
  await expect.element(what).toHaveValue('Weld');
  await expect.element(page.getByRole('radio', { name: 'Hand' })).toBeChecked();
  await button('Start again').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Start again' }).click();
  await expect.element(what).toHaveValue('');
  await expect.poll(() => phone.drafts()).toEqual([]);
});

test('from a bed, the bed is chosen already; the three can be heard', async () => {
  const { speech, said } = fakeSpeech('en');
  await open('/assets/add?part=heart', { speech });
  await expect.element(page.getByRole('radio', { name: 'Heart' })).toBeChecked();
  await button('Hear the three').click();
  expect(said[0]?.text).toContain('Heart: I care about it.');
  expect(await phone.drafts()).toEqual([]);
});

test('nothing yet: an invitation, and no empty beds', async () => {
  await open('/assets');
  await expect.element(heading('What do you bring with you?')).toBeVisible();
  expect(page.getByRole('region').elements()).toEqual([]);
  expect(await findBarriers(shown.host)).toEqual([]);
  await link('Add the first one').click();
  await expect.element(what).toHaveFocus();
});

test('each thing is a real link in its bed; the three are filtered, and what was learned before', async () => {
  await keep('Bees', 'head', { priorLearning: true });
  await keep('Sowing', 'hand');
  await keep('Clean rivers', 'heart');
  await open('/assets');
  const bed = (name: string) => page.getByRole('region', { name });
  await expect
    .element(bed('What I know').getByRole('link', { name: /^Bees.*Learned before$/ }))
    .toBeVisible();
  await expect.element(bed('What my hands can do').getByRole('link', { name: 'Sowing' })).toBeVisible();
  await page.getByRole('radio', { name: 'Heart' }).click();
  await expect.element(link('Clean rivers')).toBeVisible();
  expect(page.getByRole('region').elements()).toHaveLength(1);
  await page.getByRole('radio', { name: 'Learned before' }).click();
  await expect.element(page.getByRole('link', { name: 'Bees' })).toBeVisible();
  expect(page.getByRole('region').elements()).toHaveLength(1);
});

test('forty things: every one has its plant and its label', async () => {
  for (let at = 0; at < 40; at++) await keep(`Thing ${at}`, parts[at % 3] ?? 'head');
  await open('/assets');
  await expect.element(link('Thing 39')).toBeVisible();
  expect(page.getByRole('link', { name: /^Thing/ }).elements()).toHaveLength(40);
  const plants = [
    ...shown.host.querySelectorAll('section svg g[transform^="translate"][transform*="scale"]'),
  ];
  expect(plants.length).toBeGreaterThanOrEqual(40);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
});

test('telling more makes a new version, with all of it on the page', async () => {
  const { id, rev } = await keep('Sowing', 'hand');
  const { photo, voice } = await photoAndVoice(phone.vault);
  await open(`/asset/${id}`);
  await link('Tell more about it').click();
  await page.getByRole('textbox', { name: 'More about it' }).fill('In rows, by the moon');
  await unfold('Where it comes from');
  await page.getByRole('radio', { name: 'From home' }).click();
  await unfold('Where the project uses it');
  await page.getByRole('textbox', { name: 'Where is it used in the project' }).fill('The long bed');
  await unfold('Learned before');
  await page.getByRole('checkbox', { name: 'I learned this before.' }).click();
  await page.getByRole('textbox', { name: 'How I learned it' }).fill('With my uncle');
  await unfold('Skills it is part of');
  const skill = page.getByRole('textbox', { name: 'Name of the skill' });
  await skill.fill('Plant care');
  await userEvent.keyboard('{Enter}');
  await skill.fill('Patience');
  await button('Add this skill').click();
  await expect.element(skill).toHaveFocus();
  await button('Take off Patience').click();
  await expect.element(skill).toHaveFocus();
  await unfold('Who brought it up');
  await page.getByRole('textbox', { name: 'Did somebody else' }).fill('Sam');
  const key = `edit-asset:${id}`;
  await expect.poll(() => phone.vault.draft(key)).toMatchObject({ value: { broughtUpBy: 'Sam' } });

  // As if photo and voice had been taken: they are in the draft by name only.
  const draft = await phone.vault.draft(key);
  await phone.vault.saveDraft(key, { ...Object(draft?.value), photos: [photo], voice });
  await comeBack(`/asset/${id}/edit`);
  await expect.element(page.getByRole('textbox', { name: 'How I learned it' })).toHaveValue('With my uncle');
  await expect.element(page.getByRole('img', { name: 'Photo 1 of 1' })).toBeInTheDocument();
  await button('Save it').click();
  await expect.element(heading('Sowing')).toBeVisible();
  for (const words of [
    'In rows, by the moon',
    'From home',
    'The long bed',
    'With my uncle',
    'Plant care',
    'Sam',
  ])
    await expect.element(page.getByText(words, { exact: true })).toBeVisible();
  await expect.poll(async () => (await phone.vault.history(id)).length).toBe(2);
  expect((await phone.vault.history(id))[0]).toMatchObject({
    version: {
      base: rev,
      audience: 'me',
      body: { what: 'Sowing', photos: [photo], voice, competences: ['Plant care'], priorLearning: true },
    },
  });
  expect(await findBarriers(shown.host)).toEqual([]);
});

test('opened and saved as it was, there is no new version', async () => {
  const { id } = await keep('Sowing', 'hand', { more: 'Rows' });
  await open(`/asset/${id}/edit`);
  await button('Save it').click();
  await expect.element(heading('Sowing')).toBeVisible();
  expect(await phone.vault.history(id)).toHaveLength(1);
});

test('a microphone that is refused leaves what was written', async () => {
  const { id } = await keep('Sowing', 'hand');
  await open(`/asset/${id}/edit`, { record: () => Promise.resolve({ status: 'denied' }) });
  const more = page.getByRole('textbox', { name: 'More about it' });
  await more.fill('In rows');
  const aloud = page.getByRole('group', { name: 'Spoken: More about it' });
  await aloud.getByRole('button', { name: 'Say it instead' }).click();
  await expect.element(page.getByText('Plotline may not use the microphone')).toBeVisible();
  await expect.element(more).toHaveValue('In rows');
});

test.each(['light', 'dark', 'sun'])('no barriers in %s: adding, beds, telling more', async (theme) => {
  document.documentElement.dataset['theme'] = theme;
  const { id } = await keep('Bees', 'head', {
    priorLearning: true,
    competences: ['Calm'],
    origin: 'job',
    usedIn: 'Hives',
    broughtUpBy: 'Sam',
  });
  await keep('Sowing', 'hand');
  await open('/assets/add', { speech: fakeSpeech('en').speech });
  await what.fill('x');
  await button('Save it').click();
  expect(await findBarriers(shown.host)).toEqual([]);
  shown.go('/assets');
  await expect.element(page.getByRole('link', { name: 'Bees' })).toBeVisible();
  expect(await findBarriers(shown.host)).toEqual([]);
  shown.go(`/asset/${id}/edit`);
  await expect.element(button('Take off Calm')).toBeVisible();
  expect(await findBarriers(shown.host)).toEqual([]);
});
