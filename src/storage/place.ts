/** Puts sealed versions where they belong: current, history, outbox. Runs inside one transaction of the caller. */
import { Dexie, type Table } from 'dexie';
import { recordChangedIn } from '../core/draft-key.ts';
import { mergeVersions, standing, type Merge } from '../core/merge-versions.ts';
import type { OutboxRow, RecordRow, VaultDatabase, VersionRow } from './database.ts';
import { findRecords, packsOf, takeOut, tablesOfRecords, type FoundRecords } from './find-records.ts';
import { draftRows } from './drafts.ts';
import { removeDraft } from './end-draft.ts';
import { addressOf } from './outbox-rows.ts';
import { mayBeThere, othersMayHave } from './seen.ts';
import { dropUnused } from './sweep.ts';
import { underWayIn } from './under-way.ts';
import { toHistory } from './version-rows.ts';

export interface Placed extends Merge<VersionRow> {
  /** What was here before. */
  before: VersionRow[];
}

interface Placing {
  /** Whether two rows of one id and rev have the same contents. */
  same: (kept: VersionRow, arrived: VersionRow) => boolean;
  /** Rows here that cannot be opened and are to give way to what arrives in their place. */
  broken?: (row: VersionRow) => boolean;
  /** Moment of queueing. Left out where what arrives is not to be sent on from here. */
  addedAt?: string;
}

/** The tables of the transaction that placing runs in. */
export function tablesToPlace(db: VaultDatabase): Table[] {
  return [...tablesOfRecords(db), db.history, db.outbox, db.sending, db.attachments, db.drafts, db.meta];
}

/**
 * Merges `arriving` into what is here, record by record, and writes what changed. Doing it again changes nothing.
 * Must run in a readwrite transaction over `tablesToPlace`.
 */
export async function placeVersions(
  db: VaultDatabase,
  arriving: readonly VersionRow[],
  { same, broken = () => false, addedAt }: Placing,
): Promise<Map<string, Placed>> {
  const byRecord = groupByRecord(arriving);
  const found = await findRecords(db, [...byRecord.keys()]);
  const here = await versionsOf(db, found);
  const placed = new Map<string, Placed>();
  const erased: Placed[] = [];
  const current: RecordRow[] = [];
  const history: VersionRow[] = [];
  const outbox: OutboxRow[] = [];

  for (const [id, rows] of byRecord) {
    const before = (here.get(id) ?? []).filter((row) => !broken(row));
    const merge: Placed = { ...mergeVersions(before, rows, same), before };
    placed.set(id, merge);
    const stands = standing(merge.versions);
    if (merge.added.length === 0 || !stands) continue;
    if (stands.current.removed === 'erased') erased.push(merge);
    const hidden = [stands.current, ...stands.rivals].some((row) => row.envelope === true);
    current.push(toRecord(stands.current, stands.rivals.length, hidden));
    // Versions that stay in history are there already; the one that was current may have to move.
    const moved = new Set([...merge.added, ...before.filter((row) => 'rivals' in row)]);
    const back = before.filter((row) => isTakenBack(row, merge.added));
    const over =
      addedAt !== undefined && merge.added.some((row) => isPrivate(row) || row.removed === 'erased');
    // Asked while what waits is still there. Not awaited for nothing, as below.
    const seen = over && before.some(isShared) && (await othersMayHave(db, before));
    const mayBeSeen = back.length === 0 || (await takeBack(db, back, moved));
    if (addedAt !== undefined) {
      const leaving = merge.added
        .filter((row) => mayLeave(row, merge) && !isTakenBack(row, merge.versions))
        .filter((row) => mayBeSeen || !isPrivate(row));
      const answered = new Set(merge.added.flatMap(({ base, settles = [] }) => [base, ...settles]));
      const mended = before.filter((row) => isShared(row) && !back.includes(row) && answered.has(row.rev));
      if (mended.length > 0) await dropRefused(db, mended, moved);
      outbox.push(...leaving.map((row) => waiting(row, addedAt, seen)));
    }
    history.push(...merge.versions.filter((row) => row !== stands.current && moved.has(row)).map(toHistory));
  }

  for (const { before } of erased) await removeTraces(db, before);
  const ids = new Set(erased.flatMap(({ before }) => before.map(({ id }) => id)));
  // Of what is erased nothing may be left, also where it were in a pack and beside it.
  const further = ids.size > 0 ? await packsOf(db, [...ids]) : [];
  // Not awaited for nothing: a promise that waits for no row ends the transaction's zone.
  const shownInDrafts = ids.size > 0 ? await removeDrafts(db, ids) : [];
  await Promise.all([
    db.records.bulkPut(current),
    ...takeOut(db, [...found.packs, ...further], new Set(current.map(({ id }) => id))),
    history.length > 0 && db.history.bulkPut(history),
    outbox.length > 0 && db.outbox.bulkPut(outbox),
  ]);
  await dropUnused(db, [
    ...erased.flatMap(({ before, absorbed }) => [...before, ...absorbed].flatMap((row) => row.attachments)),
    ...shownInDrafts,
  ]);
  return placed;
}

/** Whether adding failed because one of them is here. */
export function isTaken(error: unknown): boolean {
  if (error instanceof Dexie.BulkError) return error.failures.some(({ name }) => name === 'ConstraintError');
  return error instanceof Error && error.name === 'ConstraintError';
}

