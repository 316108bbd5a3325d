/** A draft ends in the transaction that saves what became of it. */
import type { VaultDatabase } from './database.ts';
import { markOf, type SeenDrafts } from './drafts.ts';

/** Runs inside the caller's transaction. A draft that another window changed since it was seen here is kept. */
export async function endDraft(db: VaultDatabase, seen: SeenDrafts, key: string): Promise<void> {
  const known = seen.get(key);
  // Read and deleted in one go: a save waits for every answer. The rare one that is to stay is put back.
  const [row] = await Promise.all([db.drafts.get(key), db.drafts.delete(key)]);
  if (row && known !== undefined && known !== markOf(row)) await db.drafts.put(row);
}
