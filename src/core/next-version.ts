/** What a change makes of a record: its next version. Pure but for the clock and the time handed in. */
import type { Clock } from './clock.ts';
import { readBody } from './define-record.ts';
import { parents } from './merge-versions.ts';
import type { Change } from './store.ts';
import { versionSchema, type Audience, type Version } from './version.ts';

export interface Making {
  author: Version['author'];
  clock: Clock;
  /** Milliseconds since 1970. */
  now: number;
  /** The greatest rev of the record that is known here; the new one is greater. */
  last?: string | undefined;
  /** The revs that it answers besides its base, of those handed on with the change and of all that others may have. */
  answers?: (made: Pick<Version, 'audience'> & { base: string; settles: readonly string[] }) => string[];
}

export type NextOutcome =
  { status: 'made'; version: Version } | { status: 'missing' } | { status: 'invalid'; why: string };

/**
 * The version that `change` makes. `from` is the version it starts from, body as it was written: the one with
 * the rev `base`, for 'erase' any version of the record, for 'create' none.
 * 'missing' where there is nothing to start from or it is erased; 'invalid' where the body does not fit its kind.
 */
export function nextVersion(change: Change, from: Version | null, making: Making): NextOutcome {
  const recordedAt = new Date(making.now).toISOString();
  if (change.do === 'create') {
    const body = readBody(change.kind, change.kind.schema, change.body);
    if (body.status !== 'ok') return refuse(body);
    return finish(making, {
      id: change.id,
      base: null,
      kind: change.kind.kind,
      schema: change.kind.schema,
      subject: change.subject,
      occurredAt: change.occurredAt ?? recordedAt,
      recordedAt,
      audience: change.audience ?? 'me',
      body: body.body,
    });
  }

  if (!from || from.removed === 'erased') return { status: 'missing' };
  const { author: _author, rev: _rev, settles: _settles, removed, ...kept } = from;
  const next = { ...kept, base: from.rev, recordedAt };
  const answering = (audience: Audience, handedOn: readonly string[] = []) => {
    const given = { base: from.rev, audience, settles: handedOn.filter((rev) => rev !== from.rev) };
    const settles = making.answers?.(given) ?? given.settles;
    return settles.length > 0 ? { settles: [...settles] } : {};
  };

  switch (change.do) {
    case 'edit': {
      if (change.kind.kind !== from.kind)
        return { status: 'invalid', why: `${from.kind} is no ${change.kind.kind}` };
      // A body this app does not fully understand is not written over with one it does.
      if (from.schema > change.kind.schema) return { status: 'invalid', why: 'made by a newer app' };
      const body =
        change.body === undefined
          ? readBody(change.kind, from.schema, from.body)
          : readBody(change.kind, change.kind.schema, change.body);
      if (body.status !== 'ok') return refuse(body);
      const audience = change.audience ?? from.audience;
      const withdrawn = change.withdrawn ?? removed === 'withdrawn';
      return finish(making, {
        ...next,
        ...(withdrawn && { removed: 'withdrawn' }),
        ...answering(audience, change.settles),
        schema: change.kind.schema,
        occurredAt: change.occurredAt ?? from.occurredAt,
        audience,
        body: body.body,
      });
    }
    case 'withdraw':
      return finish(making, { ...next, ...answering(from.audience), removed: 'withdrawn' });
    case 'restore':
      return finish(making, { ...next, ...answering(from.audience) });
    case 'erase': {
      // Nothing of it is told any more, not even when it happened, nor what a newer app said besides.
      const { id, kind, schema, subject, audience } = from;
      const end = { id, base: from.rev, kind, schema, subject, audience, body: null };
      return finish(making, { ...end, occurredAt: recordedAt, recordedAt, removed: 'erased' });
    }
  }
}

function refuse(outcome: { status: 'newer' } | { status: 'damaged'; why: string }): NextOutcome {
  return { status: 'invalid', why: outcome.status === 'newer' ? 'made by a newer app' : outcome.why };
}

function finish({ clock, last, author }: Making, parts: Omit<Version, 'rev' | 'author'>): NextOutcome {
  const after = last === undefined ? parents(parts) : [...parents(parts), last];
  const version: Version = { ...parts, rev: clock.tick(after), author };
  const checked = versionSchema.safeParse(version);
  if (checked.success) return { status: 'made', version };
  const issue = checked.error.issues[0];
  return { status: 'invalid', why: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}` };
}
