/** What a person does with the app, step by step, as a test asks for it: found by words, as a person finds it. */
import { expect } from 'vitest';
import type { Page } from 'playwright';
import type { Language } from '../../src/ui/text/languages.ts';
import { patience } from './patience.ts';
import { rawRows } from './raw-rows.ts';
import { textsIn } from './texts.ts';

export interface Beginning {
  name: string;
  /** English when left out. */
  language?: Language;
  /** True where others use the phone as well. */
  shared?: boolean;
  /** True where others are on the phone already: then it is not asked whose it is. */
  others?: boolean;
  /** The address that was opened; the start when left out. */
  at?: string;
}

/** How long a test waits for what must come. */
export const soon = { timeout: patience };

/** The first run, from the first page to the end. The page is opened where it is not yet. */
export async function begin(
  page: Page,
  { name, language = 'en', shared = false, others = false, at }: Beginning,
) {
  const t = textsIn(language);
  if (at !== undefined || page.url() === 'about:blank') await page.goto(at ?? '/');
  await page.getByRole('combobox').selectOption(language);
  await page.getByRole('textbox', { name: t('first.name.label') }).fill(name);
  await press(page, t('first.next'));
  await titled(page, t('first.language.title'));
  await press(page, t('first.next'));
  await titled(page, t(others ? 'first.phone.already' : 'first.phone.title'));
  if (shared) await choose(page, t('first.phone.shared'));
  await press(page, t('first.begin'));
  if (at === undefined || at === '/') await atHome(page, name, language);
}

/** Waits until the start greets by name. */
export async function atHome(page: Page, name: string, language: Language = 'en'): Promise<void> {
  await titled(page, textsIn(language)('home.hello', { name }));
}

/** Waits for a screen by its heading. */
export async function titled(page: Page, title: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
}

export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

/** Taps one of several answers, by the words it begins with. */
export async function choose(page: Page, answer: string | number | RegExp): Promise<void> {
  const name = answer instanceof RegExp ? answer : new RegExp(`^${answer}(?!\\w)`);
  await page.getByRole('radio', { name }).locator('xpath=ancestor::label').click();
}

/** Opens a screen of the app as a tap on a link does: nothing is loaded anew. */
export async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    const link = document.createElement('a');
    link.href = to;
    document.body.append(link);
    link.click();
    link.remove();
  }, path);
  await page.waitForURL((url) => url.pathname === path);
}

/** The box of the form for something on one's mind. */
export function wordsBox(page: Page, language: Language = 'en') {
  return page.getByRole('textbox', { name: textsIn(language)('reflections.say') });
}

/** Waits until the box holds these words: a draft that was kept comes a moment after its form. */
export async function untilBoxSays(page: Page, words: string): Promise<void> {
  await expect.poll(() => wordsBox(page).inputValue()).toBe(words);
}

/** Types into a form and waits until the draft is kept, as the start then shows it. */
export async function typeKept(page: Page, words: string, language: Language = 'en'): Promise<void> {
  const before = await draftMoments(page);
  await wordsBox(page, language).fill(words);
  await expect.poll(() => draftMoments(page), soon).not.toEqual(before);
}

/** Writes a reflection and waits until the app says that it is saved. Leaves its page open. */
export async function reflect(page: Page, words: string, language: Language = 'en'): Promise<void> {
  const t = textsIn(language);
  await go(page, '/reflect');
  await wordsBox(page, language).fill(words);
  await press(page, t('reflections.save'));
  await page.waitForURL(/\/reflection\//);
  await page.getByText(words, { exact: true }).first().waitFor();
}

/** Adds something one can do with one's hands; leaves the page open that says so. */
export async function addAsset(page: Page, what: string, language: Language = 'en'): Promise<void> {
  const t = textsIn(language);
  await go(page, '/assets/add');
  await page.getByRole('textbox', { name: t('assets.ask.what') }).fill(what);
  await choose(page, t('assets.name.hand'));
  await press(page, t('assets.save'));
  await titled(page, t('assets.added', { what }));
}

const oneStar = [2, 5, 3, 6, null, 4];

/** Answers the six statements, leaving out the fifth, and looks them over: the last button is not pressed yet. */
export async function toReview(page: Page, scores: readonly (number | null)[] = oneStar): Promise<void> {
  const t = textsIn('en');
  await go(page, '/assess');
  await press(page, t('readings.intro.start'));
  for (const [at, score] of scores.entries()) {
    await page.getByText(t('readings.assess.place', { at: at + 1, total: scores.length })).waitFor();
    const answer = score ?? t('readings.assess.leaveOut');
    await choose(page, answer);
    await press(page, t(`readings.assess.next.${at === scores.length - 1 ? 'review' : 'statement'}`));
  }
}

/** Fills in the six statements and finishes; leaves the page open that says it is safe. */
export async function assess(page: Page, scores: readonly (number | null)[] = oneStar): Promise<void> {
  const t = textsIn('en');
  await toReview(page, scores);
  await press(page, t('readings.finish'));
  await titled(page, t('readings.done.title'));
}

/** Talks about the second statement of the star, which leads to something to do; leaves the page of the talk open. */
async function talk(page: Page, words: string, toDo: string): Promise<void> {
  const t = textsIn('en');
  await go(page, '/star');
  const link = page.locator('a[href$="/talk/voice"]').first();
  await go(page, (await link.getAttribute('href')) ?? '');
  await page.getByRole('textbox', { name: t('conversations.ask.high') }).fill(words);
  await choose(page, t('conversations.leads.action'));
  await page.getByRole('textbox', { name: t('actions.form.what') }).fill(toDo);
  await choose(page, t('actions.form.owner.me'));
  await press(page, t('conversations.save'));
  await page.waitForURL(/\/conversation\//);
  await page.getByText(toDo).first().waitFor();
}

/** A story with every kind of record in it. */
export async function liveALittle(page: Page): Promise<void> {
  await addAsset(page, 'Beans');
  await reflect(page, 'The pond is dug.');
  await assess(page);
  await talk(page, 'We took turns.', 'Ask Sam for the key');
}

/** Which drafts are on the phone, and when each was last saved. */
export async function draftMoments(page: Page): Promise<string[]> {
  const rows = await rawRows(page, 'drafts');
  // Pieces of a recording are no drafts.
  return rows.flatMap(({ key, savedAt }) => (typeof key === 'string' ? [`${key} ${savedAt}`] : []));
}
