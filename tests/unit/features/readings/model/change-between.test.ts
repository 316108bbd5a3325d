/** Is what changed told per statement, up and down alike? */
import { expect, test } from 'vitest';
import { changeBetween } from '../../../../../src/features/readings/model/change-between.ts';
import { bodyWith } from './made-readings.ts';

test('each statement is told by itself', () => {
  const earlier = bodyWith([2, 5, 4, null, 3, null]);
  const later = bodyWith([4, 3, 4, 1, null, null]);
  expect(changeBetween(earlier, later)).toEqual([
    { statement: 'assets', from: 2, to: 4, change: 'up' },
    { statement: 'voice', from: 5, to: 3, change: 'down' },
    { statement: 'responsibility', from: 4, to: 4, change: 'same' },
    { statement: 'celebrating', from: null, to: 1, change: 'newly-answered' },
    { statement: 'support', from: 3, to: null, change: 'left-out' },
    { statement: 'benefits', from: null, to: null, change: 'left-out' },
  ]);
});

test('a statement that only one of the two has is not lost', () => {
  const earlier = { answers: [{ statement: 'old', score: 2 }] };
  const later = { answers: [{ statement: 'new', score: 3 }] };
  expect(changeBetween(earlier, later)).toEqual([
    { statement: 'new', from: null, to: 3, change: 'newly-answered' },
    { statement: 'old', from: 2, to: null, change: 'left-out' },
  ]);
});
