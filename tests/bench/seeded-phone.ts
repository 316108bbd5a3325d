/** A phone that has been used: somebody's records in the app, the same in the bare page, both kept for offline. */
import type { Page } from 'playwright';
import type { Found } from '../../src/core/store.ts';
import { startApp } from '../support/app-server.ts';
import { untilOfflineReady } from '../support/browser.ts';
import { appFolder, bareFolder } from './builds.ts';
import { startPhone, withProfile } from './phone.ts';

/** What the person of the phone is called. */
export const name = 'Robin';

export interface SeededPhone {
  profile: string;
  app: string;
  bare: string;
}

/** Prepares a phone with `count` records and takes the network away while `work` runs. */
export async function withSeededPhone<T>(
  count: number,
  work: (phone: SeededPhone) => Promise<T>,
): Promise<T> {
  const app = await startApp(appFolder);
  const bare = await startApp(bareFolder);
  try {
    return await withProfile(async (profile) => {
      await fill(profile, count, app.origin, bare.origin);
      await app.stop();
      await bare.stop();
      return work({ profile, app: app.origin, bare: bare.origin });
    });
  } finally {
    await app.stop();
    await bare.stop();
  }
}

async function fill(profile: string, count: number, app: string, bare: string): Promise<void> {
  const { page, close } = await startPhone(profile);
  await page.goto(`${app}/bench/seed.html`);
  const written = await page.evaluate(([who, many]) => window.seeding.seed(who, many), [
    name,
    count,
  ] as const);
  await keepOffline(page, app);
  await keepOffline(page, bare);
  await fillBare(page, written);
  // Once more each, now from the offline copy: a phone in use has the scripts compiled.
  for (const origin of [app, bare, app, bare]) {
    await page.goto(origin);
    await page.getByRole('heading', { name }).waitFor();
    await page.waitForTimeout(1000);
  }
  await close();
}

async function keepOffline(page: Page, origin: string): Promise<void> {
  await page.goto(origin);
  await untilOfflineReady(page);
}

/** Puts the same records, not sealed, into the database that the bare page has made. */
async function fillBare(page: Page, written: readonly Found[]): Promise<void> {
  await page.evaluate(async (found) => {
    const asked = indexedDB.open('bare');
    await new Promise((resolve) => (asked.onsuccess = resolve));
    const database = asked.result;
    const transaction = database.transaction(['records', 'drafts', 'outbox'], 'readwrite');
    for (const item of found) {
      if (item.status !== 'ok') throw new Error(item.status);
      const { version } = item;
      transaction.objectStore('records').put({ ...version, at: version.occurredAt });
      const { id, rev, audience } = version;
      if (audience === 'team') transaction.objectStore('outbox').put({ id, rev, state: 'waiting' });
    }
    transaction.objectStore('drafts').put({ key: 'assess', savedAt: new Date().toISOString(), value: {} });
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    database.close();
  }, written);
}
