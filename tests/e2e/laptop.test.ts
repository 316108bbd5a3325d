/** On a laptop the story stays beside what is opened from it; its address, the way back and the keyboard work as on a phone. */
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type AppServer } from '../support/app-server.ts';
import { launchBrowser, newPhone, smallPhone, type Phone } from '../support/browser.ts';
import { barriers, cutFlaws, targetFlaws } from '../support/page-flaws.ts';
import { addAsset, assess, begin, choose, go, reflect, soon, titled } from '../support/person.ts';
import { textsIn } from '../support/texts.ts';

let app: AppServer;
let browser: Browser;
let phone: Phone;
const t = textsIn('en');
const laptop = { width: 1280, height: 640 };

beforeAll(async () => {
  app = await startApp();
  browser = await launchBrowser();
  const context = { isMobile: false, hasTouch: false };
  phone = await newPhone(browser, { origin: app.origin, screen: laptop, context });
  const { page } = phone;
  await begin(page, { name: 'Ayo' });
  for (let at = 1; at <= 6; at++) await reflect(page, `Day ${at} by the pond.`);
  await addAsset(page, 'Beans');
  await assess(page);
});
afterAll(async () => {
  await phone.close();
  await browser.close();
  await app.stop();
});

const story = (page: Page) => page.getByRole('region', { name: t('story.title') });
const card = (page: Page, words: string) => page.getByRole('link', { name: words }).first();
const said = (page: Page, words: string) => page.getByRole('main').getByText(words, { exact: true });
const path = (page: Page) => new URL(page.url()).pathname;
const overhang = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('list and entry side by side, each entry at its own address', async () => {
  const { page } = phone;
  await go(page, '/story');
  await titled(page, t('story.title'));
  await page.getByText(t('story.beside')).waitFor();
  await card(page, 'Day 3 by the pond.').click();
  await said(page, 'Day 3 by the pond.').waitFor();
  expect(path(page)).toMatch(/^\/reflection\//);
  await expect.poll(() => card(page, 'Day 3 by the pond.').getAttribute('aria-current')).toBe('page');
  // The same place of the story, which is not at its top.
  await expect.poll(() => story(page).evaluate((pane) => pane.scrollTop), soon).toBeGreaterThan(200);
  const heading = page.getByRole('main').getByRole('heading', { level: 1 });
  await expect.poll(() => heading.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await page.getByRole('main').count()).toBe(1);

  // The next one: the story stays where it is.
  const before = await story(page).evaluate((pane) => pane.scrollTop);
  await card(page, 'Day 4 by the pond.').focus();
  await page.keyboard.press('Enter');
  await said(page, 'Day 4 by the pond.').waitFor();
  expect(await story(page).evaluate((pane) => pane.scrollTop)).toBe(before);
  await expect.poll(() => heading.evaluate((one) => one === document.activeElement)).toBe(true);

  // The way back, step by step.
  await page.goBack();
  await said(page, 'Day 3 by the pond.').waitFor();
  await page.goBack();
  await titled(page, t('story.title'));
  expect(path(page)).toBe('/story');
  await expect.poll(() => story(page).count()).toBe(0);
  await expect.poll(() => page.evaluate(() => scrollY), soon).toBeGreaterThan(200);
  await page.goForward();
  await said(page, 'Day 3 by the pond.').waitFor();
  await story(page).waitFor();
});

test('every kind opens there, and nothing sticks out, the star neither', async () => {
  const { page } = phone;
  await go(page, '/story');
  await card(page, 'Day 5 by the pond.').click();
  const star = story(page).locator('a[href^="/reading/"]');
  await star.click();
  await page.waitForURL(/\/reading\//);
  await page.getByRole('main').getByRole('img').first().waitFor();
  await story(page).waitFor();
  await expect.poll(() => overhang(page)).toBe(0);
});

test.each(['light', 'dark', 'sun'])('no barrier in the %s look, with and without an entry', async (theme) => {
  const { page } = phone;
  await go(page, '/settings');
  await choose(page, t(`settings.theme.${theme}`));
  await page.locator(`html[data-theme=${theme}]`).waitFor();
  await go(page, '/story');
  await card(page, 'Day 6 by the pond.').waitFor();
  expect(await barriers(page)).toEqual([]);
  await card(page, 'Day 6 by the pond.').click();
  await card(page, 'Day 6 by the pond.').and(page.locator('[aria-current=page]')).waitFor();
  await said(page, 'Day 6 by the pond.').waitFor();
  expect([...(await barriers(page)), ...(await targetFlaws(page)), ...(await cutFlaws(page))]).toEqual([]);
});

test('anywhere else it is gone, also beside a record that is opened from there', async () => {
  const { page } = phone;
  await go(page, '/story');
  await titled(page, t('story.title'));
  await go(page, '/assets');
  await titled(page, t('assets.all'));
  await expect.poll(() => story(page).count()).toBe(0);
  await page.getByRole('main').getByRole('link', { name: 'Beans' }).first().click();
  await titled(page, 'Beans');
  await expect.poll(() => story(page).count()).toBe(0);
});

test('made narrow it is one page, as on a phone, and so is an entry that is opened by its address', async () => {
  const { page } = phone;
  await go(page, '/story');
  await card(page, 'Day 6 by the pond.').click();
  await story(page).waitFor();
  await page.setViewportSize(smallPhone);
  await expect.poll(() => story(page).count()).toBe(0);
  await said(page, 'Day 6 by the pond.').waitFor();
  await page.setViewportSize(laptop);
  await story(page).waitFor();
  await page.reload();
  await said(page, 'Day 6 by the pond.').waitFor();
  await expect.poll(() => story(page).count()).toBe(0);
});
