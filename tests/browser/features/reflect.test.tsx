/** Saying or showing something: any mix of words, voice and photos, nothing lost, private until shared. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Device } from '../../../src/core/device.ts';
import { keepReflection, newReflection, reflectKey } from '../../../src/features/reflections/data.ts';
import { findBarriers } from '../../support/find-barriers.ts';
import { fakeSpeech } from '../../support/capture-stage.tsx';
import { photoWithPlace } from '../../support/photo-with-place.ts';
import { showScreen, type OwnStage } from '../../support/own-stage.tsx';
import { openOwnVault, type OwnVault } from '../../support/own-vault.ts';
import { saved } from '../../support/vault.ts';
import { waveSound } from '../../support/wave-sound.ts';

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
const words = page.getByRole('textbox').first();
const kept = () => phone.vault.list({}).then(({ items }) => items);

/** A microphone that hears two seconds, at once. */
const microphone: Pick<Device, 'record'> = {
  record: () =>
    Promise.resolve({
      status: 'recording',
      take: {
        stop: () => Promise.resolve({ bytes: waveSound(2000), type: 'audio/wav', ms: 2000 }),
        cancel: () => undefined,
        level: () => 0.4,
        onLimit: () => undefined,
        onPiece: () => undefined,
      },
    }),
};

async function open(path = '/reflect', device: Partial<Device> = microphone): Promise<void> {
  shown = await showScreen({ phone, path, device });
}

/** Closes the page and opens it again, as after the phone went off. */
async function comeBack(path = '/reflect', device: Partial<Device> = microphone): Promise<void> {
  shown.clear();
  await open(path, device);
}

async function choosePhoto(): Promise<void> {
  const file = new File([await photoWithPlace(40, 30)], 'bed.jpg', { type: 'image/jpeg' });
  const gallery = shown.host.querySelector('input[type="file"]:not([capture])');
  await userEvent.upload(gallery ?? shown.host, file);
  await expect.element(page.getByText('1 photo is saved on this phone.')).toBeVisible();
}

async function speak(): Promise<void> {
  await button('Say it instead').click();
  await button('Stop recording').click();
  await expect.element(button('Record again')).toBeVisible();
}

test('looking at the form leaves nothing behind', async () => {
  await open();
  await expect.element(words).toBeVisible();
  await comeBack();
  await expect.element(words).toBeVisible();
  expect(await phone.drafts()).toEqual([]);
});

test('words, voice and photo outlive the page, and become one reflection that only its writer has', async () => {
  await open();
  await words.fill('The beans are up');
  await speak();
  await choosePhoto();
  await comeBack();
  await expect.element(page.getByText('It is all still there.')).toBeVisible();
  await expect.element(words).toHaveValue('The beans are up');
  await expect.element(button('Listen')).toBeVisible();
  await expect.element(page.getByRole('img', { name: 'Photo 1 of 1' })).toBeVisible();

  await page.getByRole('checkbox', { name: 'I want to talk about this' }).click();
  await button('Save it').click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'My thoughts' })).toBeVisible();
  await expect.element(page.getByText('Saved. It is safe on this phone.').first()).toBeVisible();
  await expect.element(page.getByText('The beans are up')).toBeVisible();
  await expect.element(page.getByText('I want to talk about this')).toBeVisible();
  const [one, ...others] = await kept();
  expect(others).toEqual([]);
  expect(one).toMatchObject({
    status: 'ok',
    version: {
      audience: 'me',
      body: { words: 'The beans are up', voice: { ms: 2000 }, photos: [{ type: 'image/jpeg' }], talk: true },
    },
  });
  expect(await phone.outbox()).toEqual([]);
  expect(await phone.drafts()).toEqual([]);
});

test('shared on purpose, this one goes to the team', async () => {
  await open();
  await words.fill('For all of you');
  await page.getByRole('radio', { name: 'My garden team' }).click();
  await expect.element(page.getByText('You share just this one.')).toBeVisible();
  await button('Save it').click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'My thoughts' })).toBeVisible();
  expect(await phone.outbox()).toHaveLength(1);
});

