/** What more records cost: start, save, the story, opening a person, searching, taking away, sending and fetching. */
import type { Page } from 'playwright';
import { startApp } from '../support/app-server.ts';
import { appFolder } from './builds.ts';
import { exchangeOf } from './exchange.ts';
import { alone, beside, type Figure } from './figure.ts';
import { startPhone, withProfile } from './phone.ts';
import { savesOf } from './save.ts';
import { name, withSeededPhone, type SeededPhone } from './seeded-phone.ts';
import { startsOf } from './start.ts';

/** BENCH_SIZES=100,1000,10000,100000 measures more; a hundred thousand take most of an hour to make. */
const SIZES = (process.env['BENCH_SIZES'] ?? '100,1000,10000').split(',').map(Number);
/** More than these cannot be handed to the peer in one piece. */
const MOST_BESIDE = 10_000;
const RUNS = 5;
const OPENED = 15;
const SAVES = 40;
const SLOWER = 6;

export async function growth(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const size of SIZES) {
    figures.push(...(await peopleOf(size)), ...(await exchangeOf(size, 1)));
    if (size > MOST_BESIDE) continue;
    const records = `${size.toLocaleString('en')} records, ${SLOWER}× slower`;
    const { app, bare, stories } = await withSeededPhone(size, async (phone) => ({
      ...(await startsOf(phone, size.toLocaleString('en'), RUNS)),
      stories: await storiesOf(phone),
    }));
    figures.push(
      beside({ name: `cold start offline, ${records}`, peerName: 'bare Preact + Dexie page' }, app, bare),
      alone({ name: `opening the story, ${records}` }, stories),
    );
    const saves = await savesOf(size, SLOWER, SAVES);
    const about = { name: `save, p50, ${records}`, peerName: 'bare Dexie put, strict' };
    figures.push(beside(about, saves.own, saves.bare));
  }
  return figures;
}

/** With the records of many people on a worker's phone. */
async function peopleOf(size: number): Promise<Figure[]> {
  const records = `${size.toLocaleString('en')} records`;
  const app = await startApp(appFolder);
  try {
    return await withProfile(async (profile) => {
      const { page, devtools, close } = await startPhone(profile);
      await page.goto(`${app.origin}/bench/growth.html`);
      await page.evaluate((many) => window.growing.fill(many), size);
      const made = await page.evaluate(() => window.growing.takeAway());
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
      const opened = await page.evaluate((times) => window.growing.openPerson(times), OPENED);
      const found = await page.evaluate((times) => window.growing.search(times), OPENED);
      await close();
      return [
        alone({ name: `opening a person with 200 records among ${records}, ${SLOWER}× slower` }, opened),
        alone({ name: `first finds of a search in their story, ${records}, ${SLOWER}× slower` }, found),
        alone({ name: `JSON of everything, ${records}, not slowed` }, [made]),
      ];
    });
  } finally {
    await app.stop();
  }
}

/** Milliseconds from the tap on "story" until its first entries are painted. */
async function storiesOf({ profile, app }: SeededPhone): Promise<number[]> {
  const { page, close } = await startPhone(profile, SLOWER);
  const times: number[] = [];
  await page.goto(app);
  for (let run = 0; run < RUNS; run++) {
    await page.getByRole('heading', { name }).waitFor();
    // What the first screen still fetches is not the story's.
    await page.waitForTimeout(3000);
    times.push(await openStory(page));
    await page.locator('nav a[href="/"]').click();
  }
  await close();
  return times;
}

function openStory(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const began = performance.now();
        const observer = new MutationObserver(() => {
          if (document.querySelectorAll('[aria-labelledby^="month-"] li').length < 10) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began), 0));
        });
        observer.observe(document.body, { childList: true, subtree: true });
        document.querySelector<HTMLElement>('nav a[href="/story"]')?.click();
      }),
  );
}
