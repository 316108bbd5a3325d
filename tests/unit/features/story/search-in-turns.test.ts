/** A long story is searched a piece at a time, however quickly it is read: between two pieces everything else has its turn. */
import { afterEach, expect, test, vi } from 'vitest';
import type { Found, ListQuery, Page, Store } from '../../../../src/core/store.ts';
import { reflection } from '../../../../src/features/reflections/model/reflection.ts';
import { createStorySearch } from '../../../../src/features/story/data.ts';
import { records } from '../../../../src/records.ts';
import { version } from '../../../support/versions.ts';

const ENTRIES = 5000;
/** Opened and looked at in one go, at most. */
const PIECE = 100;

afterEach(() => vi.unstubAllGlobals());

/** Gives its pages at once, as if reading took no time. `opened` hears how many. */
function readyStore(opened: (count: number) => void): Store {
  const body = { words: 'a day in the garden', photos: [], talk: false };
  const items = Array.from({ length: ENTRIES }, (_, at): Found => {
    const made = version(at, { kind: reflection.kind, schema: reflection.schema, body });
    return { status: 'ok', version: made, rivals: 0, delivery: 'here' };
  });
  const list = ({ after = '0', limit = ENTRIES }: ListQuery): Promise<Page> => {
    const from = Number(after);
    const page = items.slice(from, from + limit);
    opened(page.length);
    return Promise.resolve({ items: page, next: from + limit < ENTRIES ? String(from + limit) : null });
  };
  return { list } as Partial<Store> as Store;
}

test('five thousand entries, read for the first time and searched again', async () => {
  // A turn is over where the search itself waits for the next, and comes when the test says so.
  const waiting: (() => void)[] = [];
  vi.stubGlobal('setTimeout', (then: () => void) => waiting.push(then));
  let opened = 0;
  const search = createStorySearch(
    readyStore((count) => (opened += count)),
    records,
    { subject: 'me', kinds: [], withdrawn: false },
    { words: (words) => ('said' in words ? words.said : ''), kind: (kind) => kind, day: (when) => when },
  );

  for (const typed of ['garden', 'day']) {
    let found = 0;
    let over = false;
    const look = async () => {
      for await (const { entries } of search.find(typed, new AbortController().signal))
        found = entries.length;
      over = true;
    };
    void look();
    const openedIn: number[] = [];
    const foundIn: number[] = [];
    for (let turn = 0; !over && turn < ENTRIES; turn++) {
      const before = { opened, found };
      waiting.shift()?.();
      // All that needs no further turn is done.
      await new Promise((resolve) => setImmediate(resolve));
      openedIn.push(opened - before.opened);
      foundIn.push(found - before.found);
    }
    expect(found).toBe(ENTRIES);
    expect(Math.max(...foundIn)).toBeLessThanOrEqual(PIECE);
    expect(Math.max(...openedIn)).toBeLessThanOrEqual(PIECE);
  }
  // Once for both.
  expect(opened).toBe(ENTRIES);
});
