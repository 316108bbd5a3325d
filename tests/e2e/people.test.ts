/** A worker lets somebody in with a code from their own phone, and finds what that person chose to share, and nothing else. */
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { builtApp } from '../support/app-server.ts';
import { launchBrowser, newPhone, type Phone } from '../support/browser.ts';
import { startHub, type HubServer } from '../support/hub.ts';
import { addAsset, begin, choose, go, press, reflect, soon, titled } from '../support/person.ts';
import { textsIn } from '../support/texts.ts';

let browser: Browser;
let running: HubServer;
/** For the people of one test. */
let hub: HubServer;
let phones: Phone[];
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
  hub = await running.anew();
  phones = [];
});
afterEach(async () => {
  for (const phone of phones) {
    phone.forgive(/Failed to load resource/);
    await phone.close();
  }
});

async function somebody(name: string): Promise<Page> {
  const phone = await newPhone(browser, { origin: hub.origin });
  phones.push(phone);
  await begin(phone.page, { name });
  return phone.page;
}

async function connect(page: Page, link: string, name: 'yes' | 'no'): Promise<void> {
  await go(page, '/connect');
  await page.getByRole('textbox', { name: t('connect.type') }).fill(link);
  await press(page, t('connect.next'));
  await choose(page, t(`connect.name.${name}`));
  await press(page, t('connect.connect'));
  await titled(page, t('connect.done', { name: 'Garden project' }));
}

/** Shares the record whose page is open, and waits until the hub has it. */
async function share(page: Page): Promise<void> {
  await press(page, t('record.audience.to.team'));
  await page.getByRole('button', { name: t('record.audience.to.me') }).waitFor();
  // A form has no line on top.
  await go(page, '/story');
  await page.getByRole('link', { name: t('sync.line.received'), exact: true }).waitFor();
}

/** Makes a code on the screen for it, and gives its link. */
async function inviteFrom(page: Page, role: string): Promise<string> {
  await go(page, '/invite');
  await choose(page, role);
  await press(page, t('invite.make'));
  await titled(page, t('invite.ready'));
  return page.getByText(/#code=/).innerText();
}

/** Looks at the people until what is asked for has come. */
async function findOn(page: Page, path: string, name: RegExp): Promise<void> {
  await go(page, path);
  await expect
    .poll(async () => {
      // What comes to the front asks at once.
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      return page.getByRole('link', { name }).count();
    }, soon)
    .toBeGreaterThan(0);
}

test('who is let in with a code is found by the name they share, with what they share', async () => {
  const worker = await somebody('Wim');
  // Nobody to find, and nothing that would lead there.
  await go(worker, '/more');
  await titled(worker, t('more.title'));
  expect(await worker.getByRole('link', { name: t('people.others') }).count()).toBe(0);
  const { link } = await hub.invite({ role: 'worker' });
  await connect(worker, link, 'yes');
  await go(worker, '/');
  await worker.getByRole('link', { name: t('app.nav.people'), exact: true }).click();
  await titled(worker, t('people.others'));

  const amira = await somebody('Amira');
  await connect(amira, await inviteFrom(worker, t('record.role.participant')), 'yes');
  await addAsset(amira, 'Grafting');
  await go(amira, '/assets');
  await amira.getByRole('link', { name: /Grafting/ }).click();
  await share(amira);
  await reflect(amira, 'Only for me.');
  // She is no worker: nothing of people is on her phone.
  await go(amira, '/more');
  await titled(amira, t('more.title'));
  expect(await amira.getByRole('link', { name: t('people.others') }).count()).toBe(0);

  await findOn(worker, '/people', /Amira.*Grafting/s);
  // Her page, not what is new of her.
  await worker.locator('a[href^="/people/"]').filter({ hasText: 'Amira' }).first().click();
  await titled(worker, 'Amira');
  await worker
    .getByRole('link', { name: /^Grafting/ })
    .first()
    .click();
  await worker.getByText(t('record.theirs')).waitFor();
  await worker.getByText('Amira (participant)').waitFor();
  expect(await worker.getByText('Only for me.').count()).toBe(0);
  // At the next start they are still a worker.
  await worker.goto('/');
  await worker.getByRole('link', { name: t('app.nav.people'), exact: true }).waitFor();
});

test('who does not share their name is there without it, and may share it later', async () => {
  const worker = await somebody('Wim');
  await connect(worker, (await hub.invite({ role: 'worker' })).link, 'no');
  const amira = await somebody('Amira');
  await connect(amira, (await hub.invite()).link, 'no');
  await reflect(amira, 'The pond is dug.');
  await share(amira);
  await findOn(worker, '/people', new RegExp(`${t('people.nameless')}.*The pond is dug`, 's'));
  expect(await worker.getByText('Amira').count()).toBe(0);

  await go(amira, '/me');
  await share(amira);
  await findOn(worker, '/people', /Amira.*The pond is dug/s);
});

test('a phone that is lost is cut off; with a code made afterwards the next one goes on as them', async () => {
  const worker = await somebody('Wim');
  await connect(worker, (await hub.invite({ role: 'worker' })).link, 'yes');
  const amira = await somebody('Amira');
  await connect(amira, (await hub.invite()).link, 'yes');
  await addAsset(amira, 'Grafting');
  await go(amira, '/assets');
  await amira.getByRole('link', { name: /Grafting/ }).click();
  await share(amira);
  await findOn(worker, '/people', /Amira.*Grafting/s);
  // Her page, not what is new of her.
  await worker.locator('a[href^="/people/"]').filter({ hasText: 'Amira' }).first().click();
  await worker.getByRole('link', { name: t('access.row') }).click();
  await titled(worker, t('access.title', { name: 'Amira' }));
  await press(worker, t('access.end'));
  await worker
    .getByRole('dialog')
    .getByRole('button', { name: t('access.end') })
    .click();
  await worker.getByText(t('access.phones.none')).waitFor();
  await addAsset(amira, 'Pruning');
  await go(amira, '/assets');
  await amira.getByRole('link', { name: /Pruning/ }).click();
  await press(amira, t('record.audience.to.team'));
  await go(amira, '/story');
  await amira.getByRole('link', { name: t('sync.line.code'), exact: true }).waitFor();
  await worker.getByRole('link', { name: t('invite.again.row') }).click();
  await titled(worker, t('invite.again', { name: 'Amira' }));
  await press(worker, t('invite.make'));
  await titled(worker, t('invite.ready'));
  const link = await worker.getByText(/#code=/).innerText();

  const next = await newPhone(browser, { origin: hub.origin });
  phones.push(next);
  await next.page.goto(link);
  await titled(next.page, t('connect.new'));
  await next.page.getByRole('textbox', { name: t('first.name.label') }).fill('Amira');
  await choose(next.page, t('connect.name.yes'));
  await press(next.page, t('connect.new.begin'));
  await titled(next.page, t('home.hello', { name: 'Amira' }));
  await go(next.page, '/assets');
  await expect.poll(() => next.page.getByRole('link', { name: /Grafting/ }).count(), soon).not.toBe(0);
});
