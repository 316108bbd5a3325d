/** Looks for words in a story of many records, and takes everything away, on a phone that was seeded. */
import type { Words } from '../../../src/core/define-record.ts';
import { exportJson } from '../../../src/exchange/export.ts';
import { createStorySearch } from '../../../src/features/story/data.ts';
import { records } from '../../../src/records.ts';
import { openPhone } from './open-phone.ts';

export interface Growing {
  /** Milliseconds until the first entries of the owner's story that have the word are found, each time anew. */
  firstFinds(word: string, times: number): Promise<number[]>;
  /** Milliseconds until the whole story is looked through. */
  searchAll(word: string): Promise<number>;
  /** Milliseconds until the JSON of everything is made. */
  takeAway(): Promise<number>;
}

declare global {
  interface Window {
    growing: Growing;
  }
}

const say = { words: (words: Words) => ('said' in words ? words.said : ''), kind: () => '', day: () => '' };

window.growing = {
  async firstFinds(word, times) {
    const took: number[] = [];
    for (let time = 0; time < times; time++) {
      await search(word, async (found) => {
        const began = performance.now();
        const first = await found().next();
        took.push(performance.now() - began);
        if (first.done || first.value.entries.length === 0) throw new Error('nothing found');
      });
    }
    return took;
  },

  async searchAll(word) {
    let took = 0;
    await search(word, async (found) => {
      const began = performance.now();
      for await (const { done, entries } of found()) {
        if (done && entries.length === 0) throw new Error('nothing found');
      }
      took = performance.now() - began;
    });
    return took;
  },

  async takeAway() {
    const vault = await openPhone();
    const began = performance.now();
    const made = await exportJson(vault, {
      records,
      instruments: {
        read: () => ({ status: 'bad', why: 'not asked' }),
        builtIn: () => Promise.resolve(null),
        table: { name: 'instruments', about: '', columns: [], rows: () => [] },
      },
      now: new Date(),
      timeZone: 'UTC',
      appVersion: '0.0.0',
    });
    if (made.status !== 'done') throw new Error(made.status);
    const took = performance.now() - began;
    vault.close();
    return took;
  },
};

type Finds = ReturnType<ReturnType<typeof createStorySearch>['find']>;

/** A search that begins when `look` asks for its finds, in a vault of which nothing is in memory but its own code. */
async function search(word: string, look: (found: () => Finds) => Promise<void>): Promise<void> {
  const vault = await openPhone();
  const { personId: subject } = vault.owner;
  await vault.get(subject);
  const made = createStorySearch(vault, records, { subject, kinds: [], withdrawn: false }, say);
  await look(() => made.find(word, new AbortController().signal));
  vault.close();
}
