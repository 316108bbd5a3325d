/** Saving a finished self-assessment, sealed and durable, beside a bare durable put of the same. */
import { startApp } from '../support/app-server.ts';
import { appFolder, peersFolder } from './builds.ts';
import { alone, beside, slowest, type Figure } from './figure.ts';
import { inFolder } from './in-folder.ts';
import { onPhone, pastServiceWorker, slowDown } from './phone.ts';
import { name } from './seeded-phone.ts';
import { serveFolder } from './serve-folder.ts';
import type { Step } from './step.ts';

const RECORDS = 500;
const TURNS = 80;
/** The first ones compile and fill caches. */
const WARM_UP = 15;
const SLOWER = [1, 6];

export const save: Step[] = SLOWER.flatMap((slower) => [
  { name: `save, ${slower}× slower`, measure: () => ownSaves(slower) },
  { name: `save of other stores, ${slower}× slower`, measure: () => otherSaves(slower) },
]);

async function ownSaves(slower: number): Promise<Figure[]> {
  const app = await startApp(appFolder);
  try {
    return await inFolder(async (profile) => {
      await onPhone(profile, 1, async ({ page }) => {
        await page.goto(`${app.origin}/bench/seed.html`);
        await page.evaluate(([who, many]) => window.seeding.ownPhone(who, many), [name, RECORDS] as const);
      });
      const { own, bare } = await savesOf(profile, app.origin, slower, TURNS);
      const about = (which: string) => ({
        name: `save of a finished self-assessment, ${which}, ${slower}× slower`,
        peerName: 'bare Dexie put, strict',
        bar: 2,
      });
      return [beside(about('p50'), own, bare), slowest(about('p95'), own, bare)];
    });
  } finally {
    await app.stop();
  }
}

/** What other stores for the browser take for the same, as they come: not sealed, not waiting for the disk. */
async function otherSaves(slower: number): Promise<Figure[]> {
  const peers = await serveFolder(peersFolder);
  try {
    return await inFolder((profile) =>
      onPhone(profile, 1, async ({ page, devtools }) => {
        await page.goto(`${peers.origin}/pages/saves.html`);
        await page.waitForFunction(() => 'otherSaves' in window);
        await slowDown(devtools, slower);
        const measure = (turns: number) =>
          page.evaluate(async (many) => (await window.otherSaves).measure(many), turns);
        await measure(WARM_UP);
        const { pouchdb, rxdb } = await measure(TURNS / 2);
        return [
          alone({ name: `seen beside it: PouchDB 9 put, p50, ${slower}× slower` }, pouchdb),
          alone({ name: `seen beside it: RxDB 17 on Dexie insert, p50, ${slower}× slower` }, rxdb),
        ];
      }),
    );
  } finally {
    await peers.stop();
  }
}

/** Milliseconds of each save and each bare put, in turns, on the seeded phone of `profile`. */
export async function savesOf(
  profile: string,
  origin: string,
  slower: number,
  turns: number,
): Promise<{ own: number[]; bare: number[] }> {
  return onPhone(profile, slower, async ({ page, devtools }) => {
    await pastServiceWorker(devtools);
    await page.goto(`${origin}/bench/save.html`);
    await page.evaluate((many) => window.saving.measure(many), WARM_UP);
    return page.evaluate((many) => window.saving.measure(many), turns);
  });
}
