/** What a reflection without a question is called in the story. */
import { expect, test } from 'vitest';
import { opening } from '../../../../../src/features/reflections/model/opening.ts';

test('a short thought is its own title, and nothing is said twice', () => {
  expect(opening(' I sowed carrots ')).toEqual({ title: 'I sowed carrots', rest: undefined });
});

test('the first sentence is the title, the others follow', () => {
  expect(opening('I sowed carrots. Then it rained.\nWe ran.')).toEqual({
    title: 'I sowed carrots.',
    rest: 'Then it rained.\nWe ran.',
  });
});

test('a number with a point in it does not end the sentence', () => {
  expect(opening('It took 2.5 hours').title).toBe('It took 2.5 hours');
});

test('a long first sentence is cut between words, and stands whole below', () => {
  const words = 'word '.repeat(40).trim();
  const { title, rest } = opening(words);
  expect(title.length).toBeLessThanOrEqual(72);
  expect(title).toMatch(/word …$/);
  expect(rest).toBe(words);
});
