/** Five languages: the phone's own is found, a change takes effect everywhere at once, and nothing is lost or cut by it. */
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { languageNames, languages, type Language } from '../../src/ui/text/languages.ts';
import { startApp, type AppServer } from '../support/app-server.ts';
import { launchBrowser, newPhone, type Phone } from '../support/browser.ts';
import { everyAddress } from '../support/addresses.ts';
import { begin, go, liveALittle, soon, titled, typeKept } from '../support/person.ts';
import { allKeys, textsIn } from '../support/texts.ts';

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
    expect(await page.getByText(t('settings.language.draft')).count()).toBe(languages.length - 1);
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

const loadingWords = new RegExp(languages.map((language) => textsIn(language)('ui.loading')).join('|'));

/** Looks over the page for what no reader may see: the key of a text in its stead, a gap that was not filled, a cut line. */
async function flawsOf(page: Page, keys: readonly string[]): Promise<string[]> {
  return page.evaluate((all) => {
    const known = new Set(all);
    const flaws: string[] = [];
    const seen = `${document.body.innerText} ${document.title}`;
    const spoken = [...document.querySelectorAll('[aria-label], [placeholder], [alt]')].map((element) =>
      ['aria-label', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? '').join(' '),
    );
    for (const word of `${seen} ${spoken.join(' ')}`.split(/[\s·]+/)) {
      if (known.has(word)) flaws.push(`the key ${word}`);
      if (/\{\w+\}/.test(word)) flaws.push(`the gap ${word}`);
    }
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) flaws.push(`the page is ${scrollWidth} px wide`);
    for (const element of document.querySelectorAll<HTMLElement>('#app *')) {
      const style = getComputedStyle(element);
      const hidden = !element.checkVisibility({ visibilityProperty: true }) || element.clientWidth <= 1;
      if (hidden || style.display.startsWith('inline') || /auto|scroll/.test(style.overflowX)) continue;
      const said = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      if (said && element.scrollWidth > element.clientWidth + 1)
        flaws.push(`cut: ${element.innerText.slice(0, 40)}`);
    }
    return flaws;
  }, keys);
}

/** Everything that was being fetched is there. */
async function untilLoaded(page: Page): Promise<void> {
  await expect.poll(() => page.getByRole('status').filter({ hasText: loadingWords }).count(), soon).toBe(0);
}

/** Each screen with something on it, in one language, on the narrowest phone. */
async function flawsIn(phone: Phone, addresses: readonly string[]): Promise<string[]> {
  const keys = [...allKeys()].filter((key) => key.includes('.'));
  const flaws: string[] = [];
  for (const address of addresses) {
    await go(phone.page, address);
    await phone.page.locator('main h1').waitFor();
    await untilLoaded(phone.page);
    for (const flaw of await flawsOf(phone.page, keys)) flaws.push(`${address}: ${flaw}`);
  }
  return flaws;
}

test('every screen in every language is whole: no key, no gap, no line that is cut at 320 px', async () => {
  const phone = await newPhone(browser, { origin: app.origin, screen: { width: 320, height: 640 } });
  const { page } = phone;
  await begin(page, { name: 'Ayo' });
  await liveALittle(page);
  const addresses = await everyAddress(page);
  const flaws: string[] = [];
  for (const language of languages) {
    await go(page, '/settings');
    await chooseLanguage(page, language);
    for (const flaw of await flawsIn(phone, addresses)) flaws.push(`${language} ${flaw}`);
  }
  expect(flaws).toEqual([]);
  await phone.close();
}, 120_000);
