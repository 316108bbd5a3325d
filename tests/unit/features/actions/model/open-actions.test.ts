/** In which order do I find what is to be done? */
import { expect, test } from 'vitest';
import type { Version } from '../../../../../src/core/version.ts';
import { asksForAnswer, type ActionBody } from '../../../../../src/features/actions/model/action.ts';
import { dayLater } from '../../../../../src/features/actions/model/day-later.ts';
import {
  byOwner,
  isNext,
  isPast,
  nextActions,
} from '../../../../../src/features/actions/model/open-actions.ts';

function action(what: string, body: Partial<ActionBody>): Version<ActionBody> {
  return {
    id: what,
    rev: what,
    base: null,
    kind: 'action',
    schema: 1,
    subject: 'me',
    author: { id: 'me', role: 'participant' },
    occurredAt: '2026-05-01',
    recordedAt: '2026-05-01T09:00:00.000Z',
    audience: 'me',
    body: { what, owner: 'me', causes: [], ...body },
  };
}

const answer = { words: 'Yes', on: '2026-05-02' };
const outcome = { state: 'dropped', on: '2026-05-02' } as const;
const actions = [
  action('later', { by: '2026-06-01' }),
  action('some day', {}),
  action('soon', { by: '2026-05-08' }),
  action('let go', { outcome }),
  action('answered', { owner: 'project', answer }),
  action('owed', { owner: 'project' }),
  action('Maria', { owner: 'other', ownerName: 'Maria' }),
];
const names = (all: Version<ActionBody>[]) => all.map(({ id }) => id);

test('open ones by who does them, the nearest day first; what was let go stands with what was done', () => {
  const { open, ended } = byOwner(actions);
  expect(names(open.me)).toEqual(['soon', 'later', 'some day']);
  expect(names(open.project)).toEqual(['answered', 'owed']);
  expect(names(open.other)).toEqual(['Maria']);
  expect(names(ended)).toEqual(['let go']);
});

test('at the start, what the project owes comes first', () => {
  expect(names(nextActions(actions))).toEqual(['owed', 'soon', 'later', 'some day', 'answered', 'Maria']);
});

test('what is over and was asked still waits for the answer of the project, after all that is open', () => {
  const over = { owner: 'project', outcome } as const;
  const asked = { ...action('asked', over), audience: 'team' as const };
  const seenByNobody = action('seen by nobody', over);
  const open = action('open', {});
  expect(names(nextActions([asked, seenByNobody, open]))).toEqual(['open', 'asked']);
  expect([asked, seenByNobody, open].map(isNext)).toEqual([true, false, true]);
  expect(asksForAnswer({ ...asked, body: { ...asked.body, answer } })).toBe(false);
});

test('a day is over the day after it, and never once something came of it', () => {
  const { body } = action('a', { by: '2026-05-08' });
  expect(isPast(body, '2026-05-08')).toBe(false);
  expect(isPast(body, '2026-05-09')).toBe(true);
  expect(isPast({ ...body, outcome }, '2026-05-09')).toBe(false);
  expect(isPast(action('b', {}).body, '2026-05-09')).toBe(false);
});

test('quick days fall on the same weekday, across months and years', () => {
  expect(dayLater('2026-12-29', 'week')).toBe('2027-01-05');
  expect(dayLater('2026-01-31', 'month')).toBe('2026-02-28');
  expect(dayLater('2026-03-01', 'quarter')).toBe('2026-05-31');
});
