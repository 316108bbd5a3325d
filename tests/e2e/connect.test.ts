/** Connecting the built app to a real hub: what is shared arrives, proven; what cannot, says so; nothing is lost. */
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { builtApp } from '../support/app-server.ts';
import { launchBrowser, newPhone, untilOfflineReady, type Phone } from '../support/browser.ts';
import { connect, lineSays, ownId, share } from '../support/connecting.ts';
import { startHub, type HubServer } from '../support/hub.ts';
import { addAsset, begin, choose, go, press, reflect, titled, wordsBox } from '../support/person.ts';
import { textsIn } from '../support/texts.ts';

let browser: Browser;
let running: HubServer;
/** For the people of one test. */
let hub: HubServer;
let phone: Phone;
let page: Page;
const t = textsIn('en');

/** Three KiB at once: a long thought is too much for it. */
const small = { bytes: 3072, unpacked: 3072 };

beforeAll(async () => {
  running = await startHub({ appFolder: builtApp, limits: { push: small } });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await running.close();
});
beforeEach(async () => {
  await running.start();
  hub = await running.anew();
  await takePhone();
});
afterEach(async () => {
  // The browser writes a line for each answer that is no success; those are what the tests are about.
  phone.forgive(/Failed to load resource/);
  await phone.close();
});

async function takePhone(offline = false): Promise<void> {
  phone = await newPhone(browser, { origin: hub.origin, offline });
  ({ page } = phone);
}

/** The phone of the test is one that keeps the app for offline use. */
async function takeOfflinePhone(): Promise<void> {
  await phone.close();
  await takePhone(true);
}

test('before anything is sent the screen says what will be seen; then it is received', async () => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/v1/')) asked.push(request.url());
  });
  await begin(page, { name: 'Mia' });
  await reflect(page, 'For me alone.');
  await reflect(page, 'The pond is dug.');
  await share(page);
  await lineSays(page, t('app.line.none'));

  const { link } = await hub.invite();
  await go(page, '/connect');
  await page.getByRole('textbox', { name: t('connect.type') }).fill(link);
  await press(page, t('connect.next'));
  await page.getByText(t('connect.sees.count', { count: 1 })).waitFor();
  await page.getByText(t('connect.sees.each')).click();
  await page.getByText('The pond is dug.').waitFor();
  expect(await page.getByText('For me alone.').count()).toBe(0);
  await press(page, t('connect.connect'));
  await page.getByText(t('connect.name.missing')).waitFor();
  expect(asked).toEqual([]);

  await choose(page, t('connect.name.yes'));
  await press(page, t('connect.connect'));
  await titled(page, t('connect.done', { name: 'Garden project' }));
  await go(page, '/sync');
  await lineSays(page, t('sync.line.received'));
  await page.getByText(t('sync.all.what')).waitFor();
  await go(page, '/story');
  const received = page.getByRole('link', { name: /The pond is dug.*Received/s });
  await received.waitFor();
  expect(await page.getByRole('link', { name: /For me alone.*Received/s }).count()).toBe(0);
});

test('while the story is looked at, what is received is said to be, without opening it anew', async () => {
  await begin(page, { name: 'Mia' });
  await connect(page, (await hub.invite()).link);
  await reflect(page, 'The pond is dug.');
  await share(page);
  await go(page, '/story');
  await expect.poll(() => page.getByRole('link', { name: /The pond is dug.*Received/s }).count()).toBe(1);
});

test('a second phone of the same person begins with a code and has their records', async () => {
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

  const second = await newPhone(browser, { origin: hub.origin });
  const { link: own } = await hub.invite({ personId });
  // As the camera app of a phone opens it.
  await second.page.goto(own);
  await titled(second.page, t('connect.new'));
  expect(second.page.url()).not.toContain('code=');
  await second.page.getByRole('textbox', { name: t('first.name.label') }).fill('Mia');
  await choose(second.page, t('connect.name.yes'));
  await press(second.page, t('connect.new.begin'));
  await titled(second.page, t('home.hello', { name: 'Mia' }));
  expect(await ownId(second.page)).toBe(personId);
  await go(second.page, '/assets');
  await second.page.getByRole('link', { name: /Beans/ }).waitFor();
  second.forgive(/Failed to load resource/);
  await second.close();
});

test('a code for somebody else begins as that person, in a space of their own on the same phone', async () => {
  const mia = await hub.join();
  const { link } = await hub.invite({ personId: mia.person.id });
  await begin(page, { name: 'Sam' });
  await go(page, '/connect');
  await page.getByRole('textbox', { name: t('connect.type') }).fill(link);
  await press(page, t('connect.next'));
  await choose(page, t('connect.name.no'));
  await press(page, t('connect.connect'));
  await titled(page, t('connect.else'));
  await press(page, t('connect.else.begin'));
  await page.getByRole('textbox', { name: t('first.name.label') }).fill('Mia');
  await choose(page, t('connect.name.yes'));
  await press(page, t('connect.new.begin'));
  await titled(page, t('home.hello', { name: 'Mia' }));
  await lineSays(page, t('sync.line.nothing-shared'));
  await go(page, '/more');
  await page.getByRole('button', { name: t('more.people') }).click();
  for (const name of ['Sam', 'Mia']) {
    await expect.poll(() => page.getByRole('button', { name }).count()).toBe(1);
  }
});

test('without a network and without the hub nothing is lost, and it is received once they are back', async () => {
  await takeOfflinePhone();
  await begin(page, { name: 'Mia' });
  const { link } = await hub.invite();
  await connect(page, link);
  await untilOfflineReady(page);
  await hub.stop();
  await phone.setOffline(true);
  await reflect(page, 'Written in the rain.');
  await share(page);
  await lineSays(page, t('sync.line.offline', { count: 1 }));
  await go(page, '/sync');
  await page.getByText(t('sync.offline')).waitFor();
  // The network is back before the hub is.
  await phone.setOffline(false);
  await page
    .getByText(/Next try|It did not work/)
    .first()
    .waitFor();
  await page.reload();
  await lineSays(page, t('sync.line.waiting', { count: 1 }));
  await hub.start();
  await press(page, t('sync.now'));
  await lineSays(page, t('sync.line.received'));
  await go(page, '/story');
  await page.getByRole('link', { name: /Written in the rain.*Received/s }).waitFor();
  expect(await page.getByRole('link', { name: /Written in the rain/ }).count()).toBe(1);
});

test('a record that is refused needs the person, says why, and is received once it is mended', async () => {
  await begin(page, { name: 'Mia' });
  await reflect(page, 'rain '.repeat(800).trim());
  await share(page);
  await reflect(page, 'Short and good.');
  await share(page);
  const { link } = await hub.invite();
  await connect(page, link);
  await go(page, '/sync');
  await lineSays(page, t('sync.line.needs-you', { count: 1 }));
  await page.getByText(t('sync.why.too-large')).waitFor();
  await go(page, '/story');
  await page.getByRole('link', { name: /Short and good.*Received/s }).waitFor();
  await page.getByRole('link', { name: /rain.*Needs you/s }).waitFor();

  await go(page, '/sync');
  await page.getByRole('link', { name: t('sync.mend') }).click();
  await wordsBox(page).fill('It rained.');
  await press(page, t('reflections.save'));
  await page.getByText('It rained.', { exact: true }).first().waitFor();
  await lineSays(page, t('sync.line.received'));
  await go(page, '/sync');
  await page.getByText(t('sync.all.what')).waitFor();
  expect(await page.getByText(t('sync.why.too-large')).count()).toBe(0);
});
