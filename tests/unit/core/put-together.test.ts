import fc from 'fast-check';
import { expect, test } from 'vitest';
import { putTogether, readTogether } from '../../../src/core/put-together.ts';
import { version } from '../../support/versions.ts';

const first = version(1, { body: { what: 'dig', who: 'me', when: 'June' } });
const mine = version(2, { base: first.rev, body: { what: 'dig the pond', who: 'me', when: 'June' } });
const yours = version(3, { base: first.rev, body: { what: 'dig', who: 'Sam' } });

test('what each side changed alone is all there', () => {
  expect(putTogether(first, mine, yours)).toEqual({
    body: { what: 'dig the pond', who: 'Sam' },
    occurredAt: '2026-05-01',
    both: [],
  });
});

test('what both changed differently is named, and the later one stands meanwhile', () => {
  const other = version(4, { base: first.rev, body: { what: 'dig deep', who: 'me', when: 'June' } });
  expect(putTogether(first, mine, other)).toMatchObject({ body: { what: 'dig deep' }, both: ['what'] });
  const same = version(4, { base: first.rev, body: { what: 'dig the pond', who: 'me', when: 'July' } });
  expect(putTogether(first, mine, same).both).toEqual([]);
});

test('hiding, sharing and bodies without fields are left to people', () => {
  const hidden = version(4, { base: first.rev, removed: 'withdrawn', body: first.body });
  const shared = version(4, { base: first.rev, audience: 'me', body: first.body });
  const moved = version(4, { base: first.rev, occurredAt: '2026-05-02', body: first.body });
  expect(putTogether(first, mine, hidden).both).toEqual(['@removed']);
  expect(putTogether(first, mine, shared).both).toEqual(['@audience']);
  expect(putTogether(first, mine, moved)).toMatchObject({ occurredAt: '2026-05-02', both: [] });
  expect(
    putTogether(version(1, { body: 'a' }), version(2, { body: 'b' }), version(3, { body: 'c' })).both,
  ).toEqual(['@body']);
});

test('it is the same whoever comes first', () => {
  const fields = fc.dictionary(
    fc.constantFrom('a', 'b', 'c', 'toString', '__proto__'),
    fc.constantFrom(1, 2, null, 'x'),
  );
  fc.assert(
    fc.property(fields, fields, fields, fields, (old, a, b, c) => {
      const ancestor = version(1, { body: old });
      const sides = [a, b, c].map((body, at) => version(at + 2, { base: ancestor.rev, body }));
      const forwards = putTogether(ancestor, ...sides);
      const backwards = putTogether(ancestor, ...sides.toReversed());
      expect({ ...backwards, both: backwards.both.toSorted() }).toEqual({
        ...forwards,
        both: forwards.both.toSorted(),
      });
    }),
  );
});

test('rivals are read as one, and what is seen names what it answers', () => {
  const read = readTogether([first, mine, yours], false);
  expect(read?.rivals).toEqual([]);
  expect(read?.version).toMatchObject({
    rev: yours.rev,
    body: { what: 'dig the pond', who: 'Sam' },
    settles: [mine.rev],
  });
});

test("somebody's words are never put together", () => {
  expect(readTogether([first, mine, yours], true)).toEqual({ version: yours, rivals: [mine] });
});

test('without a version both started from, both stand side by side', () => {
  expect(readTogether([mine, yours], false)).toEqual({ version: yours, rivals: [mine] });
  expect(readTogether([], false)).toBeNull();
});
