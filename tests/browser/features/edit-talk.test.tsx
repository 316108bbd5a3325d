/** Changing a talk: a new version whose history shows both, and a draft that outlives the page. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { changeTalkKey } from '../../../src/features/conversations/data.ts';
import {
  conversation,
  type ConversationBody,
} from '../../../src/features/conversations/model/conversation.ts';
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

const button = (name: string) => page.getByRole('button', { name, exact: true });
const words = page.getByRole('textbox', { name: 'What do you see behind it?' });

/** A talk on the phone; gives its id. */
async function keepTalk(said: Partial<ConversationBody> = {}): Promise<string> {
  const id = phone.newId();
  const body: ConversationBody = {
    reading: phone.newId(),
    instrument: { id: 'engagement', version: 1 },
    statement: 'voice',
    score: 2,
    opened: 'low',
    causes: ['me'],
    words: 'They plan alone.',
    ...said,
  };
  const subject = phone.owner.personId;
  saved(await phone.vault.write([{ do: 'create', id, kind: conversation, subject, body, audience: 'me' }]));
  return id;
}

test('changing a talk makes a new version, its draft outlives the page, and the history shows both', async () => {
  const id = await keepTalk();
  shown = await showScreen({ phone, path: `/conversation/${id}` });
  await page.getByRole('link', { name: 'Change it' }).click();
  await expect.element(words).toHaveValue('They plan alone.');
  await expect.element(page.getByText('It was about: Equal voice.')).toBeVisible();
  await words.fill('They asked me.');
  await page.getByRole('checkbox', { name: 'How the project is run' }).click();
  await page.getByRole('textbox', { name: 'Whom did you talk with?' }).fill('Sam');
  expect(await findBarriers(shown.host)).toEqual([]);
  await expect.poll(() => phone.drafts()).toEqual([changeTalkKey(id)]);

  shown.clear();
  shown = await showScreen({ phone, path: `/conversation/${id}/edit` });
  await expect.element(page.getByText('It is all still there.')).toBeVisible();
  await expect.element(words).toHaveValue('They asked me.');
  await expect.element(page.getByRole('checkbox', { name: 'How the project is run' })).toBeChecked();
  await button('Save the talk').click();

  await expect.element(page.getByText('Changed. It is safe on this phone.').first()).toBeVisible();
  await expect.element(page.getByText('They asked me.', { exact: true })).toBeVisible();
  await expect.element(page.getByText('Sam', { exact: true })).toBeVisible();
  expect(await phone.drafts()).toEqual([]);
  shown.go(`/record/${id}/history`);
  await expect.element(page.getByRole('heading', { level: 1, name: 'What it was before' })).toBeVisible();
  await expect.element(page.getByRole('main')).toHaveTextContent(/They asked me\./);
  await expect.element(page.getByRole('main')).toHaveTextContent(/They plan alone\./);
});

test('emptied of all that was said, it asks for a few words and keeps what is there', async () => {
  const id = await keepTalk({ opened: 'high', score: 5, causes: [] });
  shown = await showScreen({ phone, path: `/conversation/${id}/edit` });
  const worked = page.getByRole('textbox', { name: 'What worked? How do we do more of it?' });
  await expect.element(worked).toHaveValue('They plan alone.');
  expect(page.getByRole('checkbox').elements()).toEqual([]);
  await worked.fill(' ');
  await button('Save the talk').click();
  await expect.element(page.getByRole('alert').filter({ hasText: 'A few words are enough.' })).toBeVisible();
  expect(await phone.vault.history(id)).toHaveLength(1);
});

test('about a statement that this Plotline does not know, it is named as readably as it can be', async () => {
  const id = await keepTalk({ instrument: { id: 'soil', version: 1 }, statement: 'soil-care' });
  shown = await showScreen({ phone, path: `/conversation/${id}/edit` });
  await expect.element(page.getByText('It was about: Soil care.')).toBeVisible();
});

test('one that is erased cannot be changed, and it says so', async () => {
  shown = await showScreen({ phone, path: `/conversation/${phone.newId()}/edit` });
  await expect.element(page.getByRole('heading', { name: 'This entry is not here' })).toBeVisible();
});
