/** What of a page that arrived is here already, and what is new. Done before the transaction, for it has to open seals. */
import { isEndOfShare, sameVersion } from '../core/end-of-share.ts';
import type { VersionKey } from '../core/sync-store.ts';
import type { Version } from '../core/version.ts';
import type { VaultDatabase, VersionRow } from './database.ts';
import { findRecords, tablesOfRecords } from './find-records.ts';
import type { VersionRows } from './version-rows.ts';

/** A version that is here already, and which photos and recordings belong to it. */
export interface Known extends VersionKey {
  attachments: readonly string[];
}

export interface Sorted {
  /** To be placed. */
  fresh: Version[];
  /** Here already, the same. */
  known: Known[];
  /** Came twice on this page. */
  doubles: number;
  /** Here, or on the same page, with other contents. */
  clashes: VersionKey[];
  /** Names of rows here that give way: damaged, or only the end of a share that has now come whole. */
  giveWay: Set<string>;
}

/** Rows of the id and rev of some versions, by name; and which of the ids are here at all. Looks for `ids` only. */
export async function rowsMatching(
  db: VaultDatabase,
  versions: readonly VersionKey[],
  ids: readonly string[],
): Promise<{ ids: Set<string>; rows: Map<string, VersionRow> }> {
  if (ids.length === 0) return { ids: new Set(), rows: new Map() };
  return db.dexie.transaction('r', [...tablesOfRecords(db), db.history], async () => {
    const { rows: current } = await findRecords(db, ids);
    const older = versions.filter(({ id, rev }) => current.has(id) && current.get(id)?.rev !== rev);
    const keys = older.map(({ id, rev }): [string, string] => [id, rev]);
    const history = older.length > 0 ? await db.history.bulkGet(keys) : [];
    const rows = [...current.values(), ...history].flatMap((row): [string, VersionRow][] =>
      row ? [[nameOf(row), row]] : [],
    );
    return { ids: new Set(current.keys()), rows: new Map(rows) };
  });
}

/** `here` are the rows of their ids and revs, by name. */
export async function sortArrivals(
  rows: VersionRows,
  versions: readonly Version[],
  here: ReadonlyMap<string, VersionRow>,
): Promise<Sorted> {
  const page = onceEach(versions);
  const { doubles, clashes } = page;
  const sorted: Sorted = { fresh: [], known: [], doubles, clashes, giveWay: new Set() };
  await Promise.all(
    page.versions.map(async (version) => {
      const row = here.get(nameOf(version));
      const kept = row && (await openOrNull(rows, row));
      if (kept && !sameVersion(kept, version)) sorted.clashes.push(keyOf(version));
      else if (row && kept && (isEndOfShare(version) || !isEndOfShare(kept)))
        sorted.known.push({ ...keyOf(version), attachments: row.attachments });
      else {
        sorted.fresh.push(version);
        if (row) sorted.giveWay.add(nameOf(row));
      }
    }),
  );
  return sorted;
}

/** Each id and rev once; of a version that came whole and without its words, the whole one. */
function onceEach(versions: readonly Version[]) {
  const once = new Map<string, Version>();
  let doubles = 0;
  const clashes: VersionKey[] = [];
  for (const version of versions) {
    const name = nameOf(version);
    const twin = once.get(name);
    if (!twin) once.set(name, version);
    else if (!sameVersion(twin, version)) clashes.push(keyOf(version));
    else {
      doubles += 1;
      if (isEndOfShare(twin)) once.set(name, version);
    }
  }
  return { versions: [...once.values()], doubles, clashes };
}

async function openOrNull(rows: VersionRows, row: VersionRow): Promise<Version | null> {
  try {
    return await rows.openWritten(row);
  } catch {
    return null;
  }
}

export function nameOf({ id, rev }: VersionKey): string {
  return `${id} ${rev}`;
}

function keyOf({ id, rev }: VersionKey): VersionKey {
  return { id, rev };
}
