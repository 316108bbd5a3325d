/** The rows of drafts, and behind them in the same table the pieces of what is being recorded for them. */
import { Dexie, type Collection } from 'dexie';
import type { DraftRow, PieceKey, PieceRow, VaultDatabase } from './database.ts';

/** The drafts alone: the key of a piece is a list, and a list sorts after every text. */
export function draftRows(db: VaultDatabase): Collection<DraftRow, string> {
  return db.drafts.where('key').below([]);
}

/** The pieces under one draft, or of one recording under it. */
export function piecesUnder(
  db: VaultDatabase,
  ...place: [draft: string, take?: string]
): Collection<PieceRow, PieceKey> {
  return db.pieces.where('key').between([...place, Dexie.minKey], [...place, Dexie.maxKey]);
}

/** Takes a draft out with all that is under it, inside the caller's transaction. */
export function removeDraft(db: VaultDatabase, key: string): Promise<unknown> {
  return Promise.all([db.drafts.delete(key), piecesUnder(db, key).delete()]);
}
