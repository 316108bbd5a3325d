/** A phone that has been used: somebody's records in the app, the same in the bare page, both kept for offline. */
import type { Page } from 'playwright';
import { startApp, type AppServer } from '../support/app-server.ts';
import { untilOfflineReady } from '../support/browser.ts';
import { appFolder, bareFolder } from './builds.ts';
import { inFolder } from './in-folder.ts';
import { onPhone } from './phone.ts';

/** What the person of the phone is called. */
export const name = 'Robin';

export interface SeededPhone {
  profile: string;
  /** Where the app is; not served unless `online`. */
  app: string;
  bare: string;
  /** Has the network while `work` runs: the pages that measure parts are not kept for offline. */
  online<T>(work: () => Promise<T>): Promise<T>;
}

/** Prepares a phone with `count` records and takes the network away while `work` runs. */
export async function withSeededPhone<T>(
  count: number,
  work: (phone: SeededPhone) => Promise<T>,
): Promise<T> {
  const app = await startApp(appFolder);
  const bare = await startApp(bareFolder);
  try {
    return await inFolder(async (profile) => {
      await fill(profile, count, app.origin, bare.origin);
      await app.stop();
      await bare.stop();
      return work({ profile, app: app.origin, bare: bare.origin, online: (during) => served(app, during) });
    });
  } finally {
    await app.stop();
    await bare.stop();
  }
}

async function served<T>(app: AppServer, work: () => Promise<T>): Promise<T> {
  await app.start();
  try {
    return await work();
  } finally {
    await app.stop();
  }
}

async function fill(profile: string, count: number, app: string, bare: string): Promise<void> {
  await onPhone(profile, 1, async ({ page }) => {
    await page.goto(`${app}/bench/seed.html`);
    await page.evaluate(([who, many]) => window.seeding.ownPhone(who, many), [name, count] as const);
    await keepOffline(page, app);
    await keepOffline(page, bare);
    await page.goto(`${bare}/bench/fill-bare.html`);
    await page.evaluate(([who, many]) => window.filling.fill(who, many), [name, count] as const);
    // Once more each, now from the offline copy: a phone in use has the scripts compiled.
    for (const origin of [app, bare, app, bare]) {
      await page.goto(origin);
      await page.getByRole('heading', { name }).waitFor();
      await page.waitForTimeout(1000);
    }
  });
}

async function keepOffline(page: Page, origin: string): Promise<void> {
  await page.goto(origin);
  await untilOfflineReady(page);
}
