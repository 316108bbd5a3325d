/** One phone, several people: each opens their own space and sees nothing of anybody else's. */
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type AppServer } from '../support/app-server.ts';
import { launchBrowser, newPhone } from '../support/browser.ts';
import {
  atHome,
  begin,
  go,
  press,
  reflect,
  titled,
  typeKept,
  untilBoxSays,
  wordsBox,
} from '../support/person.ts';
import { textsIn } from '../support/texts.ts';

let app: AppServer;
let browser: Browser;
const t = textsIn('en');

beforeAll(async () => {
  app = await startApp();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

test('two people see their own records and drafts only; the list follows a change of name', async () => {
  const phone = await newPhone(browser, { origin: app.origin });
  const { page } = phone;
  const person = (name: string) => page.getByRole('button', { name });
  const leave = async () => {
    await go(page, '/more');
    await page.getByRole('button', { name: t('more.people') }).click();
    await titled(page, t('choose.title'));
  };

  await begin(page, { name: 'Ayo', shared: true });
  await reflect(page, 'Ayo dug the pond.');
  await go(page, '/reflect');
  await typeKept(page, 'Ayo was about to say');
  await leave();
  expect(await page.getByText('Ayo dug the pond.').count()).toBe(0);

  await press(page, t('choose.new'));
  await press(page, t('ui.back'));
  await titled(page, t('choose.title'));
  await press(page, t('choose.new'));
  const field = page.getByRole('textbox', { name: t('first.name.label') });
  await field.fill(' ayo');
  await page.getByText(t('first.name.taken', { name: 'Ayo' })).waitFor();
  await field.fill('Ayo B');
  await expect.poll(() => page.getByText(t('first.name.taken', { name: 'Ayo' })).count()).toBe(0);
  await begin(page, { name: 'Bea', others: true });
  expect(new URL(page.url()).pathname).toBe('/');
  expect(await page.getByRole('heading', { name: t('home.carryOn') }).count()).toBe(0);
  await go(page, '/story');
  await titled(page, t('story.title'));
  await page.getByText(t('story.empty')).waitFor();
  expect(await page.getByText(/Ayo/).count()).toBe(0);
  await reflect(page, 'Bea planted leeks.');
  await go(page, '/reflect');
  expect(await wordsBox(page).inputValue()).toBe('');
  await typeKept(page, 'Bea was about to say');

  await go(page, '/me');
  await page.getByRole('textbox', { name: t('people.name') }).fill('Beatrix');
  await press(page, t('people.save'));
  await page.getByText(t('people.saved')).waitFor();
  await go(page, '/');
  await atHome(page, 'Beatrix');

  // Opened again, it asks who is there.
  await page.goto('/story');
  await titled(page, t('choose.title'));
  await person('Beatrix').waitFor();
  await person('Ayo').click();
  await page.getByText('Ayo dug the pond.').first().waitFor();
  expect(await page.getByText(/Bea/).count()).toBe(0);
  await go(page, '/reflect');
  await untilBoxSays(page, 'Ayo was about to say');

  await leave();
  await page.goBack();
  await titled(page, t('choose.title'));
  expect(await page.getByText('Ayo was about to say').count()).toBe(0);
  await phone.close();
});

test("somebody's own phone opens straight in", async () => {
  const phone = await newPhone(browser, { origin: app.origin });
  await begin(phone.page, { name: 'Ayo' });
  await phone.page.goto('/');
  await atHome(phone.page, 'Ayo');
  expect(await phone.page.getByRole('button', { name: 'Ayo' }).count()).toBe(0);
  await phone.close();
});
