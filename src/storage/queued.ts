/** Rows of the outbox by their keys, many at once: what is sent together stands together, so a range is asked, not each. */
import type { VersionKey } from '../core/sync-store.ts';
import type { OutboxRow, VaultDatabase } from './database.ts';
import { nameOf } from './sort-arrivals.ts';

type Key = [id: string, rev: string];

/** Those of `keys` that are queued. */
export async function queuedOf(db: VaultDatabase, keys: readonly VersionKey[]): Promise<OutboxRow[]> {
  if (keys.length === 0) return [];
  const names = new Set(keys.map(nameOf));
  const most = 2 * keys.length + 10;
  const between = await rangeOf(db, keys).limit(most).toArray();
  if (between.length < most) return between.filter((row) => names.has(nameOf(row)));
  return (await db.outbox.bulkGet(keys.map(keyOf))).filter((row) => row !== undefined);
}

/** `found` are all that `queuedOf` gave: where all of them go, and nothing stands between them, they go as a range. */
export async function deleteQueued(
  db: VaultDatabase,
  rows: readonly OutboxRow[],
  found: readonly OutboxRow[],
): Promise<void> {
  const range = rangeOf(db, rows);
  const alone = rows.length === found.length && (await range.count()) === rows.length;
  await (alone ? range.delete() : db.outbox.bulkDelete(rows.map(keyOf)));
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
