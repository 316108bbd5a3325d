/** Can somebody who does not write add what they can do, what is to be done, the answer to it, and how it went? */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { createId } from '../../../src/core/ids.ts';
import { addAction, draftKeys } from '../../../src/features/actions/data.ts';
import { blankFields } from '../../../src/features/actions/model/action-draft.ts';
import { changeAssetKey, keepAsset, newAsset } from '../../../src/features/assets/data.ts';
import { assetDraftOf } from '../../../src/features/assets/model/asset-draft.ts';
import { asset } from '../../../src/features/assets/model/asset.ts';
import { reading } from '../../../src/features/readings/model/reading.ts';
import { findBarriers } from '../../support/find-barriers.ts';
import { showScreen, type OwnStage } from '../../support/own-stage.tsx';
import { openOwnVault, type OwnVault } from '../../support/own-vault.ts';
import { leavePieces, piecewiseMicrophone } from '../../support/piecewise-microphone.ts';
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
const title = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const tap = (name: string) => page.getByRole('radio', { name: new RegExp(`^${name}`) }).click();
const field = (name: string) => page.getByRole('group', { name: `Spoken: ${name}` });
const bodies = async () => {
  const { items } = await phone.vault.list({});
  return items.flatMap((found) => (found.status === 'ok' ? [found.version.body] : []));
};
const sixSeconds = { type: 'audio/wav', ms: 6000 };

async function open(path: string): Promise<void> {
  shown = await showScreen({ phone, path, device: piecewiseMicrophone() });
}

/** Says six seconds in the field with that question. */
async function speak(question: string): Promise<void> {
  await field(question).getByRole('button', { name: 'Say it instead' }).click();
  await field(question).getByRole('button', { name: 'Stop recording' }).click();
  await expect.element(field(question).getByText('Your recording is saved on this phone.')).toBeVisible();
}

/** An action that the project was asked for, written down; gives its id. */
async function keepAction(): Promise<string> {
  const fields = { ...blankFields, what: 'Small gloves', owner: 'project' as const };
  const draft = { id: createId(phone.environment), fields, audience: 'team' as const };
  return saved(await addAction(phone.vault, draft)).id;
}

test('something I am good at: say it, choose one of the three, save', async () => {
  await open('/assets/add');
  await speak('What is it?');
  await tap('Hand');
  await button('Save it').click();
  await page.getByRole('link', { name: 'Spoken, 6 seconds' }).click();
  await expect.element(title('Spoken, 6 seconds')).toBeVisible();
  await expect.element(button('Listen')).toBeVisible();
  expect(await bodies()).toMatchObject([{ part: 'hand', whatVoice: sixSeconds }]);
  expect(await phone.drafts()).toEqual([]);
  expect(await findBarriers(shown.host)).toEqual([]);
});

test('while it is being said it is not saved', async () => {
  await open('/assets/add');
  await field('What is it?').getByRole('button', { name: 'Say it instead' }).click();
  await expect.element(button('Stop recording')).toBeVisible();
  await button('Save it').click();
  await expect.element(page.getByRole('alert').filter({ hasText: 'Stop it first' })).toBeVisible();
  expect(await bodies()).toEqual([]);
});

test('more about it: where it comes from, where it is used, how it was learned', async () => {
  const draft = {
    ...newAsset(phone.environment),
    what: 'Sowing',
    part: 'hand' as const,
    priorLearning: true,
  };
  const { id } = saved(await keepAsset(phone.vault, draft));
  await open(`/asset/${id}/edit`);
  await page.getByText('Where it comes from', { exact: true }).first().click();
  await page.getByText('Where the project uses it', { exact: true }).first().click();
  await speak('More about where it comes from');
  await speak('Where is it used in the project, or where could it be?');
  await speak('How I learned it');
  expect(await findBarriers(shown.host)).toEqual([]);
  await button('Save it').click();
  await expect.element(title('Sowing')).toBeVisible();
  await expect.poll(() => button('Listen').elements()).toHaveLength(3);
  expect(await bodies()).toMatchObject([
    { originVoice: sixSeconds, usedInVoice: sixSeconds, priorLearningVoice: sixSeconds },
  ]);
});

