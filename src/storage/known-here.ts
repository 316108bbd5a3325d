/**
 * Which records are here, for the taking in of pages; kept in memory while big ones come, for asking for each of their records
 * would take longer than adding it.
 */
import type { VaultDatabase } from './database.ts';
import { mostBetween, placesOf, spanOf, tablesOfRecords } from './find-records.ts';
import { zoneHere } from './zone.ts';

export interface KnownHere {
  ids: Set<string>;
  /** What stands in packs up to this place is among them; a pack that comes later has a greater one. */
  upTo: number;
}

export function readKnown(db: VaultDatabase): PromiseLike<KnownHere> {
  return db.dexie.transaction('r', tablesOfRecords(db), async () => {
    const [single, members, places] = await Promise.all([
      db.records.toCollection().primaryKeys(),
      db.packs.orderBy('ids').keys(),
      db.packs.toCollection().primaryKeys(),
    ]);
    return { ids: new Set([...single, ...members.map(String)]), upTo: places.at(-1) ?? 0 };
  });
}

/** To be called once records of a page were added, with the last place that was given to a pack of them. */
export function noteAdded(known: KnownHere, ids: readonly string[], place = known.upTo): void {
  for (const id of ids) known.ids.add(id);
  known.upTo = Math.max(known.upTo, place);
}

/** Whether none of these records is here. Asked once, in the transaction that adds them, it spares the browser to look for each. */
export async function noneHere(
  db: VaultDatabase,
  ids: readonly string[],
  known: KnownHere | null,
): Promise<boolean> {
  if (ids.length === 0) return true;
  const inZone = zoneHere();
  const [single, packed] = await Promise.all([
    inZone(() => anySingle(db, ids)),
    inZone(() => (known ? anyPackedSince(db, ids, known) : anyPacked(db, ids))),
  ]);
  return !single && !packed;
}

/** A range is asked; each of them only where too many others stand in it. */
async function anySingle(db: VaultDatabase, ids: readonly string[]): Promise<boolean> {
  const inZone = zoneHere();
  const most = mostBetween(ids);
  const between = await spanOf(db.records.where('id'), ids).limit(most).primaryKeys();
  const asked = new Set(ids);
  if (between.length < most) return between.some((id) => asked.has(id));
  const each = await inZone(() =>
    Promise.all(ids.map((id) => db.records.where('id').equals(id).limit(1).primaryKeys())),
  );
  return each.some((found) => found.length > 0);
}

async function anyPacked(db: VaultDatabase, ids: readonly string[]): Promise<boolean> {
  const inZone = zoneHere();
  const between = await spanOf(db.packs.where('ids'), ids).limit(1).primaryKeys();
  if (between.length === 0) return false;
  return (await inZone(() => placesOf(db, ids))).length > 0;
}

/** Of packs, only those that another window or page has brought since are looked at. */
async function anyPackedSince(db: VaultDatabase, ids: readonly string[], known: KnownHere): Promise<boolean> {
  const since = await db.packs.where(':id').above(known.upTo).toArray();
  for (const pack of since) noteAdded(known, pack.ids, pack.place);
  return ids.some((id) => known.ids.has(id));
}
