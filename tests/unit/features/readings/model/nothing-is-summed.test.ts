/** Does every statement stand alone? Whatever is made of readings, one score only ever changes its own place. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { engagement } from '../../../../../src/features/instruments/model/engagement/engagement.ts';
import { readingBody, reading } from '../../../../../src/features/readings/model/reading.ts';
import { toStar } from '../../../../../src/features/readings/model/star.ts';
import { talkTopics } from '../../../../../src/features/readings/model/talk-topics.ts';
import { anyBody, anyReadings, anyScore, rescored, statements } from './made-readings.ts';

const name = () => ({ label: 'label', who: '' });
const anyStatement = fc.constantFrom(...statements);

/** Every number in a value with the path to it, such as `outlines/0/values/3`. */
function numbersIn(value: unknown, path = ''): [string, number][] {
  if (typeof value === 'number') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, path ? `${path}/${key}` : key));
}

function keysIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? [] : Object.keys(value);
  return [...own, ...Object.values(value).flatMap(keysIn)];
}

const aggregate = /sum$|total|average|mean|median|rank|points|overall|percent/i;

describe('nothing is summed, averaged or ranked', () => {
  test('a star holds single answers, its ends, and no other number', () => {
    fc.assert(
      fc.property(anyReadings, (readings) => {
        const { more, apart, ...star } = toStar(engagement, readings, 'en', { name });
        const given = (id: string | undefined) => readings.find((one) => one.id === id)?.body.answers;
        for (const [path, value] of numbersIn(star)) {
          if (path === 'min' || path === 'max') continue;
          const [, outline, axis] = /^outlines\/(\d+)\/values\/(\d+)$/.exec(path) ?? [];
          if (outline === undefined) throw new Error(`a number beside the outlines: ${path}`);
          const answers = given(star.outlines[Number(outline)]?.id);
          expect(answers?.[Number(axis)]?.score).toBe(value);
        }
        expect([...more, ...apart].every((one) => readings.includes(one))).toBe(true);
        expect(keysIn(star).filter((key) => aggregate.test(key))).toEqual([]);
      }),
    );
  });

  test('another score on one statement changes nothing in the star but its own point', () => {
    fc.assert(
      fc.property(anyReadings, fc.nat(), anyStatement, anyScore, (readings, pick, statement, score) => {
        fc.pre(readings.length > 0);
        const at = pick % readings.length;
        const other = readings.map((one, index) =>
          index === at ? { ...one, body: rescored(one.body, statement, score) } : one,
        );
        const hide = (all: typeof readings) => {
          const { more, apart, ...star } = toStar(engagement, all, 'en', { name });
          const outlines = star.outlines.map(({ values, ...outline }) => ({
            ...outline,
            values: values.filter(
              (_, axis) => outline.id !== readings[at]?.id || statements[axis] !== statement,
            ),
          }));
          return { ...star, outlines, left: [...more, ...apart].map(({ id }) => id) };
        };
        expect(hide(other)).toEqual(hide(readings));
      }),
    );
  });

  test('what there is to talk about on one statement does not depend on the others', () => {
    fc.assert(
      fc.property(anyBody, anyStatement, anyScore, (body, statement, score) => {
        const others = (given: typeof body) =>
          talkTopics(engagement, given).filter((topic) => topic.statement.id !== statement);
        expect(others(rescored(body, statement, score))).toEqual(others(body));
      }),
    );
  });

  test('a total that comes with a reading is not kept, and none is said of it', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        expect(readingBody.parse({ ...body, total: 21, average: 3.5 })).toEqual(body);
        const scores = body.answers.flatMap(({ score }) => score ?? []);
        expect(numbersIn(reading.lines(body)).map(([, value]) => value)).toEqual(scores);
      }),
    );
  });

  test('the instrument gives nothing to add up', () => {
    expect(keysIn(engagement).filter((key) => aggregate.test(key))).toEqual([]);
    expect(numbersIn(engagement).map(([path]) => path)).toEqual([
      'version',
      'scale/min',
      'scale/max',
      ...[0, 1, 2].flatMap((band) => [`bands/${band}/from`, `bands/${band}/to`]),
    ]);
  });
});