test('nothing said yet: it says so, and the words are the place to go on', async () => {
  await open();
  await button('Save it').click();
  await expect.element(page.getByText('There is nothing here yet.')).toBeVisible();
  await expect.element(words).toHaveFocus();
  expect(await findBarriers(shown.host)).toEqual([]);
  await words.fill('Now there is');
  await expect.element(page.getByText('There is nothing here yet.')).not.toBeInTheDocument();
  expect(await kept()).toEqual([]);
});

test('a microphone that is refused leaves the words, which can be saved', async () => {
  await open('/reflect', { record: () => Promise.resolve({ status: 'denied' }) });
  await words.fill('Then I write it');
  await button('Say it instead').click();
  await expect.element(page.getByText('Plotline may not use the microphone')).toBeVisible();
  await expect.element(words).toHaveValue('Then I write it');
  await button('Save it').click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'My thoughts' })).toBeVisible();
  expect(await kept()).toMatchObject([{ version: { body: { words: 'Then I write it' } } }]);
});

test('while recording, saving waits and says why', async () => {
  await open();
  await words.fill('Listen');
  await button('Say it instead').click();
  await button('Save it').click();
  await expect.element(page.getByRole('alert').filter({ hasText: 'Stop it first' })).toBeVisible();
  await button('Stop recording').click();
  await expect.element(button('Record again')).toBeVisible();
  await expect.element(page.getByText('Stop it first')).not.toBeInTheDocument();
  await button('Save it').click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'My thoughts' })).toBeVisible();
  expect(await kept()).toMatchObject([{ version: { body: { words: 'Listen', voice: { ms: 2000 } } } }]);
});

test('leaving in the middle of a recording keeps it, though nothing else was said', async () => {
  await open();
  await button('Say it instead').click();
  await expect.element(button('Stop recording')).toBeVisible();
  shown.go('/somewhere');
  await expect.element(page.getByText('Elsewhere')).toBeVisible();
  await expect.poll(() => phone.drafts()).toEqual([reflectKey(phone.vault)]);
  shown.go('/reflect');
  await expect.element(button('Listen')).toBeVisible();
});

test('a question on request: it stands over the words, can be heard, changed and taken off', async () => {
  const { speech, said } = fakeSpeech('en');
  await open('/reflect', { ...microphone, speech });
  await button('Give me a question to start with').click();
  const questions = page.getByRole('list', { name: 'Questions to start with' }).getByRole('listitem');
  await expect.element(questions.first()).toBeVisible();
  expect(questions.elements()).toHaveLength(7);
  await button('What are you proud of?').click();
  await expect.element(page.getByRole('textbox', { name: 'What are you proud of?' })).toHaveFocus();
  await button('Read aloud').first().click();
  expect(said).toMatchObject([{ text: 'What are you proud of?', language: 'en' }]);
  await button('Another question').click();
  await button('What would you change here?').click();
  await expect.element(page.getByRole('textbox', { name: 'What would you change here?' })).toBeVisible();
  await button('Without a question').click();
  await expect.element(page.getByRole('textbox', { name: 'What is on your mind?' })).toBeVisible();
  await expect.element(button('Give me a question to start with')).toHaveFocus();
});

test('each question can be heard before it is chosen, and to hear it chooses nothing', async () => {
  const { speech, said } = fakeSpeech('en');
  await open('/reflect', { ...microphone, speech });
  await button('Give me a question to start with').click();
  const questions = page.getByRole('list', { name: 'Questions to start with' }).getByRole('listitem');
  const hear = questions.getByRole('button', { name: 'Read aloud' });
  expect(hear.elements()).toHaveLength(7);
  for (const target of questions.getByRole('button').elements()) {
    expect(target.getBoundingClientRect().height).toBeGreaterThanOrEqual(48);
    expect(target.querySelector('button')).toBeNull();
  }
  await hear.nth(1).click();
  expect(said).toMatchObject([{ text: 'What are you proud of?', language: 'en' }]);
  await expect.element(questions.first()).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: 'What is on your mind?' })).toBeVisible();
  expect(await findBarriers(shown.host)).toEqual([]);
});

