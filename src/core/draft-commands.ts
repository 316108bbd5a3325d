/** What becomes of a draft: a new record, or the next version of one. Done twice it is done once, and no words are lost. */
import { sameContents } from './canonical-json.ts';
import type { RecordKind } from './define-record.ts';
import type { Change, Store, WriteOutcome } from './store.ts';
import type { Audience, Version } from './version.ts';

type Creation = Extract<Change, { do: 'create' }>;

/**
 * Creates a record and ends the draft `key`. Where the record is here already, because it was finished in another window
 * or just before the phone went away, the same words are taken as saved, and other words become its next version.
 */
export async function finishNew(store: Store, creation: Creation, key: string): Promise<WriteOutcome> {
  const outcome = await store.write([creation], { draft: key });
  if (outcome.status !== 'invalid') return outcome;
  const found = await store.get(creation.id);
  if (found?.status !== 'ok' || found.version.kind !== creation.kind.kind) return outcome;
  const { kind, body, audience, occurredAt } = creation;
  return finishChange(store, { kind, now: found.version, body, audience, occurredAt }, key);
}

export interface ChangeOfRecord<Body> {
  kind: RecordKind<Body>;
  /** The record as it stands now. */
  now: Version;
  /** The rev that was looked at when the change was begun; the one standing now when left out. */
  base?: string | undefined;
  /** Rival revs that were put together in what was looked at. */
  settles?: string[] | undefined;
  body: unknown;
  /** These two: as they are, when left out. */
  audience?: Audience | undefined;
  occurredAt?: string | undefined;
}

/** Makes the next version of a record and ends the draft `key`. Where nothing is different, no version is made. */
export async function finishChange<Body>(
  store: Store,
  { kind, now, base = now.rev, settles = [], body, audience, occurredAt }: ChangeOfRecord<Body>,
  key: string,
): Promise<WriteOutcome> {
  const same =
    base === now.rev &&
    settles.length === 0 &&
    (audience ?? now.audience) === now.audience &&
    (occurredAt ?? now.occurredAt) === now.occurredAt &&
    sameContents(body, now.body);
  if (same) {
    const dropped = await store.dropDraft(key);
    return dropped.status === 'saved' ? { status: 'saved', versions: [] } : dropped;
  }
  const kept = { ...(audience ? { audience } : {}), ...(occurredAt ? { occurredAt } : {}) };
  return store.write([{ do: 'edit', id: now.id, kind, base, settles, body, ...kept }], { draft: key });
}