test('what was being said in a folded part when the phone went off is in sight again', async () => {
  const draft = { ...newAsset(phone.environment), what: 'Sowing', part: 'hand' as const };
  const { id } = saved(await keepAsset(phone.vault, draft));
  const found = await phone.vault.get(id);
  if (found?.status !== 'ok') throw new Error('not here');
  const key = changeAssetKey(id);
  const body = asset.body.parse(found.version.body);
  await phone.vault.saveDraft(key, assetDraftOf({ ...found.version, body }));
  const place = { draft: key, take: createId(phone.environment) };
  await leavePieces(await phone.vault.takes(), place, { field: 'usedInVoice' });
  await open(`/asset/${id}/edit`);
  const used = field('Where is it used in the project, or where could it be?');
  await expect.element(used.getByText('Your recording was cut short')).toBeVisible();
  await expect.element(used.getByRole('button', { name: 'Listen' })).toBeVisible();
});

test('something to do: said, not written; it is in the list by its length', async () => {
  await open('/actions/add');
  await tap('Me');
  await button('Save').click();
  await expect.element(page.getByText('Say in a few words what will be done.')).toBeVisible();
  await speak('What will be done?');
  expect(await findBarriers(shown.host)).toEqual([]);
  await button('Save').click();
  await expect.element(title('Spoken, 6 seconds')).toBeVisible();
  await expect.element(button('Listen')).toBeVisible();
  expect(await bodies()).toEqual([{ voice: expect.objectContaining(sixSeconds), owner: 'me', causes: [] }]);
  shown.go('/actions');
  await expect.element(page.getByRole('link', { name: /Spoken, 6 seconds/ })).toBeVisible();
});

test('the project’s answer and how it went, said; what it is about can be heard there', async () => {
  const id = await keepAction();
  await open(`/action/${id}/answer`);
  await button('Save').click();
  await expect.element(page.getByText('Say or write what they said, in a few words.')).toBeVisible();
  await speak('What did they say?');
  await button('Save').click();
  await expect.element(title('Small gloves')).toBeVisible();
  shown.go(`/action/${id}/outcome`);
  await tap('Partly done');
  await speak('A few words about it');
  await button('Save').click();
  await expect.element(title('Small gloves')).toBeVisible();
  await expect.poll(() => button('Listen').elements()).toHaveLength(2);
  expect(await bodies()).toMatchObject([
    { answer: { voice: sixSeconds }, outcome: { state: 'partly', voice: sixSeconds } },
  ]);
});

test('an answer cut short when the phone went off is brought back into its form', async () => {
  const id = await keepAction();
  const key = draftKeys.answer(id);
  await phone.vault.saveDraft(key, { words: '', who: 'Maria', on: '2026-05-01' });
  await leavePieces(await phone.vault.takes(), { draft: key, take: createId(phone.environment) });
  await open(`/action/${id}/answer`);
  await expect.element(page.getByText('Your recording was cut short', { exact: true })).toBeVisible();
  await button('Save').click();
  await expect.element(title('Small gloves')).toBeVisible();
  expect(await bodies()).toMatchObject([{ answer: { who: 'Maria', voice: { type: 'audio/wav' } } }]);
});

test('a talk and what comes of it, each in its own recording', async () => {
  const answers = [{ statement: 'voice', score: 2 }];
  const body = { instrument: { id: 'engagement', version: 1 }, relation: 'self', answers };
  const subject = phone.owner.personId;
  const id = createId(phone.environment);
  saved(await phone.vault.write([{ do: 'create', id, kind: reading, subject, body, audience: 'me' }]));
  await open(`/reading/${id}/talk/voice`);
  await speak('What do you see behind it?');
  await tap('Yes, something to do');
  await speak('What will be done?');
  await tap('The project');
  await button('Save the talk').click();
  await expect.element(title('A talk about what could be different')).toBeVisible();
  await page.getByRole('link', { name: /Spoken, 6 seconds/ }).click();
  await expect.element(button('Listen')).toBeVisible();
  expect(await bodies()).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ opened: 'low', voice: expect.objectContaining(sixSeconds) }),
      expect.objectContaining({ owner: 'project', voice: expect.objectContaining(sixSeconds) }),
    ]),
  );
});
