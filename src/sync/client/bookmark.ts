/**
 * Where the pulling stands, as it is kept: the endpoint's cursor, and a few of the newest keys that it listed. An endpoint
 * that no longer has the newest of those has forgotten (its database was restored from yesterday, or it was replaced).
 */
import * as z from 'zod/mini';

/** So many witnesses, each of another record. */
const WITNESSES = 3;

const bookmarkSchema = z.object({
  cursor: z.string(),
  /** Newest first. */
  seen: z.array(z.string()),
  /** What `seen` was before something was listed, until it has been asked after: else what a restore lost would be outshone. */
  unasked: z.optional(z.array(z.string())),
});

export type Bookmark = z.infer<typeof bookmarkSchema>;

/** A kept text that is no bookmark counts as none: pulling begins anew, and doubles are harmless. */
export function readBookmark(kept: string | null): Bookmark | null {
  if (kept === null) return null;
  try {
    const read = bookmarkSchema.safeParse(JSON.parse(kept));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

export function writeBookmark(bookmark: Bookmark): string {
  return JSON.stringify(bookmark);
}

/** The newest witnesses after a page: its last keys first, then those from before; none of `gone` (erased) records. */
export function witnesses(
  before: readonly string[],
  page: readonly string[],
  gone: ReadonlySet<string>,
): string[] {
  const records = new Set<string>();
  const seen: string[] = [];
  for (const key of [...[...page].reverse(), ...before]) {
    const record = key.split('_')[0] ?? key;
    if (gone.has(record) || records.has(record)) continue;
    records.add(record);
    seen.push(key);
    if (seen.length === WITNESSES) break;
  }
  return seen;
}
