/** What more records cost: start, save, the story, searching, taking away, opening a person, sending and fetching. */
import { exchangeOf } from './exchange.ts';
import { alone, beside, type Figure } from './figure.ts';
import { homesOf, storiesOf } from './own-screens.ts';
import { peopleOf } from './person.ts';
import { onPhone, pastServiceWorker, slowDown } from './phone.ts';
import { savesOf } from './save.ts';
import { withSeededPhone, type SeededPhone } from './seeded-phone.ts';
import { startsOf } from './start.ts';
import type { Step } from './step.ts';

/** BENCH_SIZES=100,1000 measures less. */
const SIZES = (process.env['BENCH_SIZES'] ?? '100,1000,10000,100000').split(',').map(Number);
/** With more, sending and fetching stand alone: the peer takes longer than all the rest. */
const MOST_BESIDE = 10_000;
const RUNS = 5;
const SAVES = 40;
const SLOWER = 6;
/** What every fifth record says, and what only one of the oldest does. */
const OFTEN = 'grafting';
const ONCE = 'quince';

/** For each size: somebody's own phone, a worker's with as many people as that makes, and the way to the hub and back. */
export function growth(): Step[] {
  const smallest = new Map<string, number[]>();

  /** Beside the same with the fewest records; by that it is seen whether it grows. */
  function grown(name: string, size: number, times: readonly number[]): Figure {
    const about = { name: `${name}, ${many(size)} records, ${SLOWER}× slower` };
    const few = smallest.get(name);
    if (few) return beside({ ...about, peerName: `with ${many(SIZES[0] ?? 0)}` }, times, few);
    smallest.set(name, [...times]);
    return alone(about, times);
  }

  const ownPhone = (size: number) =>
    withSeededPhone(size, async (phone): Promise<Figure[]> => {
      const records = `${many(size)} records, ${SLOWER}× slower`;
      const { app, bare } = await startsOf(phone, many(size), RUNS);
      const homes = await homesOf(phone, SLOWER);
      const stories = await storiesOf(phone, SLOWER);
      const { first, all, away, saves } = await phone.online(() => measuredOnline(phone));
      const peerName = 'bare Preact + Dexie page';
      return [
        beside({ name: `cold start offline, ${records}`, peerName }, app, bare),
        grown('all cards of "Me" after a cold start', size, homes),
        grown('opening the story', size, stories),
        beside({ name: `save, p50, ${records}`, peerName: 'bare Dexie put, strict' }, saves.own, saves.bare),
        grown('first finds of a search in one story', size, first),
        alone({ name: `the same search through all, ${many(size)} records, not slowed` }, [all]),
        alone({ name: `JSON of everything, ${many(size)} records, not slowed` }, [away]),
      ];
    });

  const people = async (size: number): Promise<Figure[]> => {
    const { listed, opened } = await peopleOf(size);
    return [
      grown('list of people with 200 records each', size, listed),
      grown('opening a person with 200 records', size, opened),
    ];
  };

  return SIZES.flatMap((size) => [
    { name: `growth, own phone, ${many(size)}`, measure: () => ownPhone(size) },
    { name: `growth, people, ${many(size)}`, measure: () => people(size) },
    { name: `growth, exchange, ${many(size)}`, measure: () => exchangeOf(size, 1, size <= MOST_BESIDE) },
  ]);
}

async function measuredOnline({ profile, app }: SeededPhone) {
  const found = await onPhone(profile, 1, async ({ page, devtools }) => {
    await pastServiceWorker(devtools);
    await page.goto(`${app}/bench/growth.html`);
    const away = await page.evaluate(() => window.growing.takeAway());
    const all = await page.evaluate((word) => window.growing.searchAll(word), ONCE);
    await slowDown(devtools, SLOWER);
    const often = [OFTEN, RUNS] as const;
    const first = await page.evaluate(([word, times]) => window.growing.firstFinds(word, times), often);
    return { away, all, first };
  });
  // Last: these add records.
  return { ...found, saves: await savesOf(profile, app, SLOWER, SAVES) };
}

function many(size: number): string {
  return size.toLocaleString('en');
}
