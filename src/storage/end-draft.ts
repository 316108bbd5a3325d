/** How a draft ends: in the transaction that saves what became of it, or thrown away. What is under it ends with it. */
import type { DropOutcome } from '../core/store.ts';
import type { Connection } from './connection.ts';
import type { DraftRow, VaultDatabase } from './database.ts';
import { markOf, type SeenDrafts } from './drafts.ts';
import { piecesUnder, underDraft } from './takes.ts';

/**
 * Runs inside the caller's transaction. A draft that another window changed since it was seen here is kept, with its pieces.
 * Done in the browser's own transaction: Dexie's way to it takes longer than the disk, and a save waits for it (decision 017).
 * When the transaction is over, `tell` of `removedFrom` the drafts is due.
 */
export function endDraft(kept: IDBObjectStore, seen: SeenDrafts, key: string): void {
  const known = seen.get(key);
  // All asked in one go: one question after the other would be one more wait.
  const before: IDBRequest<unknown> = kept.get(key);
  const piece = kept.getKey(underDraft(key));
  kept.delete(key).onsuccess = () => {
    const row = before.result;
    if (!isDraft(row)) return;
    // The rare draft that is to stay is put back.
    if (known !== undefined && known !== markOf(row)) kept.put(row);
    else if (piece.result !== undefined) kept.delete(underDraft(key));
  };
}

/** What stands under the key of a draft is one, or is not there. */
function isDraft(row: unknown): row is DraftRow {
  return row !== undefined;
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
