/** Somebody takes everything of theirs off a borrowed phone: the disk is read afterwards, also after a kill in the middle. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Page } from 'playwright';
import { startApp, type AppServer } from '../support/app-server.ts';
import { createProfile, type OwnProfile } from '../support/own-profile.ts';
import { atHome, begin, go, press, reflect, titled, typeKept, wordsBox } from '../support/person.ts';
import { textsIn } from '../support/texts.ts';

let app: AppServer;
let profile: OwnProfile;
const t = textsIn('en');

beforeEach(async () => {
  app = await startApp();
  profile = createProfile();
});
afterEach(async () => {
  await profile.remove();
  await app.stop();
});

const databases = (page: Page) =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
const kept = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).concat(Object.keys(sessionStorage)));

/** Up to the question that comes before it all goes. */
async function ask(page: Page): Promise<void> {
  await go(page, '/more');
  await page.getByRole('link', { name: t('more.eraseMe') }).click();
  await page.getByText(t('eraseMe.alone', { count: 1 })).waitFor();
  await page
    .getByRole('checkbox', { name: t('eraseMe.sure') })
    .locator('xpath=ancestor::label')
    .click();
  await press(page, t('eraseMe.ask'));
}

test('nothing of the person is left: no database, no name, no choice; others on the phone keep theirs', async () => {
  const { page, close } = await profile.open(app.origin);
  await begin(page, { name: 'Ayo', shared: true });
  await reflect(page, 'Ayo dug the pond.');
  const ayos = (await databases(page)).find((name) => name?.startsWith('plotline-'));
  await go(page, '/more');
  await page.getByRole('button', { name: t('more.people') }).click();
  await press(page, t('choose.new'));
  await begin(page, { name: 'Quibblewick', others: true });
  await reflect(page, 'Rhubarbzebra grows by the fence.');
  await go(page, '/reflect');
  await typeKept(page, 'Gloamingfrost is not finished');

  // Another window has it open, in the middle of a form.
  const other = await page.context().newPage();
  await other.goto(`${app.origin}/reflect`);
  await other.getByRole('button', { name: 'Quibblewick' }).click();
  await expect.poll(() => wordsBox(other).inputValue()).toContain('Gloamingfrost');

  // A third one asks who is there.
  const asking = await page.context().newPage();
  await asking.goto(app.origin);
  await asking.getByRole('button', { name: 'Quibblewick' }).waitFor();

  // A way out at each step.
  await ask(page);
  await press(page, t('eraseMe.no'));
  await page
    .getByRole('checkbox', { name: t('eraseMe.sure') })
    .locator('xpath=ancestor::label')
    .click();
  await page.getByRole('button', { name: t('eraseMe.ask'), disabled: true }).waitFor();
  await ask(page);
  await press(page, t('eraseMe.yes'));
  await titled(page, t('eraseMe.done'));
  await other.getByText(t('app.reach.removed')).waitFor();
  await other.close();
  await asking.getByRole('button', { name: 'Quibblewick' }).waitFor({ state: 'detached' });
  await asking.getByRole('button', { name: 'Ayo' }).waitFor();
  await asking.close();

  await expect.poll(async () => new Set(await databases(page))).toEqual(new Set(['plotline', ayos]));
  await press(page, t('eraseMe.done.on'));
  await titled(page, t('choose.title'));
  expect(await page.getByText('Quibblewick').count()).toBe(0);
  await page.getByRole('button', { name: 'Ayo' }).click();
  await atHome(page, 'Ayo');
  await go(page, '/story');
  await page.getByText('Ayo dug the pond.').first().waitFor();

  // The last one takes along what was chosen on the phone, too.
  await ask(page);
  await press(page, t('eraseMe.yes'));
  await titled(page, t('eraseMe.done'));
  await press(page, t('eraseMe.done.on'));
  await titled(page, t('first.name.title'));
  await expect.poll(() => databases(page)).toEqual(['plotline']);
  expect(await kept(page)).toEqual([]);
  await close();
  const words = ['Quibblewick', 'Rhubarbzebra', 'Gloamingfrost'];
  expect(words.flatMap((word) => profile.filesWith(word))).toEqual([]);
});

test('killed while it goes, nobody is listed at the next start, and the rest is cleared away', async () => {
  const { page, kill } = await profile.open(app.origin);
  await begin(page, { name: 'Quibblewick' });
  await reflect(page, 'Rhubarbzebra grows by the fence.');
  await ask(page);
  // The key is gone and the database is not, when the browser is killed.
  await page.evaluate(() => {
    indexedDB.deleteDatabase = () => {
      document.title = 'half-way';
      return new EventTarget() as IDBOpenDBRequest;
    };
  });
  await press(page, t('eraseMe.yes'));
  await page.waitForFunction(() => document.title === 'half-way');
  expect((await databases(page)).length).toBe(2);
  await kill();

  const again = await profile.open(app.origin);
  await titled(again.page, t('first.name.title'));
  await expect.poll(() => databases(again.page)).toEqual(['plotline']);
  expect(await again.page.getByText('Quibblewick').count()).toBe(0);
  await again.close();
  expect(profile.filesWith('Quibblewick')).toEqual([]);
});
