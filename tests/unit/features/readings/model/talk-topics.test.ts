/** Does what works come first, and does every score open the right talk? */
import { expect, test } from 'vitest';
import { engagement } from '../../../../../src/features/instruments/model/engagement/engagement.ts';
import { talkTopics } from '../../../../../src/features/readings/model/talk-topics.ts';
import { bodyWith } from './made-readings.ts';

const topics = (scores: (number | null)[]) =>
  talkTopics(engagement, bodyWith(scores)).map(({ statement, score, opens }) => [statement.id, score, opens]);

test('high ones first, each group in the order of the instrument and not of the scores', () => {
  expect(topics([3, 4, 1, 6, 2, 5])).toEqual([
    ['voice', 4, 'high'],
    ['celebrating', 6, 'high'],
    ['benefits', 5, 'high'],
    ['assets', 3, 'low'],
    ['responsibility', 1, 'low'],
    ['support', 2, 'low'],
  ]);
});

test('what was left out opens no talk', () => {
  expect(topics([null, null, 5, null, null, null])).toEqual([['responsibility', 5, 'high']]);
  expect(topics([])).toEqual([]);
});

test('an answer to a statement the instrument does not have is left alone', () => {
  const reading = { answers: [{ statement: 'other', score: 2 }] };
  expect(talkTopics(engagement, reading)).toEqual([]);
});
