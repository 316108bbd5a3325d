/** Every screen with something on it: no barrier in any theme, big enough to tap, whole at twice the text. */
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type AppServer } from '../support/app-server.ts';
import { launchBrowser, newPhone, type Phone } from '../support/browser.ts';
import { barriers, cutFlaws, flawsOnEveryScreen, targetFlaws, wear } from '../support/page-flaws.ts';
import { patience } from '../support/patience.ts';
import { begin, choose, go, liveALittle, titled } from '../support/person.ts';
import { textsIn } from '../support/texts.ts';

let app: AppServer;
let browser: Browser;
let phone: Phone;
const t = textsIn('en');
const themes = ['light', 'dark', 'sun'] as const;

beforeAll(async () => {
  app = await startApp();
  browser = await launchBrowser();
  phone = await newPhone(browser, { origin: app.origin, context: { reducedMotion: 'reduce' } });
  await begin(phone.page, { name: 'Ayo' });
  await liveALittle(phone.page);
});
afterAll(async () => {
  await phone.close();
  await browser.close();
  await app.stop();
});

async function setting(page: Page, label: string, holds: string): Promise<void> {
  await go(page, '/settings');
  await choose(page, label);
  await page.locator(`html${holds}`).waitFor();
}

// Each screen is looked at four times.
const longer = { timeout: patience * 8 };

test(
  'no barrier in any look, text stands out 7 to 1, and everything that is tapped is at least 48 by 48 px',
  longer,
  async () => {
    const { page } = phone;
    for (const theme of themes) await setting(page, t(`settings.theme.${theme}`), `[data-theme=${theme}]`);
    const flaws = await flawsOnEveryScreen(page, async (screen) => {
      const found = await targetFlaws(screen);
      for (const theme of themes) {
        await wear(screen, theme);
        found.push(...(await barriers(screen)).map((flaw) => `${theme}: ${flaw}`));
      }
      return found;
    });
    expect(flaws).toEqual([]);
  },
);

test('with the largest text on the narrowest phone nothing is cut', async () => {
  const { page } = phone;
  await page.setViewportSize({ width: 320, height: 640 });
  const sizeNow = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
  const usual = await sizeNow();
  await setting(page, t('settings.size.largest'), '[data-text-size=largest]');
  expect(await sizeNow()).toBe(usual * 2);
  expect(await flawsOnEveryScreen(page, cutFlaws)).toEqual([]);
  await page.reload();
  await titled(page, t('about.title'));
  expect(await sizeNow()).toBe(usual * 2);
});

test('an error on a page, and the pages before the first record, have no barrier either', async () => {
  const first = await newPhone(browser, { origin: app.origin });
  const { page } = first;
  await page.goto('/');
  await titled(page, t('first.name.title'));
  const flaws = [...(await barriers(page)), ...(await targetFlaws(page))];
  await page.getByRole('button', { name: t('first.next') }).click();
  await page.getByText(t('first.name.missing')).waitFor();
  flaws.push(...(await barriers(page)));
  await begin(page, { name: 'Ayo', shared: true });
  for (const path of ['/', '/story', '/assets', '/star', '/actions', '/reflect']) {
    await go(page, path);
    await page.locator('main h1').waitFor();
    flaws.push(...(await barriers(page)).map((flaw) => `${path}: ${flaw}`));
  }
  await page.goto('/');
  await titled(page, t('choose.title'));
  flaws.push(...(await barriers(page)), ...(await targetFlaws(page)));
  expect(flaws).toEqual([]);
  await first.close();
});
