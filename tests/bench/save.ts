/** Saving a finished self-assessment, sealed and durable, beside a bare durable put of the same. */
import { startApp } from '../support/app-server.ts';
import { appFolder, peersFolder } from './builds.ts';
import { alone, beside, slowest, type Figure } from './figure.ts';
import { startPhone, withProfile } from './phone.ts';
import { name } from './seeded-phone.ts';
import { serveFolder } from './serve-folder.ts';

const RECORDS = 500;
const TURNS = 80;
/** The first ones compile and fill caches. */
const WARM_UP = 15;

export async function save(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const slower of [1, 6]) {
    const { own, bare } = await savesOf(RECORDS, slower, TURNS);
    const about = (which: string) => ({
      name: `save of a finished self-assessment, ${which}, ${slower}× slower`,
      peerName: 'bare Dexie put, strict',
      bar: 2,
    });
    figures.push(beside(about('p50'), own, bare), slowest(about('p95'), own, bare));
  }
  for (const slower of [1, 6]) figures.push(...(await otherSaves(slower)));
  return figures;
}

/** What other stores for the browser take for the same, as they come: not sealed, not waiting for the disk. */
async function otherSaves(slower: number): Promise<Figure[]> {
  const peers = await serveFolder(peersFolder);
  try {
    return await withProfile(async (profile) => {
      const { page, devtools, close } = await startPhone(profile);
      await page.goto(`${peers.origin}/pages/saves.html`);
      await page.waitForFunction(() => 'otherSaves' in window);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
      const measure = (turns: number) =>
        page.evaluate(async (many) => (await window.otherSaves).measure(many), turns);
      await measure(WARM_UP);
      const { pouchdb, rxdb } = await measure(TURNS / 2);
      await close();
      return [
        alone({ name: `seen beside it: PouchDB 9 put, p50, ${slower}× slower` }, pouchdb),
        alone({ name: `seen beside it: RxDB 17 on Dexie insert, p50, ${slower}× slower` }, rxdb),
      ];
    });
  } finally {
    await peers.stop();
  }
}

/** Milliseconds of each save and each bare put, in turns, on a phone that holds `count` records. */
export async function savesOf(
  count: number,
  slower: number,
  turns: number,
): Promise<{ own: number[]; bare: number[] }> {
  const app = await startApp(appFolder);
  try {
    return await withProfile(async (profile) => {
      const { page, devtools, close } = await startPhone(profile);
      await page.goto(`${app.origin}/bench/seed.html`);
      await page.evaluate(async ([who, many]) => void (await window.seeding.seed(who, many)), [
        name,
        count,
      ] as const);
      await page.goto(`${app.origin}/bench/save.html`);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
      await page.evaluate((many) => window.saving.measure(many), WARM_UP);
      const times = await page.evaluate((many) => window.saving.measure(many), turns);
      await close();
      return times;
    });
  } finally {
    await app.stop();
  }
}
