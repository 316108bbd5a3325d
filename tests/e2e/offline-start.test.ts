/** From the first load on, the app needs no network: it starts, opens any address, and is ready to be installed. */
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtApp, startApp, type AppServer } from '../support/app-server.ts';
import { launchBrowser, newPhone, untilOfflineReady, type Phone } from '../support/browser.ts';
import { begin, go } from '../support/person.ts';
import { textsIn } from '../support/texts.ts';

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

/** The app is on the screen when it has something to be pressed. */
async function untilShown(phone: Phone): Promise<void> {
  await phone.page.locator('#app').getByRole('button').first().waitFor();
}

/** Addresses of all that was built, but for the worker itself (the browser keeps it) and the bundler's notes. */
function builtFiles(): string[] {
  return readdirSync(builtApp, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(builtApp, join(entry.parentPath, entry.name)).split(sep).join('/')}`)
    .filter((path) => path !== '/service-worker.js' && !path.startsWith('/.'))
    .sort();
}

test('after one visit it starts without any network, at any address', async () => {
  const phone = await newPhone(browser, { origin: app.origin, offline: true });
  await phone.page.goto('/');
  await untilShown(phone);
  await untilOfflineReady(phone.page);

  await app.stop();
  await phone.setOffline(true);
  for (const path of ['/', '/story', '/reading/0190a5f0-0000-7000-8000-000000000000']) {
    await phone.page.goto(path);
    await untilShown(phone);
    expect(phone.troubles).toEqual([]);
  }

  await app.start();
  await phone.close();
});

test('it says itself whether it works without a network', async () => {
  const t = textsIn('en');
  for (const [offline, words] of [
    [true, t('about.offline.ready')],
    [false, t('about.offline.missing')],
  ] as const) {
    const phone = await newPhone(browser, { origin: app.origin, offline });
    await begin(phone.page, { name: 'Ayo' });
    await go(phone.page, '/about');
    await phone.page.getByText(words).waitFor();
    expect(phone.troubles).toEqual([]);
    await phone.close();
  }
});

test('every file of the app is kept for offline use', async () => {
  const phone = await newPhone(browser, { origin: app.origin, offline: true });
  await phone.page.goto('/');
  await untilOfflineReady(phone.page);
  const kept = await phone.page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept.sort()).toEqual(builtFiles());
  await phone.close();
});

test('it can be installed: the browser finds nothing missing', async () => {
  const phone = await newPhone(browser, { origin: app.origin, offline: true });
  await phone.page.goto('/');
  await untilOfflineReady(phone.page);
  const asked = await phone.context.newCDPSession(phone.page);
  const { errors } = await asked.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { installabilityErrors } = await asked.send('Page.getInstallabilityErrors');
  // A window of its own, as tests have, is a private one; no phone has that hindrance.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual(
    [],
  );
  await phone.close();
});
