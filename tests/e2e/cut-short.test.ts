/** Somebody speaks, and the app is gone: what was said until a few seconds before is there, sealed, and can be heard. */
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startApp, type AppServer } from '../support/app-server.ts';
import { createProfile, type OwnProfile, type Running } from '../support/own-profile.ts';
import { begin, go, press, soon, titled } from '../support/person.ts';
import { rawRows } from '../support/raw-rows.ts';
import { textsIn } from '../support/texts.ts';

let app: AppServer;
let profile: OwnProfile;
let running: Running;
const t = textsIn('en');

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  profile = createProfile({ media: true });
  running = await profile.open(app.origin);
  await begin(running.page, { name: 'Ayo' });
});
afterEach(() => profile.remove());

/** How many pieces of recordings are on the phone. */
async function pieces(page: Page): Promise<number> {
  return (await rawRows(page, 'drafts')).filter(({ key }) => Array.isArray(key)).length;
}

/** Says something in the form for it, writing no word, until some seconds of it are kept. */
async function speak(page: Page): Promise<void> {
  await go(page, '/reflect');
  await press(page, t('capture.voice.sayIt'));
  await expect.poll(() => pieces(page), soon).toBeGreaterThanOrEqual(2);
  await page.getByRole('button', { name: t('capture.voice.stop') }).waitFor();
}

/** The start offers to carry on, and leads to the form with the recording in it. */
async function carryOn(page: Page): Promise<void> {
  await page.goto(app.origin);
  await page.getByRole('link', { name: t('home.draft.reflect') }).click();
  await titled(page, t('reflections.new'));
  await page.getByRole('button', { name: t('capture.voice.play') }).waitFor();
}

/** Listens to the end; gives how many seconds were heard. */
async function listen(page: Page): Promise<number> {
  await press(page, t('capture.voice.play'));
  return page.locator('audio').evaluate(async (sound) => {
    if (!(sound instanceof HTMLAudioElement)) return 0;
    let reached = 0;
    sound.addEventListener('timeupdate', () => (reached = Math.max(reached, sound.currentTime)));
    if (!sound.ended) await new Promise((ended) => sound.addEventListener('ended', ended, { once: true }));
    return Math.max(reached, sound.currentTime);
  });
}

/** Seconds that the player says. */
async function length(page: Page): Promise<number> {
  const said = await page
    .getByText(/^\d:\d\d$/)
    .first()
    .textContent();
  const [minutes = 0, seconds = 0] = (said ?? '').split(':').map(Number);
  return minutes * 60 + seconds;
}

test('killed in the middle of speaking: it is there, told, heard, and saved like any other', async () => {
  await speak(running.page);
  await running.kill();
  // What a recorder writes at the head of every such sound.
  for (const word of ['OpusHead', 'A_OPUS']) expect(profile.filesWith(word)).toEqual([]);
  expect(profile.filesWith('plotline')).not.toEqual([]);

  const { page } = await profile.open(app.origin);
  await carryOn(page);
  await page.getByText(t('capture.cut'), { exact: true }).waitFor();
  const seconds = await length(page);
  expect(seconds).toBeGreaterThanOrEqual(3);
  expect(Math.abs((await listen(page)) - seconds)).toBeLessThan(2);
  await expect.poll(() => pieces(page), soon).toBe(0);

  await press(page, t('reflections.save'));
  await page.waitForURL(/\/reflection\//);
  await page.reload();
  expect(await listen(page)).toBeGreaterThan(2);
  expect(await rawRows(page, 'drafts')).toEqual([]);
});

test('its tab is closed while somebody speaks: it is there in the next', async () => {
  const { page } = running;
  await speak(page);
  const context = page.context();
  await page.close();
  const next = await context.newPage();
  await carryOn(next);
  expect(await listen(next)).toBeGreaterThan(2);
});

test('loaded anew while somebody speaks, as by an update: it is there', async () => {
  const { page } = running;
  await speak(page);
  await page.reload();
  await page.getByRole('button', { name: t('capture.voice.play') }).waitFor();
  expect(await listen(page)).toBeGreaterThan(2);
});

test('thrown away, it does not come back after a kill', async () => {
  const { page, kill } = running;
  await speak(page);
  await press(page, t('capture.voice.stop'));
  await page.getByText(t('capture.voice.kept')).waitFor();
  await expect.poll(() => pieces(page), soon).toBe(0);
  await press(page, t('capture.voice.delete'));
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('capture.voice.delete') })
    .click();
  await page.getByText(t('capture.voice.deleted')).waitFor();
  await kill();
  const again = await profile.open(`${app.origin}/reflect`);
  await again.page.getByRole('button', { name: t('capture.voice.sayIt') }).waitFor();
  expect(await pieces(again.page)).toBe(0);
  expect(await again.page.getByText(t('capture.cut'), { exact: true }).count()).toBe(0);
});
