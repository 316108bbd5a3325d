/** Rows of the outbox by their keys, many at once: what is sent together stands together, so a range is asked, not each. */
import type { VersionKey } from '../core/sync-store.ts';
import type { OutboxRow, VaultDatabase } from './database.ts';
import { mostBetween } from './find-records.ts';
import { nameOf } from './sort-arrivals.ts';

type Key = [id: string, rev: string];

/** Rows that were asked for. `alone`: nothing else stands between the first and the last of the keys. */
export interface Queued {
  rows: OutboxRow[];
  alone: boolean;
}

/** Those of `keys` that are queued. */
export async function queuedOf(db: VaultDatabase, keys: readonly VersionKey[]): Promise<Queued> {
  if (keys.length === 0) return { rows: [], alone: false };
  const most = mostBetween(keys);
  const between = await rangeOf(db, keys).limit(most).toArray();
  if (between.length === most) {
    const found = await db.outbox.bulkGet(keys.map(keyOf));
    return { rows: found.filter((row) => row !== undefined), alone: false };
  }
  const names = new Set(keys.map(nameOf));
  const rows = between.filter((row) => names.has(nameOf(row)));
  return { rows, alone: rows.length === between.length };
}

/** Which of `keys` are queued, without reading their rows: for thousands of them, that is most of the way. */
export async function namesQueued(
  db: VaultDatabase,
  keys: readonly VersionKey[],
): Promise<{ names: Set<string>; alone: boolean }> {
  const most = mostBetween(keys);
  const between = await rangeOf(db, keys).limit(most).primaryKeys();
  if (between.length === most) {
    const { rows, alone } = await queuedOf(db, keys);
    return { names: new Set(rows.map(nameOf)), alone };
  }
  const asked = new Set(keys.map(nameOf));
  const names = between.map(([id, rev]) => nameOf({ id, rev })).filter((name) => asked.has(name));
  return { names: new Set(names), alone: names.length === between.length };
}

/** Takes them out without reading them. */
export async function deleteNamed(db: VaultDatabase, keys: readonly VersionKey[]): Promise<void> {
  const { names, alone } = await namesQueued(db, keys);
  if (names.size === 0) return;
  const here = keys.filter((key) => names.has(nameOf(key)));
  await (alone ? rangeOf(db, here).delete() : db.outbox.bulkDelete(here.map(keyOf)));
}

/** `found` is what `queuedOf` gave in this transaction: where all of it goes, and it stands alone, it goes as a range. */
export async function deleteQueued(
  db: VaultDatabase,
  rows: readonly OutboxRow[],
  found: Queued,
): Promise<void> {
  const whole = found.alone && rows.length === found.rows.length;
  await (whole ? rangeOf(db, rows).delete() : db.outbox.bulkDelete(rows.map(keyOf)));
}

function rangeOf(db: VaultDatabase, keys: readonly VersionKey[]) {
  const sorted = [...keys].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const [first, last] = [sorted[0] ?? nowhere, sorted.at(-1) ?? nowhere];
  return db.outbox.where('[id+rev]').between(keyOf(first), keyOf(last), true, true);
}

const nowhere: VersionKey = { id: '', rev: '' };

function keyOf({ id, rev }: VersionKey): Key {
  return [id, rev];
}
