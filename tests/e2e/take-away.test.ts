/** Taken away on one phone and brought into an empty one, both without a network: the same story. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright';
import { strFromU8, unzipSync, type Unzipped } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { startApp, type AppServer } from '../support/app-server.ts';
import { launchBrowser, newPhone, untilOfflineReady, type Phone } from '../support/browser.ts';
import { reading } from '../../src/features/readings/model/reading.ts';
import { soilReading, soilSkills } from '../support/foreign-instrument.ts';
import { emptyVault, fillVault, newId, saved, zipOf } from '../unit/exchange/sample.ts';

let app: AppServer;
let browser: Browser;

beforeAll(async () => {
  app = await startApp();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

/** A fresh phone with the app on it and no network any more. */
async function offlinePhone(): Promise<Phone> {
  await app.start();
  const phone = await newPhone(browser, { origin: app.origin, offline: true });
  await phone.page.goto('/');
  await untilOfflineReady(phone.page);
  await app.stop();
  await phone.setOffline(true);
  return phone;
}

interface Chosen {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

async function comeWithFile(page: Page, file: Chosen): Promise<void> {
  await page.getByRole('button', { name: 'I have my records in a file' }).click();
  await page.locator('input[type=file]').setInputFiles(file);
}

/** Downloads what a button saves. */
async function save(page: Page, button: string): Promise<Chosen> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  const buffer = await readFile(await download.path());
  return { name: download.suggestedFilename(), mimeType: 'application/octet-stream', buffer };
}

async function takeAll(page: Page): Promise<Chosen> {
  await page.goto('/take-away');
  await page.getByRole('button', { name: 'Make the file' }).click();
  return save(page, 'Save it');
}

/** The records of a zip as they are written, and every other file that must come back to the byte. */
const recordsShape = z.object({
  versions: z.array(z.unknown()),
  attachments: z.array(z.unknown()),
  person: z.unknown(),
  instruments: z.unknown(),
});

function storyIn(zip: Unzipped) {
  const { versions, attachments, person, instruments } = recordsShape.parse(
    JSON.parse(strFromU8(zip['records.json'] ?? new Uint8Array())),
  );
  const media = Object.entries(zip).filter(([name]) => name.startsWith('attachments/'));
  const tables = Object.entries(zip).filter(([name]) => name.endsWith('.csv'));
  return {
    versions,
    attachments,
    person,
    instruments,
    media: media.map(([name, bytes]) => [name, [...bytes]]),
    tables: tables.map(([name, bytes]) => [name, strFromU8(bytes)]),
  };
}

/** Somebody's zip, made by the same code as the app's. */
async function somebodysZip(): Promise<Chosen> {
  const vault = await emptyVault();
  await fillVault(vault);
  // Made with statements that no Plotline has built in.
  const { personId: subject } = vault.owner;
  const foreign = { do: 'create', id: newId(), kind: reading, subject, body: soilReading } as const;
  saved(await vault.write([foreign]));
  await vault.apply([], [soilSkills]);
  const buffer = Buffer.from(await (await zipOf(vault)).arrayBuffer());
  return { name: 'plotline-2026-07-01.zip', mimeType: 'application/zip', buffer };
}

test('a story goes out as a zip and comes back the same in an empty Plotline, offline', async () => {
  const first = await offlinePhone();
  await comeWithFile(first.page, await somebodysZip());
  await first.page.getByRole('heading', { name: 'Is this you?' }).waitFor();
  await first.page.getByRole('heading', { name: 'Sam' }).waitFor();
  await first.page.getByRole('button', { name: 'Yes, this is me' }).click();
  await first.page.getByRole('navigation').first().waitFor();

  // What it was made with came along: its words are said where nobody else has them.
  await first.page.goto('/story');
  await first.page.getByText('Telling by the sound no answer').waitFor();
  await first.page.goto('/star');
  await first.page.getByRole('row', { name: /^Making compost in the garden/ }).waitFor();

  // A change made by hand, with a name that a spreadsheet would run.
  await first.page.goto('/me');
  const name = first.page.getByRole('textbox').first();
  await name.fill('=HYPERLINK("http://bad.example","Sam")');
  await first.page.getByRole('button', { name: 'Keep this' }).click();
  await first.page.getByText('Kept on this phone').first().waitFor();

  const out = await takeAll(first.page);
  const story = storyIn(unzipSync(out.buffer));
  expect(story.versions.length).toBeGreaterThan(8);
  expect(story.media.length).toBe(2);
  expect(story.instruments).toContainEqual(soilSkills);
  expect(out.name).toMatch(/^plotline-\d{4}-\d{2}-\d{2}\.zip$/);

  await first.page.goto('/take-away');
  await first.page.getByRole('radio', { name: 'Tables for a spreadsheet' }).check();
  await first.page.getByRole('button', { name: 'Make the files' }).click();
  const people = (await save(first.page, 'Save people.csv')).buffer.toString('utf8');
  expect(people.startsWith('\u{FEFF}')).toBe(true);
  expect(people).toContain(`"'=HYPERLINK(""http://bad.example"",""Sam"")"`);
  const actions = (await save(first.page, 'Save actions.csv')).buffer.toString('utf8');
  expect(actions).toContain(",'+352 call the town hall,");
  await first.close();

  const second = await offlinePhone();
  await comeWithFile(second.page, out);
  await second.page.getByRole('button', { name: 'Yes, this is me' }).click();
  await second.page.getByRole('navigation').first().waitFor();
  expect(storyIn(unzipSync((await takeAll(second.page)).buffer))).toEqual(story);

  // Brought in once more, it is there once.
  await second.page.goto('/bring-in');
  await second.page.locator('input[type=file]').setInputFiles(out);
  await second.page.getByText('All of this is here already.').waitFor();
  await second.close();
});

test('a file that is no story is refused at the first run, and one can begin all the same', async () => {
  const phone = await offlinePhone();
  const { page } = phone;
  const zip = await somebodysZip();
  await comeWithFile(page, { ...zip, buffer: Buffer.from('%PDF-1.7 a leaflet') });
  await page.getByRole('alert').getByText('This file is not from Plotline').waitFor();
  const halfWay = { ...zip, buffer: zip.buffer.subarray(0, zip.buffer.length >> 1) };
  await page.locator('input[type=file]').setInputFiles(halfWay);
  await page.getByRole('alert').getByText('The end of the file is missing').waitFor();
  // Nothing was made of it: the app still does not know anybody, and no space was begun.
  const databases = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(databases.filter((name) => name?.startsWith('plotline-'))).toEqual([]);
  await page.reload();
  await page.getByRole('button', { name: 'I have my records in a file' }).waitFor();
  await comeWithFile(page, zip);
  await page.getByRole('button', { name: 'Yes, this is me' }).click();
  await page.getByRole('navigation').first().waitFor();
  await phone.close();
});
