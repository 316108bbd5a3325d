/** What a version names for those who never get some of what it goes back to. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gapsBehind, stillOpen, type Reach } from '../../../src/core/gaps.ts';
import { lineOf, standing } from '../../../src/core/merge-versions.ts';
import { revOf, version } from '../../support/versions.ts';

/** A line of versions, each made from the one before it, and how far each comes. */
function line(...reaches: Reach[]) {
  const known = reaches.map((_, at) => version(at + 1, { base: at === 0 ? null : revOf(at) }));
  const reachOf = (rev: string) => reaches[known.findIndex((one) => one.rev === rev)] ?? 'nowhere';
  return gapsBehind([revOf(reaches.length)], known, reachOf).map((rev) => Number.parseInt(rev, 16));
}

test('where everybody has all, or is about to, nothing more is named', () => {
  expect(line('there')).toEqual([]);
  expect(line('there', 'there', 'there')).toEqual([]);
  expect(line('going', 'going', 'going')).toEqual([]);
  expect(line('nowhere', 'nowhere')).toEqual([]);
});

test('across what never leaves, the last one that others have is named, and none before it', () => {
  expect(line('there', 'there', 'nowhere', 'nowhere')).toEqual([2]);
  expect(line('going', 'nowhere')).toEqual([1]);
});

test('so is what is with others for sure before what may still be refused', () => {
  expect(line('there', 'there', 'going', 'going')).toEqual([2]);
});

test('where nobody knows, each is named', () => {
  expect(line('there', 'perhaps', 'perhaps', 'nowhere')).toEqual([1, 2, 3]);
});

test('a gap left behind long ago is closed as well', () => {
  expect(line('there', 'nowhere', 'there', 'there')).toEqual([1]);
});

test('of what is handed on, only that stays which is not behind the version anyway', () => {
  const known = [version(1), version(2, { base: revOf(1) }), version(3, { base: revOf(1) })];
  expect(stillOpen(revOf(2), [revOf(1), revOf(3), revOf(2), revOf(3)], known)).toEqual([revOf(3)]);
});

/** Histories with rivals and answers, and how far each version comes. */
const histories = fc
  .array(
    fc.record({
      base: fc.nat(),
      settles: fc.option(fc.nat()),
      reach: fc.constantFrom<Reach>('there', 'going', 'perhaps', 'nowhere'),
      arrived: fc.boolean(),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map((steps) =>
    steps.map(({ base, settles, reach, arrived }, at) => ({
      made: version(at + 1, {
        base: at === 0 ? null : revOf((base % at) + 1),
        ...(settles !== null && at > 0 && { settles: [revOf((settles % at) + 1)] }),
      }),
      reach,
      has: reach === 'there' || reach === 'going' || (reach === 'perhaps' && arrived),
    })),
  );

test('whatever of it others have: nothing that the next version goes back to stands beside it', () => {
  fc.assert(
    fc.property(histories, fc.nat(), (steps, from) => {
      const known = steps.map(({ made }) => made);
      const base = revOf((from % known.length) + 1);
      const reaches = new Map(steps.map(({ made, reach }) => [made.rev, reach]));
      const settles = gapsBehind([base], known, (rev) => reaches.get(rev) ?? 'nowhere');
      const next = version(99, { base, settles });
      const behind = lineOf(new Map(known.map((one) => [one.rev, one])), [base]);
      const theirs = steps.filter(({ has }) => has).map(({ made }) => made);
      const rivals = standing([...theirs, next])?.rivals ?? [];
      expect(rivals.filter(({ rev }) => behind.has(rev))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});
