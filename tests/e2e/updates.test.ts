/** A newer Plotline comes out: it is offered at rest, never in a form, taken up when asked for, and nothing is lost by it. */
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { builtApp, startApp, type AppServer } from '../support/app-server.ts';
import { launchBrowser, newPhone, untilOfflineReady, type Phone } from '../support/browser.ts';
import { makeNextBuild, type NextBuild } from '../support/next-build.ts';
import {
  atHome,
  begin,
  go,
  press,
  reflect,
  soon,
  titled,
  typeKept,
  untilBoxSays,
  wordsBox,
} from '../support/person.ts';
import { textsIn } from '../support/texts.ts';

let app: AppServer;
let browser: Browser;
let next: NextBuild;
const t = textsIn('en');

beforeAll(async () => {
  app = await startApp();
  next = makeNextBuild(builtApp);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.stop();
  next.remove();
});
beforeEach(() => app.start(builtApp));

async function phoneOfAyo(): Promise<Phone> {
  const phone = await newPhone(browser, { origin: app.origin, offline: true });
  await begin(phone.page, { name: 'Ayo' });
  await untilOfflineReady(phone.page);
  return phone;
}

/** The later build is on the server, and the phone has fetched it. */
async function comesOut(page: Page): Promise<void> {
  await app.start(next.folder);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const coming = registration.installing;
    if (!coming) return;
    await new Promise<void>((done) =>
      coming.addEventListener('statechange', () => coming.state === 'installed' && done()),
    );
  });
}

const offer = (page: Page) => page.getByRole('button', { name: t('app.update.now') });

/** Counts how often the page is loaded from now on. */
function countLoads(page: Page): () => number {
  let loads = 0;
  page.on('domcontentloaded', () => (loads += 1));
  return () => loads;
}

test('is offered at rest and not in a form; changing over loads once and keeps all that was written', async () => {
  const phone = await phoneOfAyo();
  const { page } = phone;
  await reflect(page, 'The beans are up.');
  await go(page, '/reflect');
  await typeKept(page, 'Half a thought');

  await comesOut(page);
  await go(page, '/');
  await offer(page).waitFor();
  await go(page, '/reflect');
  await untilBoxSays(page, 'Half a thought');
  expect(await offer(page).count()).toBe(0);

  await go(page, '/');
  const loads = countLoads(page);
  await press(page, t('app.update.now'));
  await expect.poll(loads, soon).toBe(1);
  await atHome(page, 'Ayo');
  await page.getByText('The beans are up.').first().waitFor();
  expect(await offer(page).count()).toBe(0);
  await go(page, '/reflect');
  await untilBoxSays(page, 'Half a thought');
  await go(page, '/about');
  await page.getByText(t('about.version', { version: next.version })).waitFor();
  expect(loads()).toBe(1);
  await phone.close();
});

test('coming out in the middle of a form, it waits for the end of it', async () => {
  const phone = await phoneOfAyo();
  const { page } = phone;
  await go(page, '/reflect');
  await wordsBox(page).fill('I am in the middle of');
  await comesOut(page);
  await wordsBox(page).pressSequentially(' a sentence');
  expect(await offer(page).count()).toBe(0);
  expect(await wordsBox(page).inputValue()).toBe('I am in the middle of a sentence');
  await press(page, t('reflections.save'));
  await page.waitForURL(/\/reflection\//);
  await offer(page).waitFor();
  await phone.close();
});

test('"Later" keeps it quiet until the app is opened again', async () => {
  const phone = await phoneOfAyo();
  const { page } = phone;
  await comesOut(page);
  await press(page, t('app.update.later'));
  for (const path of ['/story', '/more', '/']) {
    await go(page, path);
    expect(await offer(page).count()).toBe(0);
  }
  await page.reload();
  await offer(page).waitFor();
  await phone.close();
});

test('a second window that stayed behind says so calmly, and its draft is there after loading again', async () => {
  const phone = await phoneOfAyo();
  const { page } = phone;
  const behind = await phone.context.newPage();
  await behind.goto('/reflect');
  await typeKept(behind, 'Typed in the window behind');

  await comesOut(page);
  const loads = countLoads(page);
  await press(page, t('app.update.now'));
  await expect.poll(loads, soon).toBe(1);
  await go(page, '/about');
  await page.getByText(t('about.version', { version: next.version })).waitFor();
  // The form stays as it is; the pages of the old version are gone from the phone and from the server.
  expect(await wordsBox(behind).inputValue()).toBe('Typed in the window behind');
  expect(await offer(behind).count()).toBe(0);
  // Nor does the browser have them from elsewhere.
  const browsing = await phone.context.newCDPSession(behind);
  await browsing.send('Network.clearBrowserCache');
  await go(behind, '/settings');
  await titled(behind, t('app.error.title'));
  await behind.getByText(t('app.error.safe')).waitFor();
  await press(behind, t('app.error.reload'));
  await titled(behind, t('settings.title'));
  await go(behind, '/reflect');
  await expect.poll(() => wordsBox(behind).inputValue(), soon).toBe('Typed in the window behind');
  phone.forgive(/Failed to fetch dynamically imported module|404/);
  await phone.close();
});
