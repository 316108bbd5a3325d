/** Which connection carries what is about others: always one, never two. */
import { expect, test } from 'vitest';
import { carriedByNext } from '../../../../src/app/connect/carried-by.ts';

test('the first carries everything, a further one only what is mine', () => {
  expect(carriedByNext([])).toBe('everything');
  expect(carriedByNext([{ carries: 'everything' }])).toBe('mine');
});

test('where only a copy of my own is left, the next carries everything again', () => {
  expect(carriedByNext([{ carries: 'mine' }])).toBe('everything');
});
