import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { createClock } from '../../../src/core/clock.ts';
import { defineRecord } from '../../../src/core/define-record.ts';
import { nextVersion } from '../../../src/core/next-version.ts';
import { plan, talk } from '../../support/vault.ts';
import { personId, recordId, revOf, version } from '../../support/versions.ts';

const now = Date.UTC(2026, 4, 2, 10);
const author = { id: personId, role: 'peer' } as const;
const making = () => ({ author, now, clock: createClock({ now: () => now, node: 'aaaaaaaa' }) });

test('a new record has no base, is private, and happened now unless said otherwise', () => {
  const made = nextVersion(
    { do: 'create', id: recordId, kind: plan, subject: personId, body: { what: 'dig' } },
    null,
    making(),
  );
  expect(made).toEqual({
    status: 'made',
    version: {
      id: recordId,
      rev: `${now.toString(16).padStart(12, '0')}-0000-aaaaaaaa`,
      base: null,
      kind: 'plan',
      schema: 1,
      subject: personId,
      author,
      occurredAt: '2026-05-02T10:00:00.000Z',
      recordedAt: '2026-05-02T10:00:00.000Z',
      audience: 'me',
      body: { what: 'dig' },
    },
  });
});

test('what does not fit its kind is refused with the reason', () => {
  const create = { do: 'create', id: recordId, kind: plan, subject: personId } as const;
  expect(nextVersion({ ...create, body: { what: 5 } }, null, making())).toMatchObject({
    status: 'invalid',
    why: expect.stringMatching(/^what: /),
  });
  expect(nextVersion({ ...create, body: { what: 'x' }, occurredAt: 'soon' }, null, making())).toMatchObject({
    status: 'invalid',
    why: expect.stringMatching(/^occurredAt: /),
  });
});

test('an edit keeps what it does not change and is later than what it starts from', () => {
  const ahead = version(now + 5000, { audience: 'me', removed: 'withdrawn' });
  const made = nextVersion(
    { do: 'edit', id: recordId, kind: plan, base: ahead.rev, settles: [revOf(3), ahead.rev] },
    ahead,
    making(),
  );
  expect(made).toMatchObject({
    status: 'made',
    version: {
      base: ahead.rev,
      settles: [revOf(3)],
      body: ahead.body,
      audience: 'me',
      removed: 'withdrawn',
      author,
    },
  });
  expect(made.status === 'made' && made.version.rev > ahead.rev).toBe(true);
});

test('an edit never writes over what a newer app or another kind has made', () => {
  const newer = version(1, { schema: 2 });
  const edit = { do: 'edit', id: recordId, base: newer.rev, body: { what: 'x' } } as const;
  expect(nextVersion({ ...edit, kind: plan }, newer, making())).toMatchObject({ status: 'invalid' });
  expect(nextVersion({ ...edit, kind: talk }, version(1), making())).toMatchObject({ status: 'invalid' });
});

test("an edit of an older body brings it up to today's schema", () => {
  const plan2 = defineRecord({
    kind: 'plan',
    schema: 2,
    body: z.object({ title: z.string() }),
    upgrades: { 1: (body) => ({ title: z.object({ what: z.string() }).parse(body).what }) },
    summary: (body) => ({ title: { said: body.title } }),
    lines: () => [],
  });
  const made = nextVersion(
    { do: 'edit', id: recordId, kind: plan2, base: revOf(1), audience: 'me' },
    version(1),
    making(),
  );
  expect(made).toMatchObject({
    status: 'made',
    version: { schema: 2, body: { title: 'version 1' }, audience: 'me' },
  });
});

test('withdrawing, restoring and erasing', () => {
  const first = version(1);
  const withdrawn = nextVersion({ do: 'withdraw', id: recordId, base: first.rev }, first, making());
  expect(withdrawn).toMatchObject({ status: 'made', version: { removed: 'withdrawn', body: first.body } });
  const hidden = version(2, { removed: 'withdrawn' });
  const restored = nextVersion({ do: 'restore', id: recordId, base: hidden.rev }, hidden, making());
  expect(restored.status === 'made' && 'removed' in restored.version).toBe(false);
  const erased = nextVersion({ do: 'erase', id: recordId }, first, making());
  expect(erased).toMatchObject({
    status: 'made',
    version: { removed: 'erased', body: null, occurredAt: '2026-05-02T10:00:00.000Z' },
  });
});

test('what is not here or erased cannot be changed', () => {
  const tombstone = version(1, { removed: 'erased', body: null });
  expect(nextVersion({ do: 'erase', id: recordId }, null, making())).toEqual({ status: 'missing' });
  expect(nextVersion({ do: 'restore', id: recordId, base: tombstone.rev }, tombstone, making())).toEqual({
    status: 'missing',
  });
});
