/** The list indexes: of records that have a row of their own, and of those in packs. */
import { Dexie, cmp } from 'dexie';
import type { IndexKey, PackRow, RecordRow, VaultDatabase } from './database.ts';
import { membersWith } from './packs.ts';
import type { ListIndex } from './row-run.ts';
import type { InZone } from './zone.ts';

type Bound = readonly unknown[];

interface List<Row, PrimaryKey> extends ListIndex<Row, PrimaryKey> {
  /** The first key between two that are left out themselves. */
  first(from: Bound, to: Bound): PromiseLike<IndexKey | null>;
}

interface Lists {
  /** What all keys that are asked for begin with. */
  prefix: readonly string[];
  records: List<RecordRow, string>;
  packs: List<PackRow, number>;
  /** Whether there is anything in the list of packs: where not, nothing need be asked of each kind. */
  anyPacked(): PromiseLike<boolean>;
}

/** All that is asked of one of these must be within one transaction: a pack is read once. */
export function listsIn(
  db: VaultDatabase,
  index: 'byKind' | 'bySubject',
  prefix: readonly string[],
  inZone: InZone,
): Lists {
  const records = () => db.records.where(index === 'byKind' ? '[kind+at+id]' : '[subject+kind+at+id]');
  const packs = () => db.packs.where(index);
  const keyOf = ({ subject, kind, at = '', id }: RecordRow) =>
    index === 'byKind' ? [kind, at, id] : [subject, kind, at, id];
  let anyPacked: PromiseLike<boolean> | undefined;
  const asked = new Map<number, PromiseLike<PackRow | undefined>>();

  async function packsAt(places: readonly number[]): Promise<PackRow[]> {
    const wanted = [...new Set(places)];
    const fresh = wanted.filter((place) => !asked.has(place));
    if (fresh.length > 0) {
      const rows = inZone(() => db.packs.bulkGet(fresh));
      const packAt = (at: number) => rows.then((found) => found[at]);
      for (const [at, place] of fresh.entries()) asked.set(place, packAt(at));
    }
    const found = await Promise.all(wanted.flatMap((place) => asked.get(place) ?? []));
    return found.filter((pack) => pack !== undefined);
  }

  return {
    prefix,
    anyPacked: () =>
      (anyPacked ??= inZone(() =>
        packs()
          .between([...prefix, Dexie.minKey], [...prefix, Dexie.maxKey])
          .limit(1)
          .primaryKeys()
          .then((places) => places.length > 0),
      )),
    records: {
      entries: records,
      read: (entries) => entries.toArray().then((rows) => ({ count: rows.length, rows })),
      // To open a cursor for a key alone takes the browser several times as long as to read a row.
      first: (from, to) =>
        records()
          .between(from, to, false, false)
          .first()
          .then((row) => (row ? keyOf(row) : null)),
    },
    packs: {
      entries: packs,
      async read(entries, fits) {
        const places = await entries.primaryKeys();
        const found = places.length > 0 ? await packsAt(places) : [];
        return { count: places.length, rows: found.flatMap((pack) => membersWith(pack, index, fits)) };
      },
      async first(from, to) {
        const places = await packs().between(from, to, false, false).limit(1).primaryKeys();
        const found = places.length > 0 ? await packsAt(places) : [];
        const keys = found.flatMap((pack) => pack[index]).filter((key) => cmp(from, key) < 0);
        return keys.sort(cmp)[0] ?? null;
      },
    },
  };
}

/** What stands after the prefix in an index, each once. From one to the next: a step each, however many records. */
export async function membersOf({ prefix, records, packs }: Lists, inZone: InZone): Promise<string[]> {
  const members: string[] = [];
  const first = [...prefix, Dexie.minKey];
  const to = [...prefix, Dexie.maxKey];
  let next = await inZone(() => Promise.all([records.first(first, to), packs.first(first, to)]));
  for (;;) {
    const [nearest] = next.filter((key) => key !== null).sort(cmp);
    const member = nearest?.[prefix.length];
    if (member === undefined) return members;
    members.push(member);
    const from = [...prefix, member, Dexie.maxKey];
    const [inRecords, inPacks] = next;
    // What is further on already is not asked again.
    const isPast = (key: IndexKey | null) => key !== null && cmp(key, from) < 0;
    next = await inZone(() =>
      Promise.all([
        isPast(inRecords) ? records.first(from, to) : Promise.resolve(inRecords),
        isPast(inPacks) ? packs.first(from, to) : Promise.resolve(inPacks),
      ]),
    );
  }
}
