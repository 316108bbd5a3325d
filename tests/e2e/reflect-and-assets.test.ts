/** Saying something and saying what one can do, at the plot without a network; all is there after the phone went off. */
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type AppServer } from '../support/app-server.ts';
import { launchBrowser, newPhone, untilOfflineReady, type Phone } from '../support/browser.ts';
import { addAsset, begin, choose, go, press, titled, untilBoxSays, wordsBox } from '../support/person.ts';
import { textsIn } from '../support/texts.ts';

let app: AppServer;
let browser: Browser;
let phone: Phone;
let page: Page;
const t = textsIn('en');

/** Somebody who began, and whose network is then gone for good. */
beforeAll(async () => {
  app = await startApp();
  browser = await launchBrowser({ media: true });
  phone = await newPhone(browser, { origin: app.origin, offline: true });
  ({ page } = phone);
  await begin(page, { name: 'Amina' });
  await untilOfflineReady(page);
  await app.stop();
  await phone.setOffline(true);
});
afterAll(async () => {
  await phone.close();
  await browser.close();
});

/** What the microphone of a phone with `media` hears is a beep; a second of it is enough. */
async function speak(question: string): Promise<void> {
  const field = page.getByRole('group', { name: t('capture.voice.spoken', { label: question }) });
  await field.getByRole('button', { name: t('capture.voice.sayIt') }).click();
  await page
    .getByRole('timer')
    .filter({ hasText: /0:0[1-9]/ })
    .waitFor();
  await press(page, t('capture.voice.stop'));
  await page.getByText(t('capture.voice.kept')).waitFor();
}

async function choosePhoto(): Promise<void> {
  const picture = { name: 'bed.png', mimeType: 'image/png', buffer: await page.screenshot() };
  await page.locator('input[type=file]:not([capture])').setInputFiles(picture);
  await page.getByText(t('capture.photo.kept', { count: 1 })).waitFor();
}

/** Seconds of sound that the player on the page has really loaded. */
async function heard(): Promise<number> {
  const sound = page.locator('audio');
  await sound.waitFor({ state: 'attached' });
  return sound.evaluate(async (element) => {
    if (!(element instanceof HTMLAudioElement)) return 0;
    await element.play();
    element.pause();
    return element.readyState;
  });
}

/** Width in pixels of the photo on the page, once it is really shown. */
async function seen(): Promise<number> {
  const photo = page.locator('main img').first();
  await photo.waitFor();
  return photo.evaluate(async (element) => {
    if (!(element instanceof HTMLImageElement)) return 0;
    await element.decode();
    return element.naturalWidth;
  });
}

test('a reflection in words, voice and a photo is there after the phone went off', async () => {
  await go(page, '/reflect');
  await wordsBox(page).fill('We finished the long bed.');
  await speak(t('reflections.say'));
  await choosePhoto();

  // The phone goes off before anything is saved.
  await page.reload();
  await titled(page, t('reflections.new'));
  await untilBoxSays(page, 'We finished the long bed.');
  await press(page, t('reflections.save'));
  await page.waitForURL(/\/reflection\//);

  await page.reload();
  await page.getByText('We finished the long bed.', { exact: true }).waitFor();
  expect(await heard()).toBeGreaterThan(0);
  expect(await seen()).toBeGreaterThan(0);
  await page.getByText(t('record.audience.me'), { exact: true }).waitFor();
});

test('something one can do is added in a moment, told more of, and grows in its bed', async () => {
  await addAsset(page, 'Building raised beds');
  await page.getByRole('link', { name: t('assets.tellMore') }).click();
  await titled(page, t('assets.tellMore'));
  await page.getByRole('textbox', { name: t('assets.more') }).fill('Only with wood that lay around');
  await speak(t('assets.more'));
  await choosePhoto();
  await page.getByText(t('assets.origin'), { exact: true }).first().click();
  await choose(page, t('assets.origin.job'));
  await press(page, t('assets.save'));
  await titled(page, 'Building raised beds');

  await page.reload();
  await titled(page, 'Building raised beds');
  await page.getByText('Only with wood that lay around').waitFor();
  await page.getByText(t('assets.origin.job')).waitFor();
  expect(await heard()).toBeGreaterThan(0);
  expect(await seen()).toBeGreaterThan(0);

  await go(page, '/assets');
  const bed = page.getByRole('region', { name: t('assets.bed.hand') });
  await bed.getByRole('link', { name: 'Building raised beds' }).waitFor();
  await go(page, '/');
  await page.getByRole('link', { name: 'Building raised beds' }).first().waitFor();
});
