import { expect, test } from 'vitest';
import { isQuickSecond, type TapMoment } from '../../../src/ui/second-tap.ts';

const finger = (at: number, x = 100, y = 600): TapMoment => ({ at, x, y, count: null });
const mouse = (count: number, x = 100, at = 0): TapMoment => ({ at, x, y: 600, count });

test.each<[string, TapMoment, TapMoment, boolean]>([
  ['a finger that trembles', finger(0), finger(180), true],
  ['a slow double tap that is not quite at one place', finger(0), finger(500, 120, 620), true],
  ['a tap by somebody who has looked', finger(0), finger(501), false],
  ['a quick tap on what lies beside it', finger(0), finger(150, 148), false],
  ['a double click, as the system counts it', mouse(1), mouse(2), true],
  ['a third click', mouse(2), mouse(3), true],
  ['a click of many, long after the first', mouse(1), mouse(7, 100, 2001), false],
  ['two single clicks', mouse(1), mouse(1), false],
  ['a click after a finger', finger(0), mouse(1), false],
  ['a second click elsewhere', mouse(1), mouse(2, 200), false],
])('%s', (_what, before, tap, expected) => {
  expect(isQuickSecond(before, tap)).toBe(expected);
});
