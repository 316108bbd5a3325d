/** What of a record is in the story: every kind, also what cannot be read; never who one is nor what was erased. */
import { expect, test } from 'vitest';
import { storyKinds, toEntry } from '../../../../src/features/story/model/story-entry.ts';
import { laneOf, LANES, laneX, crossing, STRIP } from '../../../../src/features/story/model/wander.ts';
import type { Found } from '../../../../src/core/store.ts';
import type { Version } from '../../../../src/core/version.ts';
import { records } from '../../../../src/records.ts';
import { recordId, version } from '../../../support/versions.ts';

const thought = { words: 'Rain', photos: [], talk: true };

function ok(parts: Partial<Version>, rivals = 0): Found {
  return { status: 'ok', version: version(1, parts), rivals, delivery: 'here' };
}

test('a thought leads to its own page and carries its marks', () => {
  const parts = { kind: 'reflection', body: thought, audience: 'me', removed: 'withdrawn' } as const;
  expect(toEntry(ok(parts, 1), records)).toMatchObject({
    state: 'read',
    href: `/reflection/${recordId}`,
    title: { said: 'Rain' },
    audience: 'me',
    withdrawn: true,
    talk: true,
    rivals: true,
  });
});

test.each([
  ['me', 'actions.unseen'],
  ['team', 'actions.owes'],
] as const)('what the project is to do, seen by %s: whether it owes an answer', (audience, key) => {
  const body = { what: 'Small gloves', owner: 'project', causes: [] };
  expect(toEntry(ok({ kind: 'action', body, audience }), records)).toMatchObject({ detail: { key } });
});

test('what is from a newer app, of an unknown kind or damaged has its place and a page that helps', () => {
  const body = { anything: true };
  const unknown = ok({ kind: 'badge', body });
  const newer: Found = {
    status: 'newer',
    version: version(1, { kind: 'reflection', schema: 9 }),
    rivals: 0,
    delivery: 'here',
  };
  const damaged: Found = {
    status: 'damaged',
    id: recordId,
    rev: 'r',
    kind: 'asset',
    subject: 's',
    occurredAt: '2026-05-01',
    why: '',
  };
  expect(toEntry(unknown, records)).toMatchObject({ state: 'newer', href: `/record/${recordId}` });
  expect(toEntry(newer, records)).toMatchObject({ state: 'newer', kind: 'reflection' });
  expect(toEntry(damaged, records)).toMatchObject({ state: 'damaged', when: '2026-05-01' });
});

test('who one is, and what was erased, are not moments', () => {
  const me = { name: 'Jo', roles: [], languages: ['en'] };
  expect(toEntry(ok({ kind: 'person', body: me }), records)).toBeNull();
  expect(toEntry(ok({ kind: 'reflection', removed: 'erased', body: null }), records)).toBeNull();
  expect(storyKinds(records)).not.toContain('person');
  expect(storyKinds(records)).toContain('reflection');
});

test('the line stays where it was when others come, and stays on its strip', () => {
  const ids = Array.from(
    { length: 200 },
    (_, at) => `01970000-0000-7000-8000-${String(at).padStart(12, '0')}`,
  );
  const lanes = ids.map(laneOf);
  expect(ids.map(laneOf)).toEqual(lanes);
  expect(new Set(lanes).size).toBe(LANES);
  for (const lane of lanes) {
    expect(laneX(lane)).toBeGreaterThan(16);
    expect(laneX(lane)).toBeLessThan(STRIP - 16);
  }
  expect(crossing(null, 2)).toBe(STRIP / 2);
  expect(crossing(2, null)).toBe(STRIP / 2);
});
