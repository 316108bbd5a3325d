/** A server at another origin: only where the operator lists it and the server lets the app in; what is missing is said plainly. */
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { builtApp, startApp, type AppServer } from '../support/app-server.ts';
import { launchBrowser, newPhone, untilOfflineReady, type Phone } from '../support/browser.ts';
import { tryServer, connectToServer, type OtherServer } from '../support/other-server.ts';
import { begin, go, press, reflect, soon } from '../support/person.ts';
import { plainProfile } from '../support/plain-profile.ts';
import { everybody, startServerElsewhere, type ServerElsewhere } from '../support/server-elsewhere.ts';
import { textsIn } from '../support/texts.ts';

let app: AppServer;
let browser: Browser;
let elsewhere: ServerElsewhere;
let other: OtherServer;
let phone: Phone;
let page: Page;
const t = textsIn('en');

beforeAll(async () => {
  app = await startApp();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});
beforeEach(async () => {
  elsewhere = await startServerElsewhere();
  other = { origin: elsewhere.origin, profile: plainProfile, login: { token: 'secret' } };
  await app.start(builtApp, [elsewhere.origin]);
  await takePhone();
});
afterEach(async () => {
  // The browser writes a line for each answer that is no success.
  phone.forgive(/Failed to load resource/);
  await phone.close();
  await elsewhere.close();
});

async function takePhone(offline = false): Promise<void> {
  phone = await newPhone(browser, { origin: app.origin, offline, others: () => [elsewhere.origin] });
  ({ page } = phone);
}

/** The phone of the test is one that keeps the app for offline use. */
async function takeOfflinePhone(): Promise<void> {
  await phone.close();
  await takePhone(true);
}

const said = (words: string) => page.getByText(words, { exact: true }).waitFor();
const refusal = new RegExp(`security policy|Content Security Policy`);

/** Where the app may go when it is opened the next time. */
const keptPolicy = () =>
  page.evaluate(async () => (await fetch('/index.html')).headers.get('content-security-policy'));

async function share(words: string): Promise<void> {
  await reflect(page, words);
  await press(page, t('record.audience.to.team'));
  await page.getByText(t('record.audience.team'), { exact: true }).first().waitFor();
}

test('a server that the operator adds can be used by an app that was on the phone before', async () => {
  await takeOfflinePhone();
  elsewhere.lets(everybody);
  await app.start(builtApp);
  await begin(page, { name: 'Mia' });
  await untilOfflineReady(page);
  await go(page, '/connect');
  await press(page, t('connect.server'));
  await said(t('connect.server.none'));
  await press(page, t('ui.back'));

  await app.start(builtApp, [elsewhere.origin]);
  await tryServer(page, other);
  await said(t('connect.silent.not-allowed'));
  await said(t('connect.silent.not-allowed.do'));
  expect(await page.getByText(t('connect.try.refused')).count()).toBe(0);
  phone.forgive(refusal);

  await expect.poll(keptPolicy, soon).toContain(`connect-src 'self' ${elsewhere.origin};`);
  await page.goto('/connect');
  await tryServer(page, other);
  await connectToServer(page, other);
});

test('one that the operator takes away is no longer gone to, and the sync screen says why nothing is sent', async () => {
  await takeOfflinePhone();
  elsewhere.lets(everybody);
  await begin(page, { name: 'Mia' });
  await untilOfflineReady(page);
  await tryServer(page, other);
  await connectToServer(page, other);
  await share('The pond is dug.');
  await page.getByRole('link', { name: t('sync.line.received'), exact: true }).waitFor();

  await app.start(builtApp);
  await page.goto('/sync');
  await expect.poll(keptPolicy, soon).not.toContain(elsewhere.origin);
  await page.goto('/sync');
  await said(t('sync.silent.not-allowed'));
  phone.forgive(refusal);
});

test('where the server lets no app in, it is told so, and what has to be allowed there', async () => {
  await begin(page, { name: 'Mia' });
  await tryServer(page, other);
  await said(t('connect.silent.closed'));
  await said(t('connect.silent.needs.origin', { origin: app.origin }));
  await said(t('connect.silent.needs.methods', { names: 'GET, PUT' }));
  await said(t('connect.silent.needs.send', { names: 'Authorization, Content-Type' }));
  expect(await page.getByText(t('connect.try.refused')).count()).toBe(0);
  phone.forgive(/CORS/);
});

test('where it lets apps read and not write, it is told so too', async () => {
  elsewhere.lets({ ...everybody, 'access-control-allow-methods': 'GET' });
  await begin(page, { name: 'Mia' });
  await tryServer(page, other);
  await said(t('connect.step.reach.ok'));
  await said(t('connect.silent.closed'));
  expect(elsewhere.kept.size).toBe(0);
  phone.forgive(/CORS/);
});

test('where it stops letting apps in later, nothing is lost and the sync screen says so', async () => {
  elsewhere.lets(everybody);
  await begin(page, { name: 'Mia' });
  await tryServer(page, other);
  await connectToServer(page, other);
  elsewhere.lets({});
  await share('Written while it was shut.');
  await go(page, '/sync');
  await said(t('sync.silent.closed'));
  phone.forgive(/CORS/);
  elsewhere.lets(everybody);
  const before = elsewhere.kept.size;
  await press(page, t('sync.now'));
  await page.getByRole('link', { name: t('sync.line.received'), exact: true }).waitFor();
  expect(elsewhere.kept.size).toBeGreaterThan(before);
});

test('where nobody is there, it does not blame the server for turning away', async () => {
  await begin(page, { name: 'Mia' });
  await elsewhere.close();
  await tryServer(page, other);
  await said(t('connect.silent.away'));
  expect(await page.getByText(t('connect.silent.closed')).count()).toBe(0);
  elsewhere = await startServerElsewhere();
});

test('a link with a code that leads to a place that is not on the list is refused in words, and nothing goes there', async () => {
  await app.start(builtApp);
  await begin(page, { name: 'Mia' });
  await go(page, '/connect');
  await page
    .getByRole('textbox', { name: t('connect.type') })
    .fill(`${elsewhere.origin}/connect#code=8KJ7-CY42-155Y`);
  await press(page, t('connect.next'));
  await said(t('connect.code.not-allowed'));
  await phone.setOffline(true);
  await press(page, t('connect.next'));
  await said(t('connect.code.not-known-now'));
  expect(elsewhere.kept.size).toBe(0);
});
