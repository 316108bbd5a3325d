/** A worker's phone with the records of many people: opening one of them, looking for a word, taking everything away. */
import type { Words } from '../../../src/core/define-record.ts';
import { createId } from '../../../src/core/ids.ts';
import { exportJson } from '../../../src/exchange/export.ts';
import { createStorySearch } from '../../../src/features/story/data.ts';
import { records } from '../../../src/records.ts';
import { openDirectory } from '../../../src/storage/directory.ts';
import { openVault, type Vault } from '../../../src/storage/open-vault.ts';
import { environment, recordAt } from './garden.ts';

/** Records of one person; the last person may have fewer. */
const EACH = 200;
const AT_A_TIME = 500;
/** What a screen shows of a person at first. */
const SHOWN = 20;

export interface Growing {
  /** A new phone with `count` records about as many people as that makes. */
  fill(count: number): Promise<void>;
  /** Milliseconds until the newest records of a person are opened, of `times` different people where there are so many. */
  openPerson(times: number): Promise<number[]>;
  /** Milliseconds until the first that have the word are found. */
  search(times: number): Promise<number[]>;
  /** Milliseconds until the JSON of everything is made. */
  takeAway(): Promise<number>;
}

declare global {
  interface Window {
    growing: Growing;
  }
}

let people: string[] = [];
let entry: Parameters<typeof openVault>[0] | null = null;
const owner = { personId: createId(environment), role: 'worker' as const };

/** Nothing of it was opened before. */
async function fresh(): Promise<Vault> {
  if (!entry) throw new Error('fill first');
  const vault = await openVault(entry, { environment, records, owner });
  await vault.get(owner.personId);
  return vault;
}

window.growing = {
  async fill(count) {
    const directory = await openDirectory(environment);
    entry = await directory.create({ label: 'Robin', ownPhone: true, personId: owner.personId });
    directory.close();
    const vault = await fresh();
    people = Array.from({ length: Math.ceil(count / EACH) }, () => createId(environment));
    for (let from = 0; from < count; from += AT_A_TIME) {
      const changes = Array.from({ length: Math.min(AT_A_TIME, count - from) }, (_, more) => {
        const at = from + more;
        return recordAt(at, count, people[Math.floor(at / 10) % people.length] ?? owner.personId);
      });
      const outcome = await vault.write(changes);
      if (outcome.status !== 'saved') throw new Error(outcome.status);
    }
    vault.close();
  },

  async openPerson(times) {
    const took: number[] = [];
    for (let time = 0; time < times; time++) {
      const vault = await fresh();
      const subject = people[(time * 7) % people.length] ?? '';
      const began = performance.now();
      const { items } = await vault.list({ subject, limit: SHOWN });
      took.push(performance.now() - began);
      if (items.length !== SHOWN || items.some(({ status }) => status !== 'ok'))
        throw new Error('not all opened');
      vault.close();
    }
    return took;
  },

  async search(times) {
    const took: number[] = [];
    for (let time = 0; time < times; time++) {
      const vault = await fresh();
      const subject = people[(time * 7) % people.length] ?? '';
      const query = { subject, kinds: [], withdrawn: false };
      const say = {
        words: (words: Words) => ('said' in words ? words.said : ''),
        kind: () => '',
        day: () => '',
      };
      const began = performance.now();
      const search = createStorySearch(vault, records, query, say);
      const first = await search.find('grafting', new AbortController().signal).next();
      took.push(performance.now() - began);
      if (first.done || first.value.entries.length === 0) throw new Error('nothing found');
      vault.close();
    }
    return took;
  },

  async takeAway() {
    const vault = await fresh();
    const began = performance.now();
    const made = await exportJson(vault, {
      records,
      instrumentOf: () => Promise.resolve(null),
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
