/** What can be done to a record of any kind: hide it, bring it back, erase it, share it, settle its rivals. */
import type { RecordKind } from './define-record.ts';
import { standing } from './merge-versions.ts';
import type { Change, Found, Store, WriteOutcome } from './store.ts';
import type { Audience, Version } from './version.ts';
import { isByOwner, notTheirs } from './whose-words.ts';

/** Hides the record from the story and keeps it. `kind` is left out where this app does not know it. */
export async function withdraw(store: Store, version: Version, kind?: RecordKind): Promise<WriteOutcome> {
  const alone = await standAlone(store, version, kind);
  if (alone.status !== 'alone') return alone;
  return store.write([{ do: 'withdraw', id: version.id, base: alone.rev }]);
}

/** Takes a withdrawal back. */
export async function restore(store: Store, version: Version, kind?: RecordKind): Promise<WriteOutcome> {
  const alone = await standAlone(store, version, kind);
  if (alone.status !== 'alone') return alone;
  return store.write([{ do: 'restore', id: version.id, base: alone.rev }]);
}

/** Removes every version, photo and recording of the record for good. Works on what cannot be read as well. */
export function erase(store: Store, id: string): Promise<WriteOutcome> {
  return store.write([{ do: 'erase', id }]);
}

/** Shares one record with the team, or makes it private again. Does nothing else to it. */
export async function changeAudience(
  store: Store,
  version: Version,
  audience: Audience,
  kind: RecordKind,
): Promise<WriteOutcome> {
  const alone = await standAlone(store, version, kind);
  if (alone.status !== 'alone') return alone;
  return store.write([{ do: 'edit', id: version.id, kind, base: alone.rev, audience }]);
}

/** How rivals are to end. `rest` are the other versions standing beside `chosen`. */
export interface Settlement {
  kind: RecordKind;
  /** Whose words, day and audience count from now on. The others stay in the history. */
  chosen: Version;
  rest: readonly Pick<Version, 'rev'>[];
  /** Instead of the chosen one's words: what was put together of all. */
  body?: unknown;
  occurredAt?: string | undefined;
  audience?: Audience | undefined;
  /** Words that are to live on as entries of their own, each with the id of its new record. */
  apart?: readonly { id: string; version: Version }[] | undefined;
}

/** Ends rivalry in one write: one version answers all, and where asked the others live on as entries of their own. */
export function settleRivals(store: Store, settlement: Settlement): Promise<WriteOutcome> {
  const { kind, chosen, rest, body, occurredAt, audience, apart = [] } = settlement;
  const answer: Change = {
    do: 'edit',
    id: chosen.id,
    kind,
    base: chosen.rev,
    settles: rest.map((version) => version.rev),
    ...(body === undefined ? {} : { body }),
    ...(occurredAt === undefined ? {} : { occurredAt }),
    ...(audience === undefined ? {} : { audience }),
  };
  const entries = apart.map(({ id, version }): Change => {
    const { subject, occurredAt: day, audience: seenBy } = version;
    return { do: 'create', id, kind, subject, body: version.body, occurredAt: day, audience: seenBy };
  });
  return store.write([answer, ...entries]);
}

/** Versions of a history that could be read, newest first. */
export function readable(history: readonly Found[]): Version[] {
  return history.flatMap((found) => (found.status === 'ok' ? [found.version] : []));
}

/**
 * What is read as one may be put together of several versions. A step that is not about fields would tear them
 * apart again, so what was put together is written down first.
 */
async function standAlone(
  store: Store,
  version: Version,
  kind: RecordKind | undefined,
): Promise<{ status: 'alone'; rev: string } | Exclude<WriteOutcome, { status: 'saved' }>> {
  if (!isByOwner(store.owner, version)) return notTheirs;
  if (!kind || kind.spoken) return { status: 'alone', rev: version.rev };
  const rivals = standing(readable(await store.history(version.id)))?.rivals ?? [];
  const rest = rivals.filter((rival) => rival.rev !== version.rev);
  if (rest.length === 0) return { status: 'alone', rev: version.rev };
  const { body, occurredAt } = version;
  const outcome = await settleRivals(store, { kind, chosen: version, rest, body, occurredAt });
  if (outcome.status !== 'saved') return outcome;
  return { status: 'alone', rev: outcome.versions[0]?.rev ?? version.rev };
}
