import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createClock, createNode } from '../../../src/core/clock.ts';
import { createId } from '../../../src/core/ids.ts';
import { versionSchema } from '../../../src/core/version.ts';
import { testEnvironment } from '../../support/vault.ts';

const node = 'aaaaaaaa';

test('stamps sort as text in the order of making, whatever the wall clock does', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 47 }), { minLength: 2, maxLength: 50 }), (times) => {
      let at = 0;
      const clock = createClock({ now: () => times[at++] ?? 0, node });
      const made = times.map(() => clock.tick());
      expect(made.toSorted()).toEqual(made);
      expect(new Set(made).size).toBe(made.length);
    }),
  );
});

test('a full counter goes on in the next millisecond', () => {
  const clock = createClock({ now: () => 5, node });
  clock.observe(`000000000005-fffe-${node}`);
  expect([clock.tick(), clock.tick()]).toEqual([`000000000005-ffff-${node}`, `000000000006-0000-${node}`]);
});

test('what was seen of others is always earlier than what comes next', () => {
  const clock = createClock({ now: () => 5, node });
  clock.observe('00000000000f-0003-zzzzzzzz');
  clock.observe('00000000000f-0001-zzzzzzzz');
  expect(clock.tick()).toBe(`00000000000f-0004-${node}`);
});

test('a stamp from beyond all calendars does not use the clock up', () => {
  const clock = createClock({ now: () => 5, node });
  clock.observe('ffffffffffff-ffff-zzzzzzzz');
  clock.observe('no rev at all');
  expect(clock.tick()).toBe(`000000000005-0000-${node}`);
});

test('a clock that is wrong by a day is not followed, but what is made on top of its versions comes after them', () => {
  const day = 86_400_000;
  const now = 100 * day;
  const clock = createClock({ now: () => now, node });
  const msOf = (rev: string) => Number.parseInt(rev.slice(0, 12), 16);
  const ahead = `${(now + day).toString(16).padStart(12, '0')}-0007-zzzzzzzz`;
  clock.observe(ahead);
  expect(msOf(clock.tick())).toBe(now);
  const [first, second] = [clock.tick([ahead]), clock.tick([ahead])];
  expect([ahead < first, first < second]).toEqual([true, true]);
  expect(msOf(clock.tick())).toBe(now);
});

test('a phone told that its own clock is wrong goes by the right time from then on', () => {
  const hour = 3_600_000;
  let now = 100 * hour;
  const clock = createClock({ now: () => now, node });
  const msOf = (rev: string) => Number.parseInt(rev.slice(0, 12), 16);
  const wrong = clock.tick();
  clock.correct(-2 * hour);
  expect(msOf(clock.tick())).toBe(98 * hour);
  expect(clock.tick([wrong]) > wrong).toBe(true);
  clock.correct(3 * hour);
  expect(msOf(clock.tick())).toBe(103 * hour);
  // Put right by hand.
  now = 103 * hour + 5;
  clock.correct(null);
  expect(msOf(clock.tick())).toBe(103 * hour + 5);
});

test('with clocks going wild each stamp is after those it is to be after', () => {
  const at = fc.integer({ min: 0, max: 2 ** 41 });
  const step = fc.oneof(
    fc.record({ set: at }),
    fc.record({ correct: fc.option(fc.integer({ min: -(2 ** 40), max: 2 ** 40 })) }),
    fc.record({ seen: at }),
    fc.record({ after: fc.array(at, { maxLength: 3 }), own: fc.option(fc.nat()) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let now = 0;
      const clock = createClock({ now: () => now, node });
      const made: string[] = [];
      const wrong: string[] = [];
      const revAt = (ms: number) => `${ms.toString(16).padStart(12, '0')}-0001-zzzzzzzz`;
      for (const one of steps) {
        if ('set' in one) now = one.set;
        else if ('correct' in one) clock.correct(one.correct);
        else if ('seen' in one) clock.observe(revAt(one.seen));
        else {
          const own = one.own === null ? undefined : made[one.own % Math.max(1, made.length)];
          const after = [...one.after.map(revAt), ...(own === undefined ? [] : [own])];
          const rev = clock.tick(after);
          made.push(rev);
          wrong.push(...after.filter((earlier) => earlier >= rev));
        }
      }
      expect(wrong).toEqual([]);
    }),
  );
});

test('two starts of one device never make the same stamp', () => {
  const environment = testEnvironment();
  const nodes = Array.from({ length: 50 }, () => createNode('0123456789ab', environment));
  expect(new Set(nodes).size).toBe(50);
  const revs = nodes.map((each) => createClock({ now: () => 1, node: each }).tick());
  for (const rev of revs) expect(versionSchema.shape.rev.safeParse(rev).success).toBe(true);
});

test('ids are UUIDv7 and sort by the moment they were made', () => {
  const environment = testEnvironment();
  environment.time = 0x0123456789ab;
  const first = createId(environment);
  environment.time += 1;
  const second = createId(environment);
  expect(first).toMatch(/^01234567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(first < second).toBe(true);
  const many = Array.from({ length: 1000 }, () => createId(environment));
  expect(new Set(many).size).toBe(1000);
});
