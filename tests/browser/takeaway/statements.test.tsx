/** A file that brings statements along: what the person is told of them, before and after. */
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { strFromU8, strToU8 } from 'fflate';
import { engagement } from '../../../src/features/instruments/model/engagement/engagement.ts';
import { reading } from '../../../src/features/readings/model/reading.ts';
import BringInScreen from '../../../src/features/takeaway/ui/bring-in-screen.tsx';
import { findBarriers } from '../../support/find-barriers.ts';
import { soilReading, soilSkills } from '../../support/foreign-instrument.ts';
import { saved } from '../../support/vault.ts';
import { choose, gardener, rezip, showScreen, withStory, zipOf, type Shown } from './stage.tsx';

let shown: Shown | undefined;
afterEach(() => {
  shown?.clear();
  shown = undefined;
});

const text = (words: string) => page.getByText(words);

/** Somebody's file with a reading, and these definitions. */
async function fileWith(definitions: readonly unknown[]): Promise<File> {
  const { vault, test: phone } = await withStory();
  const change = { do: 'create', id: phone.newId(), kind: reading, body: soilReading } as const;
  saved(await vault.write([{ ...change, subject: phone.owner.personId }]));
  return rezip(await zipOf(vault), (files) => {
    const records = JSON.parse(strFromU8(files['records.json'] ?? new Uint8Array())) as object;
    return { ...files, 'records.json': strToU8(JSON.stringify({ ...records, instruments: definitions })) };
  });
}

test('new ones are named, the same file once more brings nothing, and an older file brings only them', async () => {
  const here = await gardener();
  shown = await showScreen(<BringInScreen />, here);
  const file = await fileWith([soilSkills]);
  const without = await rezip(file, (files) => {
    const records = JSON.parse(strFromU8(files['records.json'] ?? new Uint8Array())) as object;
    return { ...files, 'records.json': strToU8(JSON.stringify({ ...records, instruments: [] })) };
  });
  choose(shown.host, without);
  await expect.element(text('5 records are new here')).toBeVisible();
  expect(text('A list of statements comes along').elements()).toEqual([]);
  await userEvent.click(page.getByRole('button', { name: 'Bring them in' }));
  await userEvent.click(page.getByRole('button', { name: 'Yes, bring them in here' }));
  await expect.element(page.getByRole('heading', { name: 'Your records are in' })).toBeVisible();
  shown.clear();

  shown = await showScreen(<BringInScreen />, here);
  choose(shown.host, file);
  await expect.element(text('A list of statements comes along: Soil skills')).toBeVisible();
  expect(await findBarriers(shown.host)).toEqual([]);
  await userEvent.click(page.getByRole('button', { name: 'Bring them in' }));
  await userEvent.click(page.getByRole('button', { name: 'Yes, bring them in here' }));
  await expect.element(page.getByRole('heading', { name: 'Your records are in' })).toBeVisible();
  expect(await here.vault.definitions()).toEqual([soilSkills]);
  shown.clear();

  shown = await showScreen(<BringInScreen />, here);
  choose(shown.host, file);
  await expect.element(text('All of this is here already.')).toBeVisible();
});

test('one that says something else than here, and one that cannot be read, are said with what becomes of them', async () => {
  const reworded = { ...engagement, title: { en: 'Reworded' } };
  shown = await showScreen(<BringInScreen />, await gardener());
  choose(shown.host, await fileWith([reworded, { id: 'broken', version: 1 }]));
  await expect.element(text('1 list of statements says something else here')).toBeVisible();
  await expect.element(text('are both kept, and no answer changes')).toBeVisible();
  await expect.element(text('1 list of statements cannot be read')).toBeVisible();
  await expect.element(text('Every answer comes in all the same')).toBeVisible();
  expect(await findBarriers(shown.host)).toEqual([]);
});
