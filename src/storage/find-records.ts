/**
 * Where the current version of a record stands: in a row of its own, or in a pack (decision 020). Who reads records asks here,
 * and need not know; all of it inside a transaction over both tables, for a record may move from a pack to its own row.
 */
import type { Table, WhereClause } from 'dexie';
import type { PackRow, RecordRow, VaultDatabase } from './database.ts';
import { compare, without } from './packs.ts';
import { zoneHere } from './zone.ts';

/** Where each of some packs has so many of what is asked for, they are read without asking for each. */
const MEMBERS = 8;

/** Records by id, and the packs that some of them stand in. */
export interface FoundRecords {
  rows: Map<string, RecordRow>;
  packs: PackRow[];
}

/** The tables of records, to be named by each transaction that reads them. */
export function tablesOfRecords(db: VaultDatabase): Table[] {
  return [db.records, db.packs];
}

export async function findRecord(db: VaultDatabase, id: string): Promise<RecordRow | undefined> {
  const inZone = zoneHere();
  const row = await db.records.get(id);
  if (row) return row;
  const pack = await inZone(() => db.packs.where('ids').equals(id).first());
  return pack?.rows.find((member) => member.id === id);
}

/** Those of some records that are here. */
export async function findRecords(db: VaultDatabase, ids: readonly string[]): Promise<FoundRecords> {
  const inZone = zoneHere();
  const single = await db.records.bulkGet([...ids]);
  return inZone(() => withPacked(db, ids, single));
}

/** The records of some ids, in that order: a range is asked where few others stand between them. */
export async function recordsOf(
  db: VaultDatabase,
  ids: readonly string[],
): Promise<(RecordRow | undefined)[]> {
  const inZone = zoneHere();
  const most = mostBetween(ids);
  const between = await spanOf(db.records.where('id'), ids).limit(most).toArray();
  const single = between.length === most ? await inZone(() => db.records.bulkGet([...ids])) : between;
  const { rows } = await inZone(() => withPacked(db, ids, single));
  return ids.map((id) => rows.get(id));
}

/** Looks into packs for those alone that have no row of their own. */
async function withPacked(
  db: VaultDatabase,
  ids: readonly string[],
  single: readonly (RecordRow | undefined)[],
): Promise<FoundRecords> {
  const rows = new Map(single.flatMap((row) => (row ? [[row.id, row] as const] : [])));
  const missing = new Set(ids.filter((id) => !rows.has(id)));
  const packs = missing.size > 0 ? await packsOf(db, [...missing]) : [];
  for (const row of packs.flatMap((pack) => pack.rows)) if (missing.has(row.id)) rows.set(row.id, row);
  return { rows, packs };
}

/** All packs that some records stand in; perhaps with others, where few packs hold what stands between them. */
export async function packsOf(db: VaultDatabase, ids: readonly string[]): Promise<PackRow[]> {
  const inZone = zoneHere();
  const most = mostBetween(ids);
  const between = await spanOf(db.packs.where('ids'), ids).limit(most).primaryKeys();
  const few = between.length < most && new Set(between).size * MEMBERS <= ids.length;
  const places = few ? between : await inZone(() => placesOf(db, ids));
  if (places.length === 0) return [];
  const packs = await inZone(() => db.packs.bulkGet([...new Set(places)]));
  return packs.filter((pack) => pack !== undefined);
}

/** The places of the packs of some records. Side by side: from one key to the next would be a wait each. */
export async function placesOf(db: VaultDatabase, ids: readonly string[]): Promise<number[]> {
  const places = await Promise.all(ids.map((id) => db.packs.where('ids').equals(id).limit(1).primaryKeys()));
  return places.flat();
}

/** So many records after one of them, in the order of their ids. */
export async function recordsAfter(db: VaultDatabase, after: string, limit: number): Promise<RecordRow[]> {
  const inZone = zoneHere();
  const [single, places] = await Promise.all([
    db.records.where('id').above(after).limit(limit).toArray(),
    db.packs.where('ids').above(after).limit(limit).primaryKeys(),
  ]);
  if (places.length === 0) return single;
  const packs = await inZone(() => db.packs.bulkGet([...new Set(places)]));
  const members = packs.flatMap((pack) => pack?.rows ?? []).filter(({ id }) => id > after);
  // There is a place for each that is among the first: what else is in their packs may have others before it.
  const first = members.sort(byId).slice(0, places.length);
  return [...single, ...first].sort(byId).slice(0, limit);
}

/** Takes records that changed out of their packs: what stood there of them is no more. To be waited for. */
export function takeOut(
  db: VaultDatabase,
  packs: readonly PackRow[],
  ids: ReadonlySet<string>,
): PromiseLike<unknown>[] {
  const changed = without(packs, ids);
  const left = changed.flatMap((pack) => pack.left ?? []);
  const empty = changed.filter((pack) => pack.left === null).map(({ place }) => place);
  return [
    ...(left.length > 0 ? [db.packs.bulkPut(left)] : []),
    ...(empty.length > 0 ? [db.packs.bulkDelete(empty)] : []),
  ];
}

/** A range is read to so many rows: beyond that, too many others stand in it. */
export function mostBetween(keys: readonly unknown[]): number {
  return 2 * keys.length + 10;
}

/** From the first to the last of some ids. */
export function spanOf<Row, Key>(index: WhereClause<Row, Key>, ids: readonly string[]) {
  let [first = '', last = ''] = [ids[0], ids[0]];
  for (const id of ids) {
    if (id < first) first = id;
    if (id > last) last = id;
  }
  return index.between(first, last, true, true);
}

function byId(a: RecordRow, b: RecordRow): number {
  return compare(a.id, b.id);
}
