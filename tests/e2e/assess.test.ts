/** The main job without a network: from the first run to a star, a talk, and something the project owes an answer to. */
import type { Browser } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startApp, type AppServer } from '../support/app-server.ts';
import { launchBrowser, newPhone, untilOfflineReady } from '../support/browser.ts';
import { assess, begin, choose, draftMoments, go, press, titled, toReview } from '../support/person.ts';
import { textsIn } from '../support/texts.ts';

let app: AppServer;
let browser: Browser;
const t = textsIn('en');

beforeAll(async () => {
  app = await startApp();
  browser = await launchBrowser();
});
beforeEach(() => app.start());
afterAll(async () => {
  await browser.close();
  await app.stop();
});

test('assessed, looked at, talked about and agreed without a network, and there when loaded anew', async () => {
  const phone = await newPhone(browser, { origin: app.origin, offline: true });
  const { page } = phone;
  await page.goto('/');
  await untilOfflineReady(page);
  await app.stop();
  await phone.setOffline(true);
  await begin(page, { name: 'Robin' });

  await assess(page, [5, 2, null, 4, 3, 6]);
  await page.getByRole('link', { name: t('readings.done.star') }).click();
  await titled(page, t('readings.star.title'));
  await page
    .getByRole('img', { name: /Having an equal voice 2.*Not answered: Sharing responsibility/ })
    .waitFor();

  const axes = page.getByRole('list', { name: t('star.axes') });
  await axes.getByRole('button', { name: t('readings.statement.voice') }).click();
  const panel = page.getByRole('dialog');
  await panel.getByText(/little say/).waitFor();
  await panel.getByRole('link', { name: t('readings.panel.talk.low') }).click();

  const cause = page.getByRole('checkbox', { name: t('conversations.cause.project') });
  await cause.check({ force: true });
  await page.getByRole('textbox', { name: t('conversations.ask.low') }).fill('Others plan the beds.');
  await choose(page, t('conversations.leads.action'));
  await page.getByRole('textbox', { name: t('actions.form.what') }).fill('Plan the beds together');
  await press(page, t('conversations.save'));
  await page.waitForURL(/\/conversation\//);
  await page.getByText('Others plan the beds.').waitFor();
  expect(await draftMoments(page)).toEqual([]);

  // All is loaded anew, still without a network.
  await page.goto('/');
  await page.getByRole('img', { name: /Having an equal voice 2/ }).waitFor();
  const unseen = page.getByRole('link', {
    name: /^Plan the beds together.*The project does not see this yet/,
  });
  await unseen.first().click();
  await titled(page, 'Plan the beds together');
  await page.getByRole('heading', { name: t('actions.unseen') }).waitFor();
  await press(page, t('actions.share'));
  await press(page, t('actions.share.yes'));
  await page.getByRole('heading', { name: t('actions.owes') }).waitFor();
  await page.getByRole('link', { name: t('actions.toTalk') }).click();
  await page.getByText('Others plan the beds.').waitFor();

  await phone.close();
});

test('a double tap on the last button does not skip what is said then: that it is safe, and who will see it', async () => {
  const phone = await newPhone(browser, { origin: app.origin });
  const { page } = phone;
  await begin(page, { name: 'Robin' });
  await toReview(page);
  // As long as a finger that trembles, and longer than it takes to save.
  await page.getByRole('button', { name: t('readings.finish') }).dblclick({ delay: 80 });
  await titled(page, t('readings.done.title'));
  await page.getByText(t('readings.done.safe')).waitFor();
  expect(new URL(page.url()).pathname).toBe('/assess');
  await phone.close();
});

test('a page that dies in the middle of it loses no tap', async () => {
  const phone = await newPhone(browser, { origin: app.origin });
  await begin(phone.page, { name: 'Robin' });
  await go(phone.page, '/assess');
  await press(phone.page, t('readings.intro.start'));
  await choose(phone.page, /^5\b/);
  await expect.poll(() => draftMoments(phone.page)).toHaveLength(1);
  await phone.page.close();

  const page = await phone.context.newPage();
  await page.goto('/');
  await page
    .getByRole('link', { name: new RegExp(t('home.draft.assess')) })
    .first()
    .click();
  await press(page, t('draft.carryOn'));
  await press(page, t('ui.back'));
  await expect.poll(() => page.getByRole('radio', { name: /^5\b/ }).isChecked()).toBe(true);
  await phone.close();
});
