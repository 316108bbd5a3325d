/** On a laptop the story stays beside what is opened from it; its address, the way back and the keyboard work as on a phone. */
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type AppServer } from '../support/app-server.ts';
import { launchBrowser, newPhone, smallPhone } from '../support/browser.ts';
import { addAsset, assess, begin, go, reflect, soon, titled } from '../support/person.ts';
import { textsIn } from '../support/texts.ts';

let app: AppServer;
let browser: Browser;
const t = textsIn('en');
const laptop = { width: 1280, height: 800 };

beforeAll(async () => {
  app = await startApp();
  browser = await launchBrowser();
});
afterAll(async () => {
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
  const phone = await newPhone(browser, {
    origin: app.origin,
    screen: laptop,
    context: { isMobile: false, hasTouch: false },
  });
  const { page } = phone;
  await begin(page, { name: 'Ayo' });
  for (let at = 1; at <= 12; at++) await reflect(page, `Day ${at} by the pond.`);
  await addAsset(page, 'Beans');
  await assess(page);

  // Somebody who came by another way has the page to themselves.
  await reflect(page, 'The last word.');
  expect(await story(page).count()).toBe(0);

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
  expect(await story(page).count()).toBe(0);
  await expect.poll(() => page.evaluate(() => scrollY), soon).toBeGreaterThan(200);
  await page.goForward();
  await said(page, 'Day 3 by the pond.').waitFor();
  await story(page).waitFor();

  // Every kind; nothing sticks out, the star neither.
  const star = story(page).locator('a[href^="/reading/"]');
  await star.click();
  await page.waitForURL(/\/reading\//);
  await page.getByRole('main').getByRole('img').first().waitFor();
  await story(page).waitFor();
  expect(await overhang(page)).toBe(0);

  // Anywhere else it is gone, also for a record that is opened from there.
  await go(page, '/assets');
  await titled(page, t('assets.all'));
  expect(await story(page).count()).toBe(0);
  await page.getByRole('main').getByRole('link', { name: 'Beans' }).first().click();
  await titled(page, 'Beans');
  expect(await story(page).count()).toBe(0);

  // Made narrow, it is one page, as on a phone.
  await go(page, '/story');
  await card(page, 'Day 12 by the pond.').click();
  await story(page).waitFor();
  await page.setViewportSize(smallPhone);
  await story(page).waitFor({ state: 'detached' });
  await said(page, 'Day 12 by the pond.').waitFor();
  // Opened by its address, an entry is a page of its own.
  await page.setViewportSize(laptop);
  await story(page).waitFor();
  await page.reload();
  await said(page, 'Day 12 by the pond.').waitFor();
  expect(await story(page).count()).toBe(0);
  await phone.close();
});
