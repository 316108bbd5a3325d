/** What becomes of a draft: a new record, or the next version of one. Done twice it is done once, and no words are lost. */
import { sameContents } from './canonical-json.ts';
import type { RecordKind } from './define-record.ts';
import { parents } from './merge-versions.ts';
import type { Change, Store, WriteOutcome } from './store.ts';
import type { Audience, Version } from './version.ts';
import { isByOwner, notTheirs } from './whose-words.ts';

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
  const { kind, body, occurredAt } = creation;
  // As it was created, nothing was chosen since: taken back meanwhile, it stays so. What is for oneself never goes further.
  const first = (await store.history(creation.id)).at(-1);
  const asCreated = first?.status === 'ok' && first.version.audience === creation.audience;
  const audience = asCreated && creation.audience === 'team' ? undefined : creation.audience;
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

/**
 * Makes the next version of a record and ends the draft `key`. Where nothing is different, no version is made. Where the
 * record was only shared or hidden since the change was begun, the change goes on top of that and is no rival to it. Words of
 * somebody else are refused.
 */
export async function finishChange<Body>(
  store: Store,
  change: ChangeOfRecord<Body>,
  key: string,
): Promise<WriteOutcome> {
  const { kind, now, body } = change;
  if (!isByOwner(store.owner, now)) return notTheirs;
  const begun = await versionAt(store, now, change.base ?? now.rev);
  const onTop = begun !== null && sameWords(begun, now);
  const base = onTop || change.base === undefined ? now.rev : change.base;
  const settles = await unanswered(store, now, change.settles ?? []);
  const audience = audienceOf(change, begun, base === now.rev);
  const { occurredAt = now.occurredAt } = change;
  const nothingNew =
    base === now.rev &&
    settles.length === 0 &&
    (audience ?? now.audience) === now.audience &&
    sameWords({ body, occurredAt }, now);
  if (nothingNew) {
    const dropped = await store.dropDraft(key);
    return dropped.status === 'saved' ? { status: 'saved', versions: [] } : dropped;
  }
  const said = change.occurredAt === undefined ? {} : { occurredAt };
  const seen = audience === undefined ? {} : { audience };
  // Hidden or brought back meanwhile, it stays so.
  const hidden = base === now.rev ? {} : { withdrawn: now.removed === 'withdrawn' };
  const edit: Change = { do: 'edit', id: now.id, kind, base, settles, body, ...said, ...seen, ...hidden };
  return store.write([edit], { draft: key });
}

/**
 * For whose eyes the change is; undefined where it is as in the version it is made from. Only a choice made in this form
 * overrules one made meanwhile. Without one, a rival of what stands now is shared only where both were.
 */
function audienceOf(
  { now, audience }: ChangeOfRecord<unknown>,
  begun: Version | null,
  onTop: boolean,
): Audience | undefined {
  if (audience !== undefined && begun !== null && audience !== begun.audience) return audience;
  if (onTop) return now.audience;
  return [now.audience, begun?.audience, audience].includes('me') ? 'me' : audience;
}

/** Of the revs handed on, those that no version answers yet. A record that was settled once hands on what it settled. */
async function unanswered(store: Store, { id }: Version, handedOn: readonly string[]): Promise<string[]> {
  if (handedOn.length === 0) return [];
  const history = await store.history(id);
  const answered = history.flatMap((one) => (one.status === 'damaged' ? [] : parents(one.version)));
  return handedOn.filter((rev) => !answered.includes(rev));
}

/** The version with that rev; null where it is not here or cannot be opened. */
async function versionAt(store: Store, now: Version, rev: string): Promise<Version | null> {
  if (rev === now.rev) return now;
  const history = await store.history(now.id);
  return (
    history.flatMap((one) => (one.status === 'ok' ? [one.version] : [])).find((one) => one.rev === rev) ??
    null
  );
}

type Words = Pick<Version, 'body' | 'occurredAt'>;

function sameWords(one: Words, other: Words): boolean {
  return one.occurredAt === other.occurredAt && sameContents(one.body, other.body);
}
