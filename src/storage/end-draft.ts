/** A draft ends in the transaction that saves what became of it. */
import type { VaultDatabase } from './database.ts';
import { removeDraft } from './draft-rows.ts';
import { markOf, type SeenDrafts } from './drafts.ts';

/** Runs inside the caller's transaction. A draft that another window changed since it was seen here is kept. */
export async function endDraft(db: VaultDatabase, seen: SeenDrafts, key: string): Promise<void> {
  const row = await db.drafts.get(key);
  const known = seen.get(key);
  if (row && (known === undefined || known === markOf(row))) await removeDraft(db, key);
}
