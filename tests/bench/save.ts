/** Saving a finished self-assessment, sealed and durable, beside a bare durable put of the same. */
import { startApp } from '../support/app-server.ts';
import { appFolder } from './builds.ts';
import { beside, slowest, type Figure } from './figure.ts';
import { startPhone, withProfile } from './phone.ts';
import { name } from './seeded-phone.ts';

const RECORDS = 500;
const TURNS = 120;
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
  return figures;
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
