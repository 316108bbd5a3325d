/** A clock found to be wrong may be set right by its owner, or get wrong anew, while nobody tells. */
import { expect, test } from 'vitest';
import { createClock } from '../../../src/core/clock.ts';
import { offsetNow } from '../../../src/core/clock-offset.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const year = 365 * day;
const noon = 40 * year;

/** What an app that was told `offMs` when its clock said `at` takes the time for, when its clock says `now`. */
const timeAt = (now: number, { offMs, at }: { offMs: number; at: number }) =>
  now + offsetNow({ offMs, at }, now);

test('a clock that is a year behind or ahead still is, the next day and after a week', () => {
  for (const offMs of [year, -year]) {
    const at = noon - offMs;
    for (const later of [0, hour, day, 7 * day]) expect(timeAt(at + later, { offMs, at })).toBe(noon + later);
  }
});

test('set right by its owner, it is believed', () => {
  // From a year behind: it has leapt. From ahead: it went back.
  for (const offMs of [year, 2 * day, -year, -hour]) {
    const at = noon - offMs;
    for (const later of [minute, 10 * minute]) expect(timeAt(noon + later, { offMs, at })).toBe(noon + later);
  }
});

test('an hour behind, it is still so after a night', () => {
  expect(timeAt(noon - hour + 9 * hour, { offMs: hour, at: noon - hour })).toBe(noon + 9 * hour);
});

test('adjusted by a network by seconds, nothing is concluded', () => {
  expect(timeAt(noon + year - 30_000, { offMs: -year, at: noon + year })).toBe(noon - 30_000);
});

test('with its battery taken out it begins at 1970, and time goes on from where it was known to be', () => {
  for (const offMs of [year, -year]) expect(timeAt(5 * minute, { offMs, at: noon - offMs })).toBe(noon);
  // From there it counts, stamp by stamp.
  let now = noon - year;
  const clock = createClock({ now: () => now, node: 'aaaaaaaa' });
  clock.correct(year);
  clock.tick();
  now = 5 * minute;
  clock.tick();
  now += hour;
  expect(Number.parseInt(clock.tick().slice(0, 12), 16)).toBe(noon + hour);
});

test('set right while the app is open, stamps go by the right time from then on', () => {
  let now = noon + year;
  const clock = createClock({ now: () => now, node: 'aaaaaaaa' });
  clock.correct(-year);
  const before = clock.tick();
  now = noon + minute;
  const after = clock.tick();
  expect(Number.parseInt(after.slice(0, 12), 16)).toBe(noon + minute);
  expect(after > before).toBe(true);
});
