/** Is a talk offered where people see the same thing differently, and only there? */
import { expect, test } from 'vitest';
import { engagement } from '../../../../../src/features/instruments/model/engagement/engagement.ts';
import { differingAxes } from '../../../../../src/features/readings/model/differing-axes.ts';
import { bodyWith } from './made-readings.ts';

type Scores = readonly (number | null)[];
const own = (scores: Scores) => ({
  id: 'own',
  occurredAt: '2026-03-10',
  author: { id: 'me' },
  body: bodyWith(scores),
});
const by = (who: string, scores: Scores, id = who) => ({
  id,
  occurredAt: '2026-03-12',
  author: { id: who },
  body: bodyWith(scores, 'peer'),
});
const told = (...given: Parameters<typeof differingAxes<ReturnType<typeof own>>>) =>
  differingAxes(...given).map(
    ({ statement, said }) =>
      `${statement.id} ${said.map(({ reading, score }) => reading.id + score).join(' ')}`,
  );

test('two apart is something to talk about, higher or lower; one apart is not', () => {
  const sam = by('sam', [3, 4, 3, 6, 1, 5]);
  expect(told(engagement, own([5, 5, 5, 4, 1, 6]), [sam])).toEqual([
    'assets own5 sam3',
    'responsibility own5 sam3',
    'celebrating own4 sam6',
  ]);
});

test('two others who see it differently are told with the own number between them', () => {
  expect(told(engagement, own([3]), [by('sam', [2]), by('kim', [4])])).toEqual(['assets own3 sam2 kim4']);
});

test('of one person the newest view counts, and earlier own ones are no views', () => {
  const before = { ...own([1]), id: 'before' };
  expect(told(engagement, own([5]), [by('sam', [5], 'new'), by('sam', [1], 'old'), before])).toEqual([]);
});

test('what anybody left out differs from nothing', () => {
  expect(told(engagement, own([null, 5]), [by('sam', [1, null]), by('kim', [6, 5])])).toEqual([]);
});

test('numbers on another version of the statements are not compared', () => {
  const other = by('sam', [1]);
  other.body.instrument = { id: 'engagement', version: 2 };
  expect(told(engagement, own([6]), [other])).toEqual([]);
});
