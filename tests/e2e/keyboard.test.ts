/** The main jobs by keyboard alone: each control can be reached, each shows where one is, and none holds the focus fast. */
import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type AppServer } from '../support/app-server.ts';
import { launchBrowser, newPhone } from '../support/browser.ts';
import { atHome, soon, titled, wordsBox } from '../support/person.ts';
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

/** Whether the focus can be seen: a ring on the control, or on the label of one that is drawn by its label. */
function showsFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const here = document.activeElement;
    const drawn = [here, here?.closest('label'), ...(here?.closest('label')?.children ?? [])];
    return drawn.some((element) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    });
  });
}

const hasFocus = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** Goes on with Tab until `target` has the focus, and checks on the way that one can see where one is. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' });
  const way: string[] = [];
  for (let stops = 0; stops < 60; stops++) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120) ?? '');
    way.push(stop);
    // At the end of the page the focus goes round by way of the window; inside a date the browser itself shows it.
    const ownToShow = !stop.startsWith('<body') && stop !== way.at(-2);
    if (ownToShow && !(await showsFocus(page))) throw new Error(`no focus to be seen on ${stop}`);
  }
  throw new Error(`Tab does not lead there:\n${way.join('\n')}`);
}

async function activate(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const link = (page: Page, name: string) => page.getByRole('link', { name }).first();
const radio = (page: Page, name: string) => page.getByRole('radio', { name: new RegExp(`^${name}(?!\\w)`) });

test('from the first page to the story without touching the screen', async () => {
  const phone = await newPhone(browser, {
    origin: app.origin,
    screen: { width: 1024, height: 720 },
    context: { isMobile: false, hasTouch: false },
  });
  const { page } = phone;
  const keys = page.keyboard;
  await page.goto('/');
  await tabTo(page, page.getByRole('textbox', { name: t('first.name.label') }));
  await keys.type('Ayo');
  await keys.press('Enter');
  await titled(page, t('first.language.title'));
  await activate(page, button(page, t('first.next')));
  await titled(page, t('first.phone.title'));
  await activate(page, button(page, t('first.begin')));
  await atHome(page, 'Ayo');

  // Something I can do.
  await activate(page, link(page, t('home.first.asset')));
  const what = page.getByRole('textbox', { name: t('assets.ask.what') });
  await what.waitFor();
  await tabTo(page, what);
  await keys.type('Pruning');
  await activate(page, radio(page, t('assets.name.head')), 'Space');
  await keys.press('ArrowRight');
  expect(await radio(page, t('assets.name.hand')).isChecked()).toBe(true);
  await activate(page, button(page, t('assets.save')));
  await titled(page, t('assets.added', { what: 'Pruning' }));
  await activate(page, link(page, t('assets.all')));
  await titled(page, t('assets.all'));

  // Something on my mind.
  await activate(page, page.getByRole('navigation').getByRole('link', { name: t('app.nav.add') }));
  await activate(page, link(page, t('home.first.reflect')));
  await tabTo(page, wordsBox(page));
  await keys.type('The hedge is done.');
  await activate(page, button(page, t('reflections.save')));
  await page.getByText('The hedge is done.', { exact: true }).first().waitFor();

  // The six statements: numbers, arrows, and one left out.
  await activate(page, page.getByRole('navigation').getByRole('link', { name: t('app.nav.add') }));
  await activate(page, link(page, t('home.first.assess')));
  await activate(page, button(page, t('readings.intro.start')));
  const answers = ['2', '5', t('readings.assess.leaveOut'), '3', '6', '4'];
  for (const [at, answer] of answers.entries()) {
    await page.getByText(t('readings.assess.place', { at: at + 1, total: 6 })).waitFor();
    // One stop for the whole scale, as for any group of radio buttons; the arrows choose.
    await tabTo(page, radio(page, '1'));
    while (!(await radio(page, answer).isChecked())) await keys.press('ArrowDown');
    await activate(page, button(page, t(`readings.assess.next.${at === 5 ? 'review' : 'statement'}`)));
  }
  await activate(page, button(page, t('readings.finish')));
  await titled(page, t('readings.done.title'));
  await activate(page, link(page, t('readings.done.star')));
  await titled(page, t('readings.star.title'));

  // A statement of the star opens, and closing it leads back to where one was.
  const axis = page.getByRole('button', { name: t('readings.statement.voice') }).first();
  await activate(page, axis);
  await page.getByRole('dialog').waitFor();
  await keys.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await hasFocus(axis)).toBe(true);

  await activate(page, page.getByRole('navigation').getByRole('link', { name: t('app.nav.story') }));
  await titled(page, t('story.title'));
  for (const words of ['The hedge is done.', 'Pruning']) await page.getByText(words).first().waitFor();
  await phone.close();
});

test('the first stop leads past the ways to go', async () => {
  const phone = await newPhone(browser, { origin: app.origin });
  const { page } = phone;
  await page.goto('/');
  await page.getByRole('textbox').fill('Ayo');
  for (const key of ['first.next', 'first.next', 'first.begin']) await button(page, t(key)).click();
  await atHome(page, 'Ayo');
  // Back from the heading, where every screen begins, to the top of the page.
  const skip = page.getByRole('link', { name: t('ui.skip') });
  for (let stops = 0; stops < 10 && !(await hasFocus(skip)); stops++) await page.keyboard.press('Shift+Tab');
  expect(await hasFocus(skip)).toBe(true);
  const box = await skip.boundingBox();
  expect(box?.height).toBeGreaterThan(40);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const inside = () => page.evaluate(() => document.activeElement?.closest('main') !== null);
  await expect.poll(inside, soon).toBe(true);
  expect(new URL(page.url()).pathname).toBe('/');
  await phone.close();
});
