/** Are readings laid over each other as they were made, the newest on top? */
import { expect, test } from 'vitest';
import { engagement } from '../../../../../src/features/instruments/model/engagement/engagement.ts';
import type { ReadingBody } from '../../../../../src/features/readings/model/reading.ts';
import { toStar, type StarReading } from '../../../../../src/features/readings/model/star.ts';
import type { StarData } from '../../../../../src/ui/star-chart/star-data.ts';
import { bodyWith } from './made-readings.ts';

const name = (kind: string, { id }: StarReading) => ({ label: kind, who: kind === 'view' ? id : '' });
const on = (id: string, occurredAt: string, body: ReadingBody = bodyWith([])): StarReading => ({
  id,
  occurredAt,
  body,
});
const laid = ({ outlines }: StarData) => outlines.map(({ id, kind }) => `${id} ${kind}`);

test('the axes are the statements in the language asked for, English where it is not known', () => {
  const axes = (language: string) => toStar(engagement, [], language, { name }).axes;
  expect(axes('de')[1]).toEqual({
    id: 'voice',
    short: 'Gleiche Stimme',
    name: 'Eine gleichwertige Stimme haben',
    icon: 'voice',
  });
  expect(axes('sv')[4]).toMatchObject({ id: 'support', short: 'Mutual support' });
});

test('values follow the axes whatever the order of the answers, and a gap stays a gap', () => {
  const body = bodyWith([1, null, 3, 4, 5, 6]);
  const mixed = { ...body, answers: body.answers.toReversed() };
  const data: StarData = toStar(engagement, [on('a', '2026-03-01', mixed)], 'en', { name });
  expect(data).toMatchObject({ min: 1, max: 6 });
  expect(data.outlines).toEqual([
    { id: 'a', label: 'today', who: '', date: '2026-03-01', kind: 'today', values: [1, null, 3, 4, 5, 6] },
  ]);
});

test('the newest own reading is today; of two from one day it is the one made later', () => {
  const star = toStar(
    engagement,
    [
      on('a', '2026-03-01'),
      on('c', '2026-04-01'),
      on('d', '2026-04-01'),
      on('b', '2026-03-15T08:00:00.000Z'),
    ],
    'en',
    { name },
  );
  expect(laid(star)).toEqual(['d today', 'c earlier', 'b earlier', 'a earlier']);
});

test('what somebody else said is a view and never stands in for the own reading', () => {
  const peer = on('peer', '2026-05-01', bodyWith([6], 'peer'));
  expect(laid(toStar(engagement, [peer, on('a', '2026-03-01')], 'en', { name }))).toEqual([
    'a today',
    'peer view',
  ]);
  expect(laid(toStar(engagement, [peer], 'en', { name }))).toEqual(['peer view']);
});

test('the reading the star is about is laid, whoever gave it and whatever else was chosen', () => {
  const peer = on('peer', '2026-01-01', bodyWith([6], 'peer'));
  const about = (readings: StarReading[], chosen: string[]) =>
    laid(toStar(engagement, readings, 'en', { name, about: 'peer', chosen }));
  expect(about([peer], [])).toEqual(['peer view']);

  const seven = [1, 2, 3, 4, 5, 6, 7].map((day) => on(`r${day}`, `2026-03-0${day}`));
  const all = about(
    [...seven, peer],
    seven.map(({ id }) => id),
  );
  expect(all).toContain('peer view');
  expect(all).toHaveLength(7);
});

test('six lie under the newest, and the others can be chosen', () => {
  const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((day) => on(`r${day}`, `2026-03-0${day}`));
  const star = toStar(engagement, nine, 'en', { name });
  expect(star.outlines.map(({ id }) => id)).toEqual(['r9', 'r8', 'r7', 'r6', 'r5', 'r4', 'r3']);
  expect(star.more.map(({ id }) => id)).toEqual(['r2', 'r1']);

  const chosen = toStar(engagement, nine, 'en', { name, chosen: ['r1', 'r4'] });
  expect(chosen.outlines.map(({ id }) => id)).toEqual(['r9', 'r4', 'r1']);
  expect(chosen.more.map(({ id }) => id)).toEqual(['r8', 'r7', 'r6', 'r5', 'r3', 'r2']);
  expect(laid(toStar(engagement, nine, 'en', { name, chosen: [] }))).toEqual(['r9 today']);
});

test('another version is laid with it only where it is known to ask the same on the same scale', () => {
  const second = { ...bodyWith([2]), instrument: { id: 'engagement', version: 2 } };
  const both = [on('new', '2026-03-01'), on('old', '2026-02-01', second)];
  const under = (versions: (typeof engagement)[]) => toStar(engagement, both, 'en', { name, versions });
  const same = { ...engagement, version: 2 };

  expect(laid(under([same]))).toEqual(['new today', 'old earlier']);
  for (const versions of [
    [],
    [{ ...same, statements: same.statements.slice(1) }],
    [{ ...same, version: 3 }],
  ]) {
    expect(laid(under(versions))).toEqual(['new today']);
    expect(under(versions).apart.map(({ id }) => id)).toEqual(['old']);
  }
});
