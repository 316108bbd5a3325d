/** Taking oneself off a phone that is connected: what goes, what stays with the hub, and what it hears. */
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { builtApp } from '../support/app-server.ts';
import { launchBrowser, newPhone, untilOfflineReady, type Phone } from '../support/browser.ts';
import { connect, lineSays, ownId, share } from '../support/connecting.ts';
import { startHub, type HubServer } from '../support/hub.ts';
import { addAsset, atHome, begin, choose, go, press, reflect, titled } from '../support/person.ts';
import { textsIn } from '../support/texts.ts';

let browser: Browser;
let running: HubServer;
/** For the people of one test. */
let hub: HubServer;
let phone: Phone;
let page: Page;
const t = textsIn('en');

beforeAll(async () => {
  running = await startHub({ appFolder: builtApp });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await running.close();
});
beforeEach(async () => {
  await running.start();
  hub = await running.anew();
  phone = await newPhone(browser, { origin: hub.origin, offline: true });
  ({ page } = phone);
});
afterEach(async () => {
  // The browser writes a line for each answer that is no success; those are what the tests are about.
  phone.forgive(/Failed to load resource/);
  await phone.close();
});

/** How many the hub counts. */
async function connectedPhones(): Promise<number> {
  const rows = await hub.database.transaction('upkeep', (transaction) =>
    transaction.query(
      z.unknown(),
      'select 1 as one from plotline.devices where organisation_id = $1 and ended_at is null',
      [hub.organisationId],
    ),
  );
  return rows.length;
}

test('who takes everything off a connected phone is told what is nowhere else; what was received stays', async () => {
  await begin(page, { name: 'Mia' });
  await addAsset(page, 'Beans');
  await go(page, '/assets');
  await page.getByRole('link', { name: /Beans/ }).click();
  await share(page);
  const { link } = await hub.invite();
  await connect(page, link);
  await go(page, '/sync');
  await lineSays(page, t('sync.line.received'));
  const personId = await ownId(page);
  await reflect(page, 'For me alone.');
  await untilOfflineReady(page);
  await phone.setOffline(true);
  await reflect(page, 'Said without a line.');
  await share(page);

  await go(page, '/erase-me');
  await page.getByText(t('eraseMe.entries', { count: 3 })).waitFor();
  await page.getByText(t('eraseMe.alone', { count: 1 })).waitFor();
  await page.getByText(t('eraseMe.notReceived', { count: 1 })).waitFor();
  await page.getByRole('link', { name: t('eraseMe.send') }).click();
  await titled(page, t('sync.title'));
  await phone.setOffline(false);
  await lineSays(page, t('sync.line.received'));

  await go(page, '/erase-me');
  await page.getByText(t('eraseMe.alone', { count: 1 })).waitFor();
  expect(await page.getByRole('link', { name: t('eraseMe.send') }).count()).toBe(0);
  await page
    .getByRole('checkbox', { name: t('eraseMe.sure') })
    .locator('xpath=ancestor::label')
    .click();
  await press(page, t('eraseMe.ask'));
  await press(page, t('eraseMe.yes'));
  await titled(page, t('eraseMe.done'));
  await page.getByText(t('eraseMe.left.ended')).waitFor();
  expect(await connectedPhones()).toBe(0);

  // What was sending then made no trouble that the next person hears of.
  await press(page, t('eraseMe.done.on'));
  await begin(page, { name: 'Noor' });
  expect(await page.getByText(t('app.stumble.title')).count()).toBe(0);
  await lineSays(page, t('app.line.none'));

  const second = await newPhone(browser, { origin: hub.origin });
  await second.page.goto((await hub.invite({ personId })).link);
  await titled(second.page, t('connect.new'));
  await second.page.getByRole('textbox', { name: t('first.name.label') }).fill('Mia');
  await choose(second.page, t('connect.name.yes'));
  await press(second.page, t('connect.new.begin'));
  await atHome(second.page, 'Mia');
  await go(second.page, '/story');
  await second.page.getByRole('link', { name: /Said without a line/ }).waitFor();
  await second.page.getByRole('link', { name: /Beans/ }).first().waitFor();
  expect(await second.page.getByText('For me alone.').count()).toBe(0);
  second.forgive(/Failed to load resource/);
  await second.close();
});

test('without a line everything goes off the phone all the same, and it is said that the hub does not know', async () => {
  await begin(page, { name: 'Mia' });
  await connect(page, (await hub.invite()).link);
  await untilOfflineReady(page);
  await phone.setOffline(true);
  await hub.stop();
  await go(page, '/erase-me');
  await page
    .getByRole('checkbox', { name: t('eraseMe.sure') })
    .locator('xpath=ancestor::label')
    .click();
  await press(page, t('eraseMe.ask'));
  await press(page, t('eraseMe.yes'));
  await titled(page, t('eraseMe.done'));
  await page.getByText(t('eraseMe.left.unknown')).waitFor();
  await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).length)).toBe(1);
  expect(await connectedPhones()).toBe(1);
});
