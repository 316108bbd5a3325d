/** Connecting a phone to a hub, step by step, as a test asks for it. */
import type { Page } from 'playwright';
import { choose, go, press, titled } from './person.ts';
import { textsIn } from './texts.ts';

const t = textsIn('en');

/** The line on top, once it says so. */
export async function lineSays(page: Page, words: string): Promise<void> {
  await page.getByRole('link', { name: words, exact: true }).waitFor();
}

/** Shares the record whose page is open. */
export async function share(page: Page): Promise<void> {
  await press(page, t('record.audience.to.team'));
  await page.getByText(t('record.audience.team'), { exact: true }).first().waitFor();
}

/** From the screen of connecting to the end. */
export async function connect(page: Page, link: string): Promise<void> {
  await go(page, '/connect');
  await page.getByRole('textbox', { name: t('connect.type') }).fill(link);
  await press(page, t('connect.next'));
  await page.getByText(t('connect.readers.coordinators')).waitFor();
  // Asked in the same moment, where the name is not shared yet.
  const asked = page.getByRole('radio', { name: t('connect.name.yes') });
  if ((await asked.count()) > 0) await choose(page, t('connect.name.yes'));
  await press(page, t('connect.connect'));
  await titled(page, t('connect.done', { name: 'Garden project' }));
}

/** The id of the person whose space is open. */
export async function ownId(on: Page): Promise<string> {
  await go(on, '/me');
  const link = on.locator('a[href$="/history"]');
  return ((await link.getAttribute('href')) ?? '').split('/')[2] ?? '';
}
