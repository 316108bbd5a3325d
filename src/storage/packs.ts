/**
 * Many records of a page that was fetched stand together in one row, a pack: to put a row costs the browser about the same,
 * whatever is in it (decision 020). Each is sealed by itself, and leaves its pack when it changes. Pure.
 */
import type { IndexKey, PackRow, RecordRow } from './database.ts';

/** So many records are in a pack: with more, a list that shows one of them reads too much beside it. */
const SIZE = 16;

type NewPack = Omit<PackRow, 'place'>;

/** `single`: what a pack cannot hold. Those about the same stand together, for they are read together. */
export function packed(records: readonly RecordRow[]): { packs: NewPack[]; single: RecordRow[] } {
  const plain = records.filter(isPlain).sort((a, b) => compare(a.subject, b.subject) || compare(a.id, b.id));
  const packs: NewPack[] = [];
  for (let from = 0; from < plain.length; from += SIZE) packs.push(packOf(plain.slice(from, from + SIZE)));
  return { packs, single: records.filter((row) => !isPlain(row)) };
}

/** Whoever looks for attachments, for what is hidden, or for rivals, finds it without looking into packs. */
function isPlain({ at, attachments, rivals, unsent }: RecordRow): boolean {
  return at !== undefined && attachments.length === 0 && rivals === 0 && unsent === undefined;
}

function packOf(rows: RecordRow[]): NewPack {
  return {
    rows,
    ids: rows.map(({ id }) => id),
    byKind: rows.map(({ kind, at = '', id }) => [kind, at, id]),
    bySubject: rows.map(({ subject, kind, at = '', id }) => [subject, kind, at, id]),
  };
}

/** What of some packs is left without some records; of each the place, and null where nothing is. Those that stay are left out. */
export function without(
  packs: readonly PackRow[],
  ids: ReadonlySet<string>,
): { place: number; left: PackRow | null }[] {
  return packs
    .filter((pack) => pack.ids.some((id) => ids.has(id)))
    .map(({ place, rows }) => {
      const left = rows.filter(({ id }) => !ids.has(id));
      return { place, left: left.length > 0 ? { place, ...packOf(left) } : null };
    });
}

/** Those of its records whose keys in one of its indexes are asked for. */
export function membersWith(
  { rows, ...pack }: PackRow,
  index: 'byKind' | 'bySubject',
  fits: (key: IndexKey) => boolean,
): RecordRow[] {
  const keys = pack[index];
  return rows.filter((_, at) => fits(keys[at] ?? []));
}

/** As the database orders texts. */
export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
