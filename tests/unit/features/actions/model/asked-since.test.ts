/** Since when does the project owe its answer? Never since before it could see that it is asked. */
import { expect, test } from 'vitest';
import { askedSince, type Asking } from '../../../../../src/features/actions/model/asked-since.ts';

const body: Asking['body'] = { what: 'Small gloves', owner: 'project', causes: [] };

/** Versions that come one after the other, each on the next day of May at nine. */
function versions(...parts: Partial<Asking>[]): Asking[] {
  return parts.map((part, at) => ({
    rev: `rev ${at + 1}`,
    base: at === 0 ? null : `rev ${at}`,
    occurredAt: '2026-04-20',
    recordedAt: onDay(at + 1),
    audience: 'team',
    body,
    ...part,
  }));
}

const onDay = (day: number) => `2026-05-0${day}T09:00:00.000Z`;

const since = (history: Asking[], now = history.at(-1)) => now && askedSince(now, history);

const kept: Partial<Asking> = { audience: 'me' };
const shared: Partial<Asking> = {};

test('shared from the first, it is owed since it was written down, not since the day it is about', () => {
  expect(since(versions(shared))).toBe(onDay(1));
  expect(since(versions(shared, shared, shared))).toBe(onDay(1));
});

test('shared later, since then; kept back in between, since it was shared again', () => {
  expect(since(versions(kept, kept, shared, shared))).toBe(onDay(3));
  expect(since(versions(shared, kept, shared))).toBe(onDay(3));
});

test('shared again and naming what others had before it was taken back, since it was shared again', () => {
  expect(since(versions(shared, shared, kept, { ...shared, settles: ['rev 1'] }))).toBe(onDay(4));
});

test('not asked at all: kept for oneself, done by somebody else, answered', () => {
  const answer = { words: 'We order them.', on: '2026-05-02' };
  expect(since(versions(kept))).toBeNull();
  expect(since(versions(shared, kept))).toBeNull();
  expect(since(versions({ body: { ...body, owner: 'me' } }))).toBeNull();
  expect(since(versions(shared, { body: { ...body, answer } }))).toBeNull();
});

test('taken on by the project later, or put back into the story, since then', () => {
  expect(since(versions({ body: { ...body, owner: 'other' } }, shared))).toBe(onDay(2));
  expect(since(versions(shared, { removed: 'withdrawn' }, shared))).toBe(onDay(3));
});

test('decided on a day after it was shared, since that day', () => {
  expect(since(versions(shared, { occurredAt: '2026-05-02' }))).toBe('2026-05-02');
  // The same day: the moment it was shared, as said by the day.
  expect(since(versions({ occurredAt: '2026-05-01' }))).toBe(onDay(1));
  const moment = '2026-05-01T10:00:00.000Z';
  expect(since(versions({ occurredAt: moment }))).toBe(moment);
});

test('of two phones, since the one that shared it first', () => {
  const [first, here, there] = versions(kept, shared, { base: 'rev 1' });
  const together = versions(kept, shared, shared, { base: 'rev 3', settles: ['rev 2'] })[3];
  if (!first || !here || !there || !together) throw new Error('not made');
  expect(since([first, here, there, together], together)).toBe(onDay(2));
});

test('what came before and is not here counts for nothing', () => {
  expect(since(versions(shared, shared, shared).slice(1))).toBe(onDay(2));
});
