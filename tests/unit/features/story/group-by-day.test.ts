/** The story by months and days: in the order given, each day once. */
import { expect, test } from 'vitest';
import { groupByDay } from '../../../../src/features/story/model/group-by-day.ts';

const inLuxembourg = (when: string) =>
  when.length === 10
    ? when
    : new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Luxembourg' }).format(new Date(when));

const named = (name: string, when: string) => ({ name, when });

test('entries stand under the day and month they happened on, in the order they came', () => {
  const months = groupByDay(
    [
      named('evening', '2026-06-02T18:00:00.000Z'),
      named('morning', '2026-06-02T06:00:00.000Z'),
      named('the day before', '2026-06-01'),
      named('in May', '2026-05-30'),
    ],
    inLuxembourg,
  );
  expect(
    months.map(({ month, days }) => [
      month,
      days.map(({ day, entries }) => [day, entries.map(({ name }) => name)]),
    ]),
  ).toEqual([
    [
      '2026-06',
      [
        ['2026-06-02', ['evening', 'morning']],
        ['2026-06-01', ['the day before']],
      ],
    ],
    ['2026-05', [['2026-05-30', ['in May']]]],
  ]);
});

test('a moment late at night belongs to the local day, together with what was said of that day', () => {
  const months = groupByDay(
    [named('said of the day', '2026-06-02'), named('after midnight', '2026-06-01T22:30:00.000Z')],
    inLuxembourg,
  );
  expect(months[0]?.days).toHaveLength(1);
  expect(months[0]?.days[0]?.entries).toHaveLength(2);
});

test('a day comes only once, also where the order of moments and days disagrees', () => {
  const inNewYork = (when: string) => (when.startsWith('2026-06-02T01') ? '2026-06-01' : when.slice(0, 10));
  const months = groupByDay(
    [
      named('a', '2026-06-02T15:00:00.000Z'),
      named('b', '2026-06-02T01:00:00.000Z'),
      named('c', '2026-06-02'),
      named('d', '2026-06-01'),
    ],
    inNewYork,
  );
  expect(months[0]?.days.map(({ day }) => day)).toEqual(['2026-06-02', '2026-06-01']);
});

test('nothing gives nothing', () => {
  expect(groupByDay([], inLuxembourg)).toEqual([]);
});
