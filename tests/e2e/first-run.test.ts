/** Somebody new, without an account and, after the first load, without any network: three questions, and they are in. */
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import manifest from '../../manifest.webmanifest?raw';
import { routes } from '../../src/app/routes.tsx';
import { startApp, type AppServer } from '../support/app-server.ts';
import { createProfile } from '../support/own-profile.ts';
import { launchBrowser, newPhone, untilOfflineReady, type Phone } from '../support/browser.ts';
import { atHome, begin, press, titled, wordsBox } from '../support/person.ts';
import { textsIn } from '../support/texts.ts';

let app: AppServer;
let browser: Browser;
const t = textsIn('en');

/** Start addresses of the shortcuts on the phone's own screen. */
const shortcuts = (JSON.parse(manifest) as { shortcuts: { url: string }[] }).shortcuts.map(({ url }) => url);

beforeAll(async () => {
  app = await startApp();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

/** A phone that has seen the first page and lost its network for good. */
async function phoneOutside(): Promise<Phone> {
  await app.start();
  const phone = await newPhone(browser, { origin: app.origin, offline: true });
  await phone.page.goto('/');
  await untilOfflineReady(phone.page);
  await app.stop();
  await phone.setOffline(true);
  return phone;
}

test('begins without account or network, and every screen opens by its address', async () => {
  const phone = await phoneOutside();
  const { page } = phone;

  await press(page, t('first.next'));
  await page.getByText(t('first.name.missing')).waitFor();

  await begin(page, { name: 'Ayo' });
  await page.getByRole('link', { name: t('home.first.asset') }).waitFor();
  await page.reload();
  await atHome(page, 'Ayo');

  const astray: string[] = [];
  for (const { path } of routes) {
    const address = path.replace(/:\w+/g, '0190a5f0-0000-7000-8000-000000000000');
    await page.goto(address);
    const heading = page.getByRole('heading', { level: 1 });
    await heading.waitFor();
    const shown = await heading.innerText();
    const lost = [t('app.lost.title'), t('app.error.title')].includes(shown);
    if (lost || new URL(page.url()).pathname !== address)
      astray.push(`${address}: ${shown} at ${page.url()}`);
  }
  expect(astray).toEqual([]);
  await page.goto('/no-such-place');
  await titled(page, t('app.lost.title'));
  await phone.close();
});

test('a shortcut leads to its page, for somebody new right after the first run', async () => {
  expect(shortcuts.sort()).toEqual(['/assess', '/reflect']);
  const phone = await phoneOutside();
  const { page } = phone;

  await begin(page, { name: 'Ayo', at: '/reflect' });
  await wordsBox(page).waitFor();
  expect(new URL(page.url()).pathname).toBe('/reflect');

  await page.goto('/assess');
  await page.getByRole('button', { name: t('readings.intro.start') }).waitFor();
  await phone.close();
});

test('killed at the second question, the name is still there, and no file on the disk has it', async () => {
  await app.start();
  const profile = createProfile();
  const { page, kill } = await profile.open(app.origin);
  await page.getByRole('textbox', { name: t('first.name.label') }).fill('Quibblewick');
  await press(page, t('first.next'));
  await titled(page, t('first.language.title'));
  await kill();
  expect(profile.filesWith('Quibblewick')).toEqual([]);

  const again = await profile.open(app.origin);
  const field = again.page.getByRole('textbox', { name: t('first.name.label') });
  await expect.poll(() => field.inputValue()).toBe('Quibblewick');
  await press(again.page, t('first.next'));
  await titled(again.page, t('first.language.title'));
  await press(again.page, t('first.next'));
  await press(again.page, t('first.begin'));
  await atHome(again.page, 'Quibblewick');
  // Begun, it is no longer offered to the next person.
  await again.page.goto(`${app.origin}/more`);
  await again.page.getByRole('button', { name: t('more.people') }).click();
  await press(again.page, t('choose.new'));
  await titled(again.page, t('first.name.title'));
  expect(await field.inputValue()).toBe('');
  await again.close();
  expect(profile.filesWith('Quibblewick')).toEqual([]);
  await profile.remove();
});
