/** A reading made with statements that came along in a file: their words wherever it is shown, and nobody else's. */
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { learnWords } from '../../../src/features/instruments/ui/learn-words.ts';
import { reading } from '../../../src/features/readings/model/reading.ts';
import { showAssess, type AssessStage } from '../../support/assess-stage.tsx';
import { findBarriers } from '../../support/find-barriers.ts';
import { soilReading, soilSkills } from '../../support/foreign-instrument.ts';
import { saved } from '../../support/vault.ts';

let shown: AssessStage;
let forget = () => {};
afterEach(() => {
  forget();
  shown.clear();
});

/** As the app does it once somebody's vault is open. */
function learn(): void {
  forget = learnWords(shown.store, shown.text);
}

async function withReading(): Promise<string> {
  const id = shown.phone.newId();
  const subject = shown.phone.owner.personId;
  const when = { occurredAt: '2026-03-10' };
  saved(await shown.store.write([{ do: 'create', id, kind: reading, subject, body: soilReading, ...when }]));
  return id;
}

const dialog = page.getByRole('dialog');
const axis = (name: string) =>
  page.getByRole('list', { name: 'Open one statement' }).getByRole('button', { name });

test('the star, its table, its sentence, an opened statement and the talk about it', async () => {
  shown = await showAssess('/');
  await shown.store.apply([], [soilSkills]);
  const id = await withReading();
  shown.go(`/reading/${id}`);
  await expect.element(page.getByRole('row', { name: /^Digging in the garden/ })).toHaveTextContent('5');
  await expect.element(page.getByRole('img', { name: /Making compost in the garden/ })).toBeVisible();
  await axis('Making compost').click();
  await expect.element(dialog).toHaveTextContent(/2 of 6 · New to it.*compost: a beginning.*It smells/);
  await expect.element(dialog).toHaveTextContent('What would help with compost?');
  expect(await findBarriers(shown.host.querySelector('main') ?? shown.host)).toEqual([]);
  await dialog.getByRole('link', { name: 'Talk about it' }).click();
  await expect.element(page.getByText('What would help with compost?')).toBeVisible();
});

test('its history says the statements in its own words, in the language shown, also where ids are the same', async () => {
  shown = await showAssess('/', { language: 'de' });
  const id = await withReading();
  shown.go(`/record/${id}/history`);
  // Nobody knows them yet: their own ids, never the words of another list.
  await expect.element(page.getByText('Compost', { exact: true }).first()).toBeInTheDocument();
  expect(page.getByText('Gleiche Stimme').elements()).toEqual([]);
  await shown.store.apply([], [soilSkills]);
  learn();
  await expect.element(page.getByText('Am Klang erkennen').first()).toBeInTheDocument();
  await expect.element(page.getByText('Kompost machen').first()).toBeInTheDocument();
});

test('without its definition the reading is shown with its numbers, and says so', async () => {
  shown = await showAssess('/');
  const id = await withReading();
  shown.go(`/reading/${id}`);
  await expect.element(page.getByText(/made with statements that this Plotline does not know/)).toBeVisible();
  await expect.element(page.getByText('Compost', { exact: true })).toBeVisible();
});
