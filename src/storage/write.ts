/** Writing: versions are made and sealed first, then one durable transaction keeps them all or none. */
import type { Clock } from '../core/clock.ts';
import type { Environment } from '../core/environment.ts';
import { gapsBehind, stillOpen } from '../core/gaps.ts';
import { nextVersion, type Making } from '../core/next-version.ts';
import type { Change, Owner, Store, WriteOutcome } from '../core/store.ts';
import type { Version } from '../core/version.ts';
import type { Connection } from './connection.ts';
import type { VaultDatabase, VersionRow } from './database.ts';
import { tablesOfRecords } from './find-records.ts';
import type { SeenDrafts } from './drafts.ts';
import { addedTo, directly, removedFrom, tell } from './directly.ts';
import { endDraft } from './end-draft.ts';
import {
  isShared,
  isTaken,
  placeVersions,
  tablesToPlace,
  toRecord,
  versionsNow,
  waiting,
  type Placed,
} from './place.ts';
import { reachIn, waitsOf, type Waits } from './reach.ts';
import { nameOf } from './sort-arrivals.ts';
import type { Turns } from './turns.ts';
import { envelopeOf, type VersionRows } from './version-rows.ts';

interface Writing {
  db: VaultDatabase;
  connection: Connection;
  rows: VersionRows;
  clock: Clock;
  environment: Environment;
  owner: Owner;
  turns: Turns;
  seen: SeenDrafts;
}

type Refusal = Extract<WriteOutcome, { status: 'invalid' | 'missing' }>;

export function createWrite(writing: Writing): Store['write'] {
  const { db, connection, rows, environment, turns, seen } = writing;

  async function write(changes: Change[], draft: string | undefined): Promise<WriteOutcome> {
    // 1. Make the versions.
    const made = await makeVersions(writing, changes);
    if (made.status !== 'made') return made;
    // 2. Seal them. They stay the same however often the next step has to be tried.
    const sealed = await Promise.all(made.versions.map((version) => rows.seal(version)));
    const addedAt = new Date(environment.now()).toISOString();
    // 3. One transaction. New records are simply added; else it looks again at what is here, for another tab may
    //    have written since.
    const ran = await connection.run(async () => {
      if (changes.every((change) => change.do === 'create') && (await added(sealed, draft, addedAt))) return;
      const refused: Refusal[] = [];
      try {
        await db.dexie.transaction('rw', tablesToPlace(db), async (transaction) => {
          if (draft !== undefined) endDraft(transaction.idbtrans.objectStore(db.drafts.name), seen, draft);
          const placed = await placeVersions(db, sealed, { same: () => true, addedAt });
          refused.push(...refusalsOf(changes, placed));
          if (refused.length > 0) transaction.abort();
        });
      } catch (error) {
        if (refused.length === 0) throw error;
      }
      return refused[0];
    });
    if (ran.status !== 'done') return ran;
    if (draft !== undefined) tell(removedFrom(db.drafts, draft));
    return ran.value ?? { status: 'saved', versions: made.versions };
  }

  /**
   * The short way for records that are not here yet: written without looking first, and past Dexie. False where one of the ids
   * is in use, also by an earlier try of the same write, and where the database has to be opened first.
   */
  async function added(sealed: VersionRow[], draft: string | undefined, addedAt: string): Promise<boolean> {
    const tables = [...tablesOfRecords(db), db.outbox, ...(draft === undefined ? [] : [db.drafts])];
    const records = sealed.map((row) => toRecord(row));
    const queued = sealed.filter(isShared).map((row) => waiting(row, addedAt));
    const tellAll = () => tell({ ...addedTo(db.records, records), ...addedTo(db.outbox, queued) });
    let packed = false;
    try {
      const kept = await directly(db.dexie, tables, (storeOf) => {
        // Asked first, so that all is undone before it is kept.
        for (const { id } of records) {
          const asked = storeOf(db.packs).index('ids').getKey(id);
          asked.addEventListener('success', () => {
            if (asked.result === undefined) return;
            packed = true;
            storeOf(db.packs).transaction.abort();
          });
        }
        for (const row of records) storeOf(db.records).add(row);
        for (const row of queued) storeOf(db.outbox).put(row);
        if (draft !== undefined) endDraft(storeOf(db.drafts), seen, draft);
      });
      if (kept) tellAll();
      return kept;
    } catch (error) {
      if (!packed && !isTaken(error)) throw error;
      // Where it was kept by a try that was never answered, nobody has been told yet.
      tellAll();
      return false;
    }
  }

  return (changes, ends) => {
    const draft = ends?.draft;
    return draft === undefined ? write(changes, draft) : turns.take(draft, () => write(changes, draft));
  };
}

