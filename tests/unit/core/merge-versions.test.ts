import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameContents } from '../../../src/core/canonical-json.ts';
import { mergeVersions, standing } from '../../../src/core/merge-versions.ts';
import type { Version } from '../../../src/core/version.ts';
import { version } from '../../support/versions.ts';

/** Random histories of one record: each version starts from one or more of those before it; some erase. */
const histories = fc
  .array(
    fc.record({
      base: fc.nat(),
      settles: fc.option(fc.nat()),
      what: fc.nat({ max: 5 }),
      team: fc.boolean(),
      fate: fc.constantFrom('kept', 'kept', 'kept', 'kept', 'withdrawn', 'erased'),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((steps) => {
    const made: Version[] = [];
    for (const [at, { base, settles, what, team, fate }] of steps.entries()) {
      const from = made[base % Math.max(1, made.length)];
      const answered = settles === null ? undefined : made[settles % Math.max(1, made.length)];
      made.push(
        version(at + 1, {
          base: from?.rev ?? null,
          ...(answered && { settles: [answered.rev] }),
          ...(fate !== 'kept' && { removed: fate === 'erased' ? 'erased' : 'withdrawn' }),
          audience: team ? 'team' : 'me',
          body: fate === 'erased' ? null : { what: `${what}` },
        }),
      );
    }
    return made;
  });

/** A history and deliveries of it: everything arrives at least once, in any order, some of it again. */
const deliveries = histories.chain((all) =>
  fc.record({
    all: fc.constant(all),
    batches: fc
      .tuple(
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.array(fc.constantFrom(...all), { maxLength: 10 }),
      )
      .chain(([once, again]) =>
        fc
          .array(fc.nat({ max: 4 }), {
            minLength: once.length + again.length,
            maxLength: once.length + again.length,
          })
          .map((cuts) => {
            const batches: Version[][] = [[]];
            for (const [at, item] of [...once, ...again].entries()) {
              if (cuts[at] === 0) batches.push([]);
              batches.at(-1)?.push(item);
            }
            return batches;
          }),
      ),
  }),
);

const deliver = (batches: readonly Version[][]) =>
  batches.reduce<Version[]>((here, batch) => mergeVersions(here, batch, sameContents).versions, []);

test('any order, repetition and split of deliveries ends in the same', () => {
  fc.assert(
    fc.property(deliveries, ({ all, batches }) => {
      const state = deliver(batches);
      expect(state).toEqual(deliver([all]));
      expect(standing(state)).toEqual(standing(deliver([all.toReversed()])));
    }),
    { numRuns: 500 },
  );
});

test('merging is symmetric: it does not matter who hands over to whom', () => {
  fc.assert(
    fc.property(histories, fc.nat(), fc.nat(), (all, cutA, cutB) => {
      const mine = deliver([all.slice(0, cutA % (all.length + 1))]);
      const yours = deliver([all.slice(cutB % (all.length + 1))]);
      const toMe = mergeVersions(mine, yours, sameContents).versions;
      const toYou = mergeVersions(yours, mine, sameContents).versions;
      expect(toMe).toEqual(toYou);
    }),
    { numRuns: 500 },
  );
});

test('nothing is lost: every version is here until the record is erased', () => {
  fc.assert(
    fc.property(deliveries, ({ all, batches }) => {
      const state = deliver(batches);
      const erased = all.some((each) => each.removed === 'erased');
      const fates = state.map((each) => [each.removed, each.body]);
      expect(erased ? fates : state).toEqual(erased ? [['erased', null]] : all);
    }),
  );
});

test('every version is either the current one, a rival, or answered by a later one', () => {
  fc.assert(
    fc.property(histories, (all) => {
      const found = standing(all);
      const heads = found ? [found.current, ...found.rivals] : [];
      const answered = new Set(all.flatMap((each) => [each.base, ...(each.settles ?? [])]));
      for (const each of all) expect(heads.includes(each)).toBe(!answered.has(each.rev));
      expect(found?.current).toBe(all.at(-1));
    }),
  );
});

test('an edit that is later than the erasure does not bring the record back', () => {
  const first = version(1);
  const tombstone = version(2, { base: first.rev, removed: 'erased', body: null });
  const lateEdit = version(9, { base: first.rev });
  const merge = mergeVersions([tombstone], [lateEdit], sameContents);
  expect(merge).toMatchObject({ versions: [tombstone], added: [], absorbed: [lateEdit] });
  expect(mergeVersions([first, lateEdit], [tombstone], sameContents).versions).toEqual([tombstone]);
});

test('the same rev with other contents is a clash, and the one here is kept', () => {
  const kept = version(1, { body: { what: 'dig' } });
  const forged = version(1, { body: { what: 'pay' } });
  const merge = mergeVersions([kept], [kept, forged], sameContents);
  expect(merge).toMatchObject({ versions: [kept], added: [], known: [kept], clashes: [forged] });
});

test('two that started from one version are rivals until a third answers both', () => {
  const first = version(1);
  const mine = version(2, { base: first.rev });
  const yours = version(3, { base: first.rev });
  expect(standing([first, mine, yours])).toEqual({ current: yours, rivals: [mine] });
  const answer = version(4, { base: yours.rev, settles: [mine.rev] });
  expect(standing([first, mine, yours, answer])).toEqual({ current: answer, rivals: [] });
});
