/** Long texts are read in short pieces, and not a word of them is lost. */
import { expect, test } from 'vitest';
import { cutForReading } from '../../../src/platform/cut-for-reading.ts';

test('a short text stays whole, one piece a sentence', () => {
  expect(cutForReading('You often share what you know. It is used.\nAlways.')).toEqual([
    'You often share what you know.',
    'It is used.',
    'Always.',
  ]);
});

test('a sentence that is too long is cut at a pause', () => {
  const sentence = `${'we dug the beds '.repeat(7).trim()}, ${'and then it rained '.repeat(5).trim()}.`;
  const pieces = cutForReading(sentence);
  expect(pieces[0]).toBe(`${'we dug the beds '.repeat(7).trim()},`);
  expect(pieces.join(' ')).toBe(sentence);
});

test('no piece is long and no word goes missing, even without spaces', () => {
  const words = `${'Gemüsebeetbewässerungsanlage'.repeat(20)} ${'weiter '.repeat(100)}Ende`;
  const pieces = cutForReading(words);
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(160);
  expect(pieces.join('').replaceAll(' ', '')).toBe(words.replaceAll(' ', ''));
});

test('nothing to read gives nothing', () => {
  expect(cutForReading(' \n ')).toEqual([]);
});
