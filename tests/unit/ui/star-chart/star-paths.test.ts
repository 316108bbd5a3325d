/** Is an outline broken exactly at its gaps, wherever they are? */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answeredRuns } from '../../../../src/ui/star-chart/star-data.ts';
import { axisAt, frame, pointOn } from '../../../../src/ui/star-chart/star-frame.ts';
import { placeName, wrapName } from '../../../../src/ui/star-chart/star-names.ts';
import { markerPath, outlinePath } from '../../../../src/ui/star-chart/star-paths.ts';
import { shapes } from '../../../../src/ui/star-chart/star-marks.ts';
import { today } from './made-stars.ts';

const values = fc.array(fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }), { maxLength: 9 });
const runsOf = (...given: (number | null)[]) => answeredRuns(given).map((run) => run.axes);

test('a run ends at a gap, and goes over the top from the last axis to the first', () => {
  expect(answeredRuns([1, 2, 3])).toEqual([{ axes: [0, 1, 2], closed: true }]);
  expect(runsOf(1, 2, null, 4, 5, 6)).toEqual([[3, 4, 5, 0, 1]]);
  expect(runsOf(null, 2, 3, 4, 5, 6)).toEqual([[1, 2, 3, 4, 5]]);
  expect(runsOf(1, 2, 3, 4, 5, null)).toEqual([[0, 1, 2, 3, 4]]);
  expect(runsOf(null, 2, null, 4, null, 6)).toEqual([[1], [3], [5]]);
  expect(runsOf(null, null)).toEqual([]);
  expect(runsOf()).toEqual([]);
});

test('every answer is in one run, no gap is, and neighbours in a run are neighbours in the star', () => {
  fc.assert(
    fc.property(values, (given) => {
      const runs = answeredRuns(given);
      const answered = [...given.keys()].filter((axis) => given[axis] !== null);
      expect(runs.flatMap((run) => run.axes).toSorted((a, b) => a - b)).toEqual(answered);
      for (const { axes } of runs)
        for (const [place, axis] of axes.slice(1).entries())
          expect(axis).toBe(((axes[place] ?? 0) + 1) % given.length);
    }),
  );
});

test('the line has a piece for each run of two or more, and is closed only without a gap', () => {
  const line = (...given: (number | null)[]) => outlinePath(today(given), given.length);
  expect(line(1, 2, 3, 4, 5, 6)).toMatch(/^M[^M]+Z$/);
  expect(line(1, 2, null, 4, 5, null)).toMatch(/^M[^MLZ]+L[^MLZ]+M[^MLZ]+L[^MLZ]+$/);
  expect(line(1, null, 3, null, 5, null)).toBe('');
  expect(line(null, null, null)).toBe('');
});

test('an answer that is missing altogether is a gap as well', () => {
  expect(outlinePath(today([1, 2]), 6)).toMatch(/^M[^MLZ]+L[^MLZ]+$/);
});

test('the first axis points up, and a tap finds the axis it is nearest to', () => {
  expect(pointOn(0, 6, 6).x).toBeCloseTo(frame.x);
  expect(pointOn(0, 6, 6).y).toBeLessThan(frame.y);
  for (let axis = 0; axis < 6; axis += 1) expect(axisAt(pointOn(axis, 6, 6), 6)).toBe(axis);
  expect(axisAt(frame, 6)).toBeNull();
});

test('names are broken between words and stay in the frame', () => {
  expect(wrapName('Breiteren Nutzen schaffen', 13)).toEqual(['Breiteren', 'Nutzen', 'schaffen']);
  for (let axis = 0; axis < 6; axis += 1) {
    const { lines, places } = placeName('Breiteren Nutzen schaffen', axis, 6);
    expect(places).toHaveLength(lines.length);
    for (const { y } of places) {
      expect(y).toBeGreaterThan(9);
      expect(y).toBeLessThan(frame.height);
    }
  }
});

test('each shape is a closed path of its own', () => {
  const paths = shapes.map((shape) => markerPath(shape, { x: 10, y: 10 }, 5));
  expect(new Set(paths).size).toBe(shapes.length);
  for (const path of paths) expect(path).toMatch(/^M.*Z$/);
});
