/** The history of a record as steps: what was done each time. */
import { expect, test } from 'vitest';
import { historySteps } from '../../../src/core/history-steps.ts';
import type { Found } from '../../../src/core/store.ts';
import type { Version } from '../../../src/core/version.ts';
import { reflection } from '../../../src/features/reflections/model/reflection.ts';
import { revOf, version } from '../../support/versions.ts';

const words = (text: string) => ({ words: text, photos: [], talk: false });

function ok(at: number, base: number | null, parts: Partial<Version> = {}): Found {
  const made = version(at, {
    kind: 'reflection',
    base: base === null ? null : revOf(base),
    body: words('Rain'),
    ...parts,
  });
  return { status: 'ok', version: made, rivals: 0, delivery: 'here' };
}

function deeds(...oldestFirst: Found[]) {
  return historySteps(oldestFirst.toReversed(), reflection)
    .toReversed()
    .map((step) => (step.status === 'read' ? step.deeds : step.why));
}

test('written, changed, shared, withdrawn and put back are each said', () => {
  expect(
    deeds(
      ok(1, null, { audience: 'me' }),
      ok(2, 1, { audience: 'me', body: words('Sun') }),
      ok(3, 2, { audience: 'team', body: words('Sun') }),
      ok(4, 3, { audience: 'team', body: words('Sun'), removed: 'withdrawn' }),
      ok(5, 4, { audience: 'me', body: words('Sun') }),
      ok(6, 5, { audience: 'me', body: words('Sun'), occurredAt: '2026-04-30' }),
      ok(7, 6, { audience: 'me', body: words('Sun'), occurredAt: '2026-04-30' }),
    ),
  ).toEqual([
    ['written'],
    ['changed'],
    ['shared'],
    ['withdrawn'],
    ['restored', 'unshared'],
    ['moved'],
    ['kept'],
  ]);
});

test('a version is compared with the one it was made from, not with a rival made in between', () => {
  const steps = historySteps(
    [ok(3, 1, { body: words('mine') }), ok(2, 1, { body: words('other') }), ok(1, null)],
    reflection,
  );
  const [first] = steps;
  expect(first?.status === 'read' && first.changes[0]?.before?.words).toEqual({ said: 'Rain' });
});

test('an answer to rivals is said as that, also where the beginning of one is not here', () => {
  const answer = ok(4, 3, { settles: [revOf(2)] });
  expect(deeds(ok(1, null), ok(2, 1), ok(3, 1), answer).at(-1)).toEqual(['settled']);
  expect(deeds(ok(2, 1), ok(3, 1), answer).at(-1)).toEqual(['settled']);
});

test('what is named only for those who lack what is in between is no answer to rivals', () => {
  const ended = ok(2, 1, { audience: 'me' });
  const again = ok(4, 3, { settles: [revOf(2)] });
  expect(deeds(ok(1, null), ended, ok(3, 2, { audience: 'me' }), again).at(-1)).toEqual(['shared']);
  // Elsewhere, without what was private.
  expect(deeds(ok(1, null), ended, again).at(-1)).toEqual(['shared']);
});

test('a damaged or newer version keeps its place and hides no other', () => {
  const damaged: Found = {
    status: 'damaged',
    id: 'x',
    rev: revOf(2),
    kind: 'reflection',
    subject: 's',
    occurredAt: '2026-05-01',
    why: '',
  };
  expect(deeds(ok(1, null), damaged, ok(3, 2, { body: words('Sun') }))).toEqual([
    ['written'],
    'damaged',
    ['changed'],
  ]);
});

test('of what was shared only later, what it was before is not here, and that is said', () => {
  expect(deeds(ok(3, 2, { body: words('Sun') }), ok(4, 3, { body: words('Moon') }))).toEqual([
    ['unseen'],
    ['changed'],
  ]);
});
