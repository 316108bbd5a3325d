/** Can outlines be told apart without colour, and do views weigh the same? */
import { expect, test } from 'vitest';
import { preloadRadar } from '../../../../src/ui/star-chart/radar-chunk.ts';
import { markerScale, marksOf } from '../../../../src/ui/star-chart/star-marks.ts';
import { earlier, today, view } from './made-stars.ts';

const many = [
  today([1]),
  ...Array.from({ length: 12 }, (_, place) => view([1], { id: `v${place}` })),
  ...Array.from({ length: 12 }, (_, place) =>
    earlier([1], { id: `e${place}`, date: `2026-01-${10 + place}` }),
  ),
];

test('no two of 25 outlines have both shape and dashes alike', () => {
  const looks = marksOf(many).map((mark) => `${mark.shape} ${mark.dash.join(' ')}`);
  expect(new Set(looks).size).toBe(many.length);
});

test('today and views do not fade, earlier ones fade with age', () => {
  const marks = marksOf(many);
  const fades = (kind: string) => marks.filter((mark) => mark.outline.kind === kind).map((mark) => mark.fade);
  expect(new Set([...fades('today'), ...fades('view')])).toEqual(new Set([0]));
  expect(fades('earlier').slice(0, 5)).toEqual([1, 2, 3, 4, 4]);
  const dates = marks.filter((mark) => mark.fade > 0).map((mark) => mark.outline.date);
  expect(dates).toEqual(dates.toSorted().toReversed());
});

test('a marker that others cover is bigger, so that it still shows; alone all are the same size', () => {
  const marks = marksOf([today([3, 5]), view([3, 4]), view([3, null], { id: 'other' })]);
  expect(markerScale(marks, 0, 0)).toBe(1);
  expect(markerScale(marks, 1, 0)).toBeGreaterThan(1);
  expect(markerScale(marks, 2, 0)).toBeGreaterThan(markerScale(marks, 1, 0));
  expect([0, 1].map((place) => markerScale(marks, place, 1))).toEqual([1, 1]);
});

test('loading ahead says whether the big star can be drawn', async () => {
  expect(await preloadRadar(() => Promise.resolve())).toBe(true);
  expect(await preloadRadar(() => Promise.reject(new Error('no network')))).toBe(false);
});
