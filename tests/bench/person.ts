/** Opening the page of somebody whose 200 records are here among those of many others, on a worker's slow phone. */
import type { Page } from 'playwright';
import { startApp } from '../support/app-server.ts';
import { untilOfflineReady } from '../support/browser.ts';
import { appFolder } from './builds.ts';
import { beside, type Figure } from './figure.ts';
import { inFolder } from './in-folder.ts';
import { onPhone } from './phone.ts';
import { name } from './seeded-phone.ts';

const FEW = 1000;
const MANY = 10_000;
const SLOWER = 6;
const OPENED = 15;
/** As good as flat on a machine that is never quite quiet: ten times the records may not take half as much again. */
const FLAT = 1.5;

export async function person(): Promise<Figure[]> {
  const among = { few: await peopleOf(FEW), many: await peopleOf(MANY) };
  const about = {
    name: `opening a person with 200 records among ${MANY.toLocaleString('en')}, p50, ${SLOWER}× slower`,
    peerName: `among ${FEW.toLocaleString('en')}`,
    bar: FLAT,
  };
  return [beside(about, among.many.opened, among.few.opened)];
}

interface People {
  /** Milliseconds from the tap on "Others" until the first of them are listed. */
  listed: number[];
  /** Milliseconds from the tap on somebody's name until their page is there: assets, star, the newest of their story. */
  opened: number[];
}

/** On a phone with `size` records of as many people as have 200 each, one after the other. */
export async function peopleOf(size: number): Promise<People> {
  const app = await startApp(appFolder);
  try {
    return await inFolder(async (profile) => {
      await onPhone(profile, 1, async ({ page }) => {
        await page.goto(`${app.origin}/bench/seed.html`);
        await page.evaluate(([who, many]) => window.seeding.workersPhone(who, many), [name, size] as const);
        await page.goto(app.origin);
        await untilOfflineReady(page);
      });
      return await onPhone(profile, SLOWER, ({ page }) => openEach(page, app.origin));
    });
  } finally {
    await app.stop();
  }
}

async function openEach(page: Page, origin: string): Promise<People> {
  const people: People = { listed: [], opened: [] };
  await page.goto(origin);
  await page.locator('main a[href="/people"]').waitFor();
  for (let time = 0; time < OPENED; time++) {
    // What the last screen still fetches is not the next one's.
    await page.waitForTimeout(1000);
    people.listed.push(await page.evaluate(tapUntil, { tap: 'main a[href="/people"]', at: 0, there: [row] }));
    await page.waitForTimeout(1000);
    people.opened.push(await page.evaluate(tapUntil, { tap: row, at: time, there: parts }));
    await page.evaluate(() => history.back());
    await page.locator(row).first().waitFor();
    await page.evaluate(() => history.back());
    await page.locator('main a[href="/people"]').waitFor();
  }
  return people;
}

/** Somebody in the list. */
const row = 'main ul a[href^="/people/"]';

/** What a person's page shows without scrolling on: what they can do, their star, their story. */
const parts = [
  'main a[href^="/asset/"]',
  'main svg[role="img"]',
  '[aria-labelledby^="month-"] li:nth-child(3)',
];

/** Runs in the page: milliseconds from the tap until all that is to be there has been painted. */
function tapUntil({ tap, at, there }: { tap: string; at: number; there: string[] }): Promise<number> {
  return new Promise((resolve, fail) => {
    const found = document.querySelectorAll<HTMLElement>(tap);
    const link = found[at % found.length];
    if (!link) {
      fail(new Error(`nothing to tap: ${tap}`));
      return;
    }
    const began = performance.now();
    const observer = new MutationObserver(() => {
      if (document.contains(link) || there.some((part) => !document.querySelector(part))) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began), 0));
    });
    observer.observe(document.body, { childList: true, subtree: true });
    link.click();
  });
}
