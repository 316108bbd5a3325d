/** What nobody may find on a screen, as short lines a test can compare with none. */
import axe from 'axe-core';
import type { Page } from 'playwright';
import type { Theme } from '../../src/platform/preferences.ts';
import { languages } from '../../src/ui/text/languages.ts';
import { everyAddress } from './addresses.ts';
import { go, soon } from './person.ts';
import { allKeys, textsIn } from './texts.ts';

const loading = new RegExp(languages.map((language) => textsIn(language)('ui.loading')).join('|'));
const keys = [...allKeys()].filter((key) => key.includes('.'));

/** Opens each screen of the app, with the records that are there, and collects what `look` finds on it. */
export async function flawsOnEveryScreen(
  page: Page,
  look: (page: Page) => Promise<string[]>,
): Promise<string[]> {
  const flaws: string[] = [];
  for (const address of await everyAddress(page)) {
    await go(page, address);
    await page.locator('main h1').waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: loading })
      .first()
      .waitFor({ state: 'detached', ...soon });
    for (const flaw of await look(page)) flaws.push(`${address}: ${flaw}`);
  }
  return flaws;
}

/** Looks as after that choice in the settings: whatever is on the screen changes with it. */
export async function wear(page: Page, theme: Theme): Promise<void> {
  await page.evaluate((name) => {
    document.documentElement.dataset['theme'] = name;
    // A colour on its way to another is neither of the two. To wait for its end may be to wait for a frame that never comes.
    for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish();
  }, theme);
}

/** The key of a text in its stead, or a `{gap}` that was not filled. */
export async function wordingFlaws(page: Page): Promise<string[]> {
  return page.evaluate((all) => {
    const known = new Set(all);
    const spoken = [...document.querySelectorAll('[aria-label], [placeholder], [alt]')].map((element) =>
      ['aria-label', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? '').join(' '),
    );
    return `${document.body.innerText} ${document.title} ${spoken.join(' ')}`
      .split(/[\s·]+/)
      .filter((word) => known.has(word) || /\{\w+\}/.test(word));
  }, keys);
}

/** Words that are cut off at the side, or a page wider than the screen. */
export async function cutFlaws(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const flaws: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) flaws.push(`the page is ${scrollWidth} px wide`);
    // What is fixed to the window does not make the page wider.
    for (const control of document.querySelectorAll<HTMLElement>('a[href], button, select, summary, label')) {
      const { left, right, width } = control.getBoundingClientRect();
      if (control.checkVisibility() && width > 1 && (left < -1 || right > clientWidth + 1))
        flaws.push(`beside the screen: ${control.innerText.slice(0, 40)}`);
    }
    for (const element of document.querySelectorAll<HTMLElement>('#app *')) {
      const style = getComputedStyle(element);
      const hidden = !element.checkVisibility({ visibilityProperty: true }) || element.clientWidth <= 1;
      if (hidden || style.display.startsWith('inline') || /auto|scroll/.test(style.overflowX)) continue;
      const said = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      if (said && element.scrollWidth > element.clientWidth + 1)
        flaws.push(`cut: ${element.innerText.slice(0, 40)}`);
    }
    return flaws;
  });
}

/** What can be tapped and is smaller than 48 × 48 px. A link within a sentence is as high as its line. */
export async function targetFlaws(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = 'a[href], button, input, select, textarea, summary, [role=button], [tabindex="0"]';
    return [...document.querySelectorAll<HTMLElement>(controls)].flatMap((control) => {
      const label = control.closest('label') ?? document.querySelector(`label[for="${control.id}"]`);
      const isChoice = control.matches('[type=radio], [type=checkbox], [type=file]');
      const target = isChoice && label instanceof HTMLElement ? label : control;
      const { width, height } = target.getBoundingClientRect();
      const seen = target.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1;
      const inSentence = control.matches('p a');
      const scrolls = control.matches('[tabindex="0"]:not(a, button, input)') && control.scrollWidth > 0;
      if (!seen || inSentence || scrolls || (width > 47.5 && height > 47.5)) return [];
      const name = (control.getAttribute('aria-label') ?? target.innerText).slice(0, 30);
      return [`${control.tagName} "${name}" is ${Math.round(width)} × ${Math.round(height)}`];
    });
  });
}

const always = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds against WCAG 2.2 A and AA, and text with a contrast of less than 7:1. */
export async function barriers(page: Page, { contrast = true } = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([tags, withContrast]) => {
      const found = await (globalThis as unknown as { axe: typeof axe }).axe.run({
        runOnly: tags,
        // What is right need not be gathered.
        resultTypes: ['violations'],
        rules: {
          // Measured by targetFlaws; axe counts what lies under a bar that stays while the page scrolls.
          'target-size': { enabled: false },
          'color-contrast': { enabled: withContrast },
          'color-contrast-enhanced': { enabled: withContrast },
        },
      });
      return found.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
      );
    },
    [always, contrast] as const,
  );
}
