/** Readings for the tests: by hand, or any that can be made with the engagement tool. */
import * as fc from 'fast-check';
import { engagement } from '../../../../../src/features/instruments/model/engagement/engagement.ts';
import { relations, type ReadingBody } from '../../../../../src/features/readings/model/reading.ts';
import type { StarReading } from '../../../../../src/features/readings/model/star.ts';

export const statements = engagement.statements.map(({ id }) => id);

type Scores = readonly (number | null)[];

/** A reading of the engagement tool with these scores, in the order of its statements. */
export function bodyWith(scores: Scores, relation: ReadingBody['relation'] = 'self'): ReadingBody {
  return {
    instrument: { id: 'engagement', version: 1 },
    relation,
    answers: statements.map((statement, at) => ({ statement, score: scores[at] ?? null })),
  };
}

export const anyScore = fc.option(fc.integer({ min: 1, max: 6 }), { nil: null });
export const anyBody: fc.Arbitrary<ReadingBody> = fc
  .tuple(fc.array(anyScore, { minLength: 6, maxLength: 6 }), fc.constantFrom(...relations))
  .map(([scores, relation]) => bodyWith(scores, relation));

export const anyReadings: fc.Arbitrary<StarReading[]> = fc
  .uniqueArray(fc.record({ id: fc.uuid(), day: fc.integer({ min: 10, max: 28 }), body: anyBody }), {
    selector: ({ id }) => id,
    maxLength: 12,
  })
  .map((all) => all.map(({ id, day, body }) => ({ id, occurredAt: `2026-03-${day}`, body })));

/** The same reading with another score on one statement. */
export function rescored(body: ReadingBody, statement: string, score: number | null): ReadingBody {
  return {
    ...body,
    answers: body.answers.map((given) => (given.statement === statement ? { ...given, score } : given)),
  };
}
