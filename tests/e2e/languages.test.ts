/** Five languages: the phone's own is found, a change takes effect everywhere at once, and nothing is lost or cut by it. */
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languageNames, languages, type Language } from '../../src/ui/text/languages.ts';
import { startApp, type AppServer } from '../support/app-server.ts';
import { launchBrowser, newPhone, type Phone } from '../support/browser.ts';
import { barriers, cutFlaws, flawsOnEveryScreen, wordingFlaws } from '../support/page-flaws.ts';
import { begin, go, liveALittle, soon, titled, typeKept } from '../support/person.ts';
import { textsIn } from '../support/texts.ts';

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

test('the first page is in the language of the phone, or in English', async () => {
  const wanted: [string, Language][] = [
    ['fr-BE', 'fr'],
    ['de-LU', 'de'],
    ['lb-LU', 'lb'],
    ['nl-BE', 'nl'],
    ['sv-SE', 'en'],
    ['xx', 'en'],
  ];
  for (const [locale, language] of wanted) {
    const phone = await newPhone(browser, { origin: app.origin, locale });
    await phone.page.goto('/');
    await titled(phone.page, textsIn(language)('first.name.title'));
    expect(await phone.page.locator('html').getAttribute('lang')).toBe(language);
    await phone.close();
  }
});

async function chooseLanguage(page: Page, language: Language): Promise<void> {
  await page.getByRole('radio', { name: languageNames[language] }).locator('xpath=ancestor::label').click();
  await page.locator(`html[lang=${language}]`).waitFor();
}

test('all five switch at once with a draft begun, say which are unchecked, and the choice stays', async () => {
  const phone = await newPhone(browser, { origin: app.origin });
  const { page } = phone;
  await begin(page, { name: 'Ayo' });
  await go(page, '/reflect');
  await typeKept(page, 'Words in no language at all: hmm');

  for (const language of [...languages].reverse()) {
    const t = textsIn(language);
    await go(page, '/settings');
    await chooseLanguage(page, language);
    await titled(page, t('settings.title'));
    // Of each language, English excepted.
    const drafts = page.getByText(t('settings.language.draft'));
    await expect.poll(() => drafts.count()).toBe(languages.length - 1);
    await go(page, '/reflect');
    await titled(page, t('reflections.new'));
    const box = page.getByRole('textbox').first();
    await expect.poll(() => box.inputValue(), soon).toBe('Words in no language at all: hmm');
  }
  await go(page, '/settings');
  await chooseLanguage(page, 'lb');
  await page.reload();
  await titled(page, textsIn('lb')('settings.title'));
  expect(await page.locator('html').getAttribute('lang')).toBe('lb');
  await phone.close();
});

describe('every screen', () => {
  let phone: Phone;
  beforeAll(async () => {
    phone = await newPhone(browser, { origin: app.origin, screen: { width: 320, height: 640 } });
    await begin(phone.page, { name: 'Ayo' });
    await liveALittle(phone.page);
  });
  afterAll(() => phone.close());

  test.each(languages)(
    'is whole in %s: no key, no gap, no barrier, no line that is cut at 320 px',
    async (language) => {
      const { page } = phone;
      await go(page, '/settings');
      await chooseLanguage(page, language);
      const flaws = await flawsOnEveryScreen(page, async (screen) => [
        ...(await wordingFlaws(screen)),
        ...(await cutFlaws(screen)),
        // Contrast is no matter of language.
        ...(await barriers(screen, { contrast: false })),
      ]);
      expect(flaws).toEqual([]);
    },
  );
});
