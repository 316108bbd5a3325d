/** What was read along with opening is shown first, never after something newer, and to one only. */
import { expect, test } from 'vitest';
import type { Live } from '../../../src/core/store.ts';
import { ahead } from '../../../src/storage/ahead.ts';

/** A live query that is answered when the test says so. */
function slowQuery() {
  const watching = new Set<(value: string) => void>();
  const live: Live<string> = {
    subscribe(see) {
      watching.add(see);
      return () => watching.delete(see);
    },
  };
  return { live, answer: (value: string) => watching.forEach((see) => see(value)) };
}

const soon = () => Promise.resolve();

test('the first to watch hears what is known before the query answers, then what it finds', async () => {
  const { live, answer } = slowQuery();
  const heard: string[] = [];
  ahead('known', live).subscribe((value) => heard.push(value));
  expect(heard).toEqual([]);
  await soon();
  expect(heard).toEqual(['known']);
  answer('found');
  expect(heard).toEqual(['known', 'found']);
});

test('what is known is not shown over what was found already, to a later watcher, or after the end', async () => {
  const { live, answer } = slowQuery();
  const watched = ahead('known', live);
  const first: string[] = [];
  watched.subscribe((value) => first.push(value));
  answer('found');
  const later: string[] = [];
  watched.subscribe((value) => later.push(value));
  const gone: string[] = [];
  ahead('known', live).subscribe((value) => gone.push(value))();
  await soon();
  expect({ first, later, gone }).toEqual({ first: ['found'], later: [], gone: [] });
});
