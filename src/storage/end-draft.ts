/** How a draft ends: in the transaction that saves what became of it, or thrown away. What is under it ends with it. */
import type { DropOutcome } from '../core/store.ts';
import type { Connection } from './connection.ts';
import type { VaultDatabase } from './database.ts';
import { markOf, type SeenDrafts } from './drafts.ts';
import { piecesUnder } from './takes.ts';

/** Runs inside the caller's transaction. A draft that another window changed since it was seen here is kept. */
export async function endDraft(db: VaultDatabase, seen: SeenDrafts, key: string): Promise<void> {
  const known = seen.get(key);
  // All in one go: a save waits for every answer. The rare draft that is to stay is put back.
  const [row, , pieces] = await Promise.all([
    db.drafts.get(key),
    db.drafts.delete(key),
    piecesUnder(db, key).primaryKeys(),
  ]);
  if (row && known !== undefined && known !== markOf(row)) await db.drafts.put(row);
  else if (row && pieces.length > 0) await piecesUnder(db, key).delete();
}

/** Throws a draft away; the caller holds its turn. */
export async function dropDraft(
  db: VaultDatabase,
  connection: Connection,
  seen: SeenDrafts,
  key: string,
): Promise<DropOutcome> {
  const ran = await connection.run(() => db.dexie.transaction('rw', db.drafts, () => removeDraft(db, key)));
  if (ran.status !== 'done') return ran;
  seen.set(key, null);
  return { status: 'saved' };
}

/** Takes a draft out with the pieces under it, inside the caller's transaction. */
export function removeDraft(db: VaultDatabase, key: string): Promise<unknown> {
  return Promise.all([db.drafts.delete(key), piecesUnder(db, key).delete()]);
}
