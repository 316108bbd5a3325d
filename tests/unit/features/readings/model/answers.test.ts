/** Does a reading begin as gaps, and know what is answered? */
import { expect, test } from 'vitest';
import { engagement } from '../../../../../src/features/instruments/model/engagement/engagement.ts';
import {
  blankAnswers,
  readingProgress,
  scoreOn,
} from '../../../../../src/features/readings/model/answers.ts';
import { readingBody } from '../../../../../src/features/readings/model/reading.ts';
import { bodyWith, statements } from './made-readings.ts';

test('a new reading has a gap for each statement, never a 0', () => {
  const answers = blankAnswers(engagement);
  expect(answers).toEqual(statements.map((statement) => ({ statement, score: null })));
  const body = { instrument: { id: 'engagement', version: 1 }, relation: 'self', answers };
  expect(readingBody.safeParse(body).success).toBe(true);
});

test('progress names what has a score and what has none', () => {
  expect(readingProgress(bodyWith([4, null, 1, null, 6, 2]).answers)).toEqual({
    answered: ['assets', 'responsibility', 'support', 'benefits'],
    notAnswered: ['voice', 'celebrating'],
  });
});

test('a statement that was not asked has no score', () => {
  const { answers } = bodyWith([4, null, 1, null, 6, 2]);
  expect([scoreOn(answers, 'support'), scoreOn(answers, 'voice'), scoreOn(answers, 'unknown')]).toEqual([
    6,
    null,
    null,
  ]);
});
