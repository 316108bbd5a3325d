/** Can it be said when it was, and does a day that cannot be say why? */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { createId } from '../../../src/core/ids.ts';
import { addAction } from '../../../src/features/actions/data.ts';
import { blankFields } from '../../../src/features/actions/model/action-draft.ts';
import { keepAsset, newAsset } from '../../../src/features/assets/data.ts';
import { conversation } from '../../../src/features/conversations/model/conversation.ts';
import { findBarriers } from '../../support/find-barriers.ts';
import { showScreen, type OwnStage } from '../../support/own-stage.tsx';
import { openOwnVault, type OwnVault } from '../../support/own-vault.ts';
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

const save = (name: string) => page.getByRole('button', { name, exact: true }).click();
const standsOn = async (id: string) => {
  const found = await phone.vault.get(id);
  return found?.status === 'ok' ? found.version.occurredAt : found?.status;
};

async function keepAction(): Promise<string> {
  const fields = { ...blankFields, what: 'Small gloves', owner: 'project' as const };
  const draft = { id: createId(phone.environment), fields, audience: 'me' as const };
  return saved(await addAction(phone.vault, draft)).id;
}

test('a talk is put under the day it was held', async () => {
  const id = phone.newId();
  const about = { reading: phone.newId(), instrument: { id: 'engagement', version: 1 }, statement: 'voice' };
  const body = { ...about, score: 2, opened: 'low', causes: ['me'], words: 'They plan alone.' };
  const subject = phone.owner.personId;
  saved(await phone.vault.write([{ do: 'create', id, kind: conversation, subject, body }]));
  shown = await showScreen({ phone, path: `/conversation/${id}/edit` });
  await page.getByText('When it was: today').click();
  await page.getByLabelText('The day it happened').fill('2026-04-28');
  await expect.element(page.getByText('When it was: 28 April 2026')).toBeVisible();
  expect(await findBarriers(shown.host)).toEqual([]);
  await save('Save the talk');
  await expect.poll(() => standsOn(id)).toBe('2026-04-28');
});

test('what is to be done, under the day it was decided', async () => {
  shown = await showScreen({ phone, path: '/actions/add' });
  await page.getByRole('textbox', { name: 'What will be done?' }).fill('Small gloves');
  await page.getByRole('radio', { name: /^Me/ }).click();
  await page.getByText('Decided: today').click();
  await page.getByLabelText('The day it was decided').fill('2026-04-27');
  await save('Save');
  await expect.element(page.getByRole('heading', { name: 'Small gloves' })).toBeVisible();
  const { items } = await phone.vault.list({});
  expect(items).toMatchObject([{ version: { occurredAt: '2026-04-27' } }]);
});

test('adding what I can do asks for no day; telling more about it does', async () => {
  const draft = { ...newAsset(phone.environment), what: 'Sowing', part: 'hand' as const };
  const { id } = saved(await keepAsset(phone.vault, draft));
  shown = await showScreen({ phone, path: '/assets/add' });
  await expect.element(page.getByRole('textbox', { name: 'What is it?' })).toBeVisible();
  expect(page.getByText(/When it came up/).elements()).toEqual([]);
  shown.go(`/asset/${id}/edit`);
  await page.getByText('When it came up: today').click();
  await page.getByLabelText('The day it came up').fill('2026-03-01');
  await save('Save it');
  await expect.poll(() => standsOn(id)).toBe('2026-03-01');
});

test.each([
  ['answer', 'When was that?'],
  ['outcome', 'Which day was that?'],
])('a day of the %s that is to come, or none, says so; the one before it stays', async (step, question) => {
  const id = await keepAction();
  shown = await showScreen({ phone, path: `/action/${id}/${step}` });
  const day = page.getByLabelText(question);
  await expect.element(day).toHaveValue('2026-05-01');
  await day.fill('2026-05-02');
  await expect.element(page.getByText('That day is still to come.', { exact: false })).toBeVisible();
  await expect.element(day).toHaveValue('2026-05-01');
  await day.fill('');
  await expect
    .element(page.getByText('It stays 1 May 2026 until you choose one.', { exact: false }))
    .toBeVisible();
  expect(await findBarriers(shown.host)).toEqual([]);
  await day.fill('2026-04-30');
  expect(page.getByText('It stays', { exact: false }).elements()).toEqual([]);
  await expect.element(day).toHaveValue('2026-04-30');
});