/** Every version of some records, as it is at one moment; of each the current one first. */
export async function versionsNow(
  db: VaultDatabase,
  ids: readonly string[],
): Promise<Map<string, VersionRow[]>> {
  if (ids.length === 0) return new Map();
  return db.dexie.transaction('r', [...tablesOfRecords(db), db.history], async () =>
    versionsOf(db, await findRecords(db, ids)),
  );
}

async function versionsOf(db: VaultDatabase, { rows }: FoundRecords): Promise<Map<string, VersionRow[]>> {
  const found = await Promise.all(
    [...rows.values()].map(async (row): Promise<[string, VersionRow[]]> => [
      row.id,
      [row, ...(await historyOf(db, row.id))],
    ]),
  );
  return new Map(found);
}

/** The earlier and rival versions of a record, oldest first. */
export function historyOf(db: VaultDatabase, id: string): PromiseLike<VersionRow[]> {
  return db.history.where('[id+rev]').between([id, Dexie.minKey], [id, Dexie.maxKey]).toArray();
}

/**
 * What is private never leaves. A version that ends the sharing of an earlier one does: others have to hear of it.
 */
function mayLeave(row: VersionRow, { versions, before }: Placed): boolean {
  if (row.audience === 'team') return true;
  if (row.removed === 'erased') return before.some((earlier) => earlier.audience === 'team');
  const answered = [row.base, ...(row.settles ?? [])];
  return versions.some((earlier) => answered.includes(earlier.rev) && earlier.audience === 'team');
}

function key({ id, rev }: { id: string; rev: string }): [id: string, rev: string] {
  return [id, rev];
}

export function isShared(row: VersionRow): boolean {
  return row.audience === 'team';
}

export function isPrivate(row: VersionRow): boolean {
  return row.audience === 'me' && row.removed !== 'erased';
}

/** Whether it was shared and one of `versions` took that back: its words are not told anew, also where shared again. */
export function isTakenBack(row: VersionRow, versions: readonly VersionRow[]): boolean {
  return isShared(row) && versions.some((later) => isPrivate(later) && later.rev > row.rev);
}

/**
 * Takes the versions of a share that is over out of the outbox: what has not left by now is not to leave any more. Those
 * that no endpoint can have are marked, and put to those that are `moved`. Says whether any other may have been sent.
 */
async function takeBack(
  db: VaultDatabase,
  shared: readonly VersionRow[],
  moved: Set<VersionRow>,
): Promise<boolean> {
  const keys = shared.map(key);
  const [queued, sending] = await Promise.all([
    db.outbox.bulkGet(keys),
    db.sending.toArray(),
    db.outbox.bulkDelete(keys),
  ]);
  const underWay = new Set(sending.flatMap(underWayIn));
  let sent = false;
  for (const [at, row] of shared.entries()) {
    const here = queued[at];
    const by = Object.values(here?.by ?? {});
    const mayHaveLeft = !here || underWay.has(`${row.id} ${row.rev}`);
    if (row.unsent !== 'never-left' && (mayHaveLeft || here.by)) sent = true;
    if (mayHaveLeft || by.some(mayBeThere)) continue;
    row.unsent = here.by ? 'refused' : 'never-left';
    moved.add(row);
  }
  return sent;
}

/** What was refused and is written anew waits for nobody any more. */
async function dropRefused(
  db: VaultDatabase,
  mended: readonly VersionRow[],
  moved: Set<VersionRow>,
): Promise<void> {
  const queued = await db.outbox.bulkGet(mended.map(key));
  const over = mended.filter((row, at) => {
    const by = Object.values(queued[at]?.by ?? {});
    if (!by.some(({ state }) => state === 'refused')) return false;
    if (!by.some(mayBeThere)) {
      row.unsent = 'refused';
      moved.add(row);
    }
    return true;
  });
  if (over.length > 0) await db.outbox.bulkDelete(over.map(key));
}

/** Every trace of an erased record but its attachments, which others may refer to. */
async function removeTraces(db: VaultDatabase, before: readonly VersionRow[]): Promise<void> {
  const keys = before.map(key);
  await Promise.all([db.history.bulkDelete(keys), db.outbox.bulkDelete(keys)]);
}

/** Drafts in which erased records were being changed hold their words too. Gives the attachments those referred to. */
async function removeDrafts(db: VaultDatabase, ids: ReadonlySet<string>): Promise<string[]> {
  const drafts = await draftRows(db)
    .filter(({ key }) => ids.has(recordChangedIn(key) ?? ''))
    .toArray();
  for (const { key } of drafts) await removeDraft(db, key);
  return drafts.flatMap(({ attachments }) => attachments);
}

export function toRecord(row: VersionRow, rivals = 0, hidden = row.envelope === true): RecordRow {
  return { ...toHistory(row), rivals, ...(row.removed !== 'erased' && !hidden && { at: row.occurredAt }) };
}

/** The outbox row of a version that no connection has yet. `seen`: others may have what it takes back or erases. */
export function waiting(row: VersionRow, addedAt: string, seen = false): OutboxRow {
  const { rev } = row;
  return {
    ...addressOf(row),
    rev,
    ...(isPrivate(row) && { envelopeOnly: true }),
    ...((isPrivate(row) || row.removed === 'erased') && { ends: seen ? 'seen' : 'unseen' }),
    addedAt,
  };
}

function groupByRecord(rows: readonly VersionRow[]): Map<string, VersionRow[]> {
  const groups = new Map<string, VersionRow[]>();
  for (const row of rows) {
    const group = groups.get(row.id);
    if (group) group.push(row);
    else groups.set(row.id, [row]);
  }
  return groups;
}
