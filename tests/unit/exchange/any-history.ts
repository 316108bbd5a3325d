/** Random records with random histories: edits from anywhere, rivals, withdrawals, erasures, odd texts, unknown members. */
import * as fc from 'fast-check';
import { roles, type Version } from '../../../src/core/version.ts';

const hex = (length: number) =>
  fc.string({
    unit: fc.constantFrom(...Array.from('0123456789abcdef')),
    minLength: length,
    maxLength: length,
  });
const id = fc.tuple(hex(8), hex(4), hex(4), hex(4), hex(12)).map((parts) => parts.join('-'));
const moment = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).map((words) => `${words}.`);

const body = fc.oneof(
  fc.record({
    kind: fc.constant('reflection'),
    schema: fc.constant(1),
    body: fc.record({ words: text, photos: fc.constant([]), talk: fc.boolean() }),
  }),
  fc.record({
    kind: fc.constant('reading'),
    schema: fc.constant(1),
    body: fc.record({
      instrument: fc.constant({ id: 'engagement', version: 1 }),
      relation: fc.constantFrom('self', 'peer', 'worker'),
      answers: fc.array(
        fc.record(
          { statement: text, score: fc.option(fc.integer({ min: 1, max: 6 })), note: text },
          { requiredKeys: ['statement', 'score'] },
        ),
        { minLength: 1, maxLength: 6 },
      ),
    }),
  }),
  fc.record({
    kind: fc.constant('from-the-future'),
    schema: fc.integer({ min: 1, max: 9 }),
    body: fc.jsonValue({ maxDepth: 3 }).filter((value) => !JSON.stringify(value).includes('__proto__')),
  }),
);

/** What a newer app may say in the envelope, or of the author, besides. */
const besides = fc.record(
  { mood: text, weather: fc.constantFrom({ wind: [2, null] }, 'dry', 0), at: moment },
  { requiredKeys: [] },
);

const step = fc.record({
  said: body,
  from: fc.nat(),
  author: fc.tuple(fc.record({ id, role: fc.constantFrom(...roles) }), besides).map(([who, more]) => ({
    ...more,
    ...who,
  })),
  besides,
  occurredAt: fc.oneof(
    moment,
    moment.map((at) => at.slice(0, 10)),
  ),
  recordedAt: moment,
  audience: fc.constantFrom('me' as const, 'team' as const),
  removed: fc.option(fc.constantFrom('withdrawn' as const, 'erased' as const), { freq: 6, nil: undefined }),
});

const oneRecord = fc
  .tuple(id, id, fc.array(step, { minLength: 1, maxLength: 5 }), fc.nat({ max: 0xffffff }))
  .map(([record, subject, steps, start]) => {
    const revs = steps.map((_, at) => `${(start + at).toString(16).padStart(12, '0')}-0000-device01`);
    return steps.map(({ said, from, removed, besides: more, ...rest }, at): Version => ({
      ...more,
      ...rest,
      id: record,
      subject,
      rev: revs[at] ?? '',
      base: at === 0 ? null : (revs[from % at] ?? null),
      kind: said.kind,
      schema: said.schema,
      ...(removed && { removed }),
      body: removed === 'erased' ? null : said.body,
    }));
  });

export const anyHistory: fc.Arbitrary<Version[]> = fc
  .uniqueArray(oneRecord, { maxLength: 6, selector: (versions) => versions[0]?.id })
  .map((all) => all.flat());
