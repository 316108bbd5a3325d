/** Somebody who saves a talk too early: is each thing that is missing marked, and is what is said of them true? */
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { reading } from '../../../src/features/readings/model/reading.ts';
import { showAssess, type AssessStage } from '../../support/assess-stage.tsx';
import { saved } from '../../support/vault.ts';

let shown: AssessStage;
afterEach(() => shown.clear());

const alert = (words: string) => page.getByRole('alert').filter({ hasText: words });

test('each thing that is missing in what is to be done is marked alike, and no mark stays once it is there', async () => {
  shown = await showAssess('/');
  const id = shown.phone.newId();
  const subject = shown.phone.owner.personId;
  const answers = [{ statement: 'voice', score: 2 }];
  const body = { instrument: { id: 'engagement', version: 1 }, relation: 'self', answers };
  saved(await shown.store.write([{ do: 'create', id, kind: reading, subject, body, audience: 'me' }]));
  shown.go(`/reading/${id}/talk/voice`);
  await page.getByRole('radio', { name: 'Yes, something to do' }).click();
  await page.getByRole('button', { name: 'Save the talk' }).click();
  await expect.element(alert('Say in a few words what will be done.')).toBeVisible();
  await expect.element(alert('Tap who does it.')).toBeVisible();
  await expect.element(alert('Something is still missing')).toBeVisible();
  const colours = ['Say in a few words what will be done.', 'Tap who does it.'].map(
    (words) => getComputedStyle(page.getByText(words).element()).color,
  );
  expect(colours[0]).toBe(colours[1]);

  await page.getByRole('radio', { name: 'The project' }).click();
  await expect.poll(() => alert('Tap who does it.').elements()).toEqual([]);
});
