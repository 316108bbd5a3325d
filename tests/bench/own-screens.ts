/** The first screen until all of its cards are there, and the story, on a seeded phone that is slow and has no network. */
import type { Page } from 'playwright';
import { onPhone } from './phone.ts';
import { name, type SeededPhone } from './seeded-phone.ts';

const RUNS = 5;

/** Milliseconds from going to the address until "Me" shows everything: assets, star, actions, the latest moments. */
export async function homesOf({ profile, app }: SeededPhone, slower: number): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const took = await onPhone(profile, slower, async ({ page }) => {
      await page.goto(app, { waitUntil: 'commit' });
      for (const card of ['/assets', '/star', '/actions', '/story']) {
        await page.locator(`main a[href="${card}"]`).waitFor({ timeout: 600_000 });
      }
      return page.evaluate(() => performance.now());
    });
    times.push(took);
  }
  return times;
}

/** Milliseconds from the tap on "story" until its first entries are painted. */
export async function storiesOf({ profile, app }: SeededPhone, slower: number): Promise<number[]> {
  return onPhone(profile, slower, async ({ page }) => {
    const times: number[] = [];
    await page.goto(app);
    for (let run = 0; run < RUNS; run++) {
      await page.getByRole('heading', { name }).waitFor();
      await page.locator('main a[href="/story"]').waitFor({ timeout: 600_000 });
      // What the first screen still fetches is not the story's.
      await page.waitForTimeout(3000);
      times.push(await openStory(page));
      await page.locator('nav a[href="/"]').click();
    }
    return times;
  });
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