async function makeVersions(
  { db, connection, rows, clock, environment, owner }: Writing,
  changes: readonly Change[],
): Promise<
  | { status: 'made'; versions: Version[] }
  | Refusal
  | { status: 'full' }
  | { status: 'unavailable'; why: string }
> {
  const ids = [...new Set(changes.filter((change) => change.do !== 'create').map((change) => change.id))];
  const ran = await connection.run(async () => {
    const here = await versionsNow(db, ids);
    return {
      here,
      waits: await waitsOf(
        db,
        ids.filter((id) => here.get(id)?.some(isShared)),
      ),
    };
  });
  if (ran.status !== 'done') return ran;
  const { here, waits } = ran.value;

  const making = { author: { id: owner.personId, role: owner.role }, clock, now: environment.now() };
  const versions: Version[] = [];
  for (const change of changes) {
    const before = here.get(change.id) ?? [];
    const from = await startOf(change, versions, before, rows);
    if (from.status !== 'found') return from;
    const answers = answersAmong(
      before,
      versions.filter(({ id }) => id === change.id),
      waits,
    );
    const next = nextVersion(change, from.version, { ...making, last: before[0]?.rev, answers });
    if (next.status === 'missing') return { status: 'missing', id: change.id };
    if (next.status === 'invalid') return next;
    versions.push(next.version);
  }
  return { status: 'made', versions };
}

/**
 * What a version names besides its base: of what is handed on with the change, and of what others may have. `before` are the
 * versions that are here, `made` those made by the same write.
 */
function answersAmong(
  before: readonly VersionRow[],
  made: readonly Version[],
  { queued, underWay }: Waits,
): NonNullable<Making['answers']> {
  const next = made.map((version) => ({
    ...envelopeOf(version),
    attachments: [],
    sealed: new ArrayBuffer(),
  }));
  const known: VersionRow[] = [...before, ...next];
  const waits = {
    queued: new Map([...queued, ...next.map((row) => [nameOf(row), waiting(row, '')] as const)]),
    underWay,
  };
  return ({ base, audience, settles }) => {
    const open = stillOpen(base, settles, known);
    const direct = [base, ...open];
    const ends = audience === 'me' && known.some((row) => isShared(row) && direct.includes(row.rev));
    // What stays private is nobody else's matter.
    if (audience === 'me' && !ends) return open;
    return [...open, ...gapsBehind(direct, known, reachIn(known, waits, ends))];
  };
}

type Start = { status: 'found'; version: Version | null } | Refusal;

/** The version a change starts from: among those made by the same write, or opened from its row. */
async function startOf(
  change: Change,
  made: readonly Version[],
  here: readonly VersionRow[],
  rows: VersionRows,
): Promise<Start> {
  if (change.do === 'create') return { status: 'found', version: null };
  const fresh = [...made]
    .reverse()
    .find((version) => version.id === change.id && (change.do === 'erase' || version.rev === change.base));
  if (fresh) return { status: 'found', version: fresh };
  if (change.do === 'erase') return { status: 'found', version: startOfErasing(here) };
  const row = here.find((version) => version.rev === change.base);
  if (!row) return { status: 'missing', id: change.id };
  const opened = await rows.open(row);
  if ('damaged' in opened) {
    // Written wholly anew, it needs none of what cannot be opened; that stays in the history.
    if (change.do === 'edit' && change.body !== undefined) return { status: 'found', version: unopened(row) };
    return { status: 'invalid', why: `damaged: ${opened.damaged}` };
  }
  return { status: 'found', version: opened.written };
}

/** Erasing needs no body, so that what is damaged can be erased too. Who ever heard of it must hear of its end. */
function startOfErasing(here: readonly VersionRow[]): Version | null {
  const [current] = here;
  if (!current) return null;
  const audience = here.some((version) => version.audience === 'team') ? 'team' : 'me';
  return { ...unopened(current), audience };
}

/** What of a version is in the clear. */
function unopened(row: VersionRow): Version {
  return { ...envelopeOf(row), author: { id: '', role: 'participant' }, body: null };
}

/** What another tab did in between can make a change impossible. */
function refusalsOf(changes: readonly Change[], placed: ReadonlyMap<string, Placed>): Refusal[] {
  return changes.flatMap((change): Refusal[] => {
    const result = placed.get(change.id);
    if (!result) return [];
    const taken = change.do === 'create' && result.before.length > 0 && result.known.length === 0;
    if (taken) return [{ status: 'invalid', why: `id ${change.id} is in use` }];
    const erasedMeanwhile = result.before.some((row) => row.removed === 'erased');
    return erasedMeanwhile && result.known.length === 0 ? [{ status: 'missing', id: change.id }] : [];
  });
}