test('the page names the question, and the day it was about', async () => {
  await open();
  await button('Give me a question to start with').click();
  await button('What are you proud of?').click();
  await words.fill('The fence');
  await page.getByText('When it was: today').click();
  await button('Yesterday').click();
  await expect.element(page.getByText('When it was: 30 April 2026')).toBeVisible();
  await button('Save it').click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'What are you proud of?' })).toBeVisible();
  expect(await kept()).toMatchObject([{ version: { occurredAt: '2026-04-30', body: { prompt: 'proud' } } }]);
});

test('started again, nothing of it is left', async () => {
  await open();
  await words.fill('Not like this');
  await expect.poll(() => phone.drafts()).toHaveLength(1);
  await comeBack();
  await button('Start again').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Start again' }).click();
  await expect.element(words).toHaveValue('');
  await expect.poll(() => phone.drafts()).toEqual([]);
});

test('changing what was said makes a new version; its draft is its own', async () => {
  const draft = { ...newReflection(phone.environment), words: 'Seven plants' };
  const { id, rev } = saved(await keepReflection(phone.vault, draft));
  await open(`/reflection/${id}`);
  await page.getByRole('link', { name: 'Change it' }).click();
  await expect.element(words).toHaveValue('Seven plants');
  await words.fill('Eight plants');
  await expect.poll(() => phone.drafts()).toEqual([`edit-reflect:${id}`]);
  await comeBack(`/reflection/${id}/edit`);
  await expect.element(words).toHaveValue('Eight plants');
  await button('Save it').click();
  await expect.element(page.getByText('Eight plants')).toBeVisible();
  const history = await phone.vault.history(id);
  expect(history).toMatchObject([
    { version: { base: rev, body: { words: 'Eight plants' } } },
    { version: { rev, body: { words: 'Seven plants' } } },
  ]);
  expect(await phone.drafts()).toEqual([]);
});

test('one that is erased cannot be changed, and it says so', async () => {
  await open('/reflection/0190a5f0-0000-7000-8000-000000000000/edit');
  await expect.element(page.getByRole('heading', { name: 'This entry is not here' })).toBeVisible();
});

test.each(['light', 'dark', 'sun'])('no barriers in %s: form, questions, page', async (theme) => {
  document.documentElement.dataset['theme'] = theme;
  await open('/reflect', { ...microphone, speech: fakeSpeech('en').speech });
  document.documentElement.dataset['theme'] = theme;
  await button('Give me a question to start with').click();
  await page.getByText('When it was: today').click();
  await words.fill('Rain');
  await speak();
  await choosePhoto();
  await page.getByRole('checkbox', { name: 'I want to talk about this' }).click();
  expect(await findBarriers(shown.host)).toEqual([]);
  await button('Save it').click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'My thoughts' })).toBeVisible();
  expect(await findBarriers(shown.host)).toEqual([]);
});

test('with the same page open in two windows, nothing is written over unasked', async () => {
  await open();
  await words.fill('Written here first.');
  const other = await phone.openTab();
  const key = reflectKey(phone.vault);
  await expect
    .poll(async () => (await other.draft(key))?.value)
    .toMatchObject({ words: 'Written here first.' });
  const draft = await other.draft(key);
  await other.saveDraft(key, { ...Object(draft?.value), words: 'Written there.' });

  await words.fill('Written here too.');
  await expect.element(page.getByText('in another window')).toBeVisible();
  expect((await other.draft(key))?.value).toMatchObject({ words: 'Written there.' });
  await button('Use what is written there').click();
  await expect.element(words).toHaveValue('Written there.');
  expect(page.getByText('in another window').query()).toBeNull();

  await other.draft(key);
  await other.saveDraft(key, { ...Object(draft?.value), words: 'There again.' });
  await words.fill('These words stay.');
  await button('Use what is written here').click();
  await expect
    .poll(async () => (await other.draft(key))?.value)
    .toMatchObject({ words: 'These words stay.' });
  other.close();
});
