/** What more records cost: start, save and the story with 100, 1,000 and 10,000 of them. */
import type { Page } from 'playwright';
import { alone, beside, type Figure } from './figure.ts';
import { startPhone } from './phone.ts';
import { savesOf } from './save.ts';
import { name, withSeededPhone, type SeededPhone } from './seeded-phone.ts';
import { startsOf } from './start.ts';

const SIZES = [100, 1000, 10_000];
const RUNS = 5;
const SAVES = 40;
const SLOWER = 6;

export async function growth(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const size of SIZES) {
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
