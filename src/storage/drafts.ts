/** Things begun and not finished: sealed and durable at every change. */
import type { Collection } from 'dexie';
import type { Environment } from '../core/environment.ts';
import { bytesToHex } from '../core/hex.ts';
import type { Draft, Store } from '../core/store.ts';
import { attachmentNames } from './attachment-names.ts';
import type { Connection } from './connection.ts';
import type { DraftRow, VaultDatabase } from './database.ts';
import { watchRows } from './live.ts';
import type { Place, Sealer } from './seal.ts';
import type { Turns } from './turns.ts';

type Drafts = Pick<Store, 'draft' | 'watchDrafts' | 'saveDraft'>;

/** Which saving of each draft was last read or made by this window; null where there was none. */
export type SeenDrafts = Map<string, string | null>;

/** `turns` keeps a save still under way from bringing back a draft that a later write has ended. */
export function createDrafts(
  db: VaultDatabase,
  connection: Connection,
  sealer: Sealer,
  environment: Environment,
  turns: Turns,
  seen: SeenDrafts,
): Drafts {
  return {
    async draft(key: string): Promise<Draft | null> {
      const row = await turns.take(key, async () => {
        const found = await connection.read(() => db.drafts.get(key));
        seen.set(key, found ? markOf(found) : null);
        return found;
      });
      return row ? openDraft(sealer, row) : null;
    },

    watchDrafts() {
      return watchRows(
        connection,
        () => draftRows(db).toArray(),
        (rows) => openDrafts(sealer, rows),
      );
    },

    saveDraft(key, value) {
      const savedAt = new Date(environment.now()).toISOString();
      // Spelled out now: the caller may go on changing the value while it waits for its turn.
      const text = JSON.stringify(value);
      const attachments = attachmentNames(value);
      return turns.take(key, async () => {
        const sealed = await sealer.sealText(text, placeOf(key, savedAt));
        const row = { key, savedAt, attachments, sealed };
        const mine = markOf(row);
        const ran = await connection.run(() =>
          db.dexie.transaction('rw', db.drafts, async () => {
            const before = await db.drafts.get(key);
            const known = seen.get(key);
            // Tried again after the connection died, it may be its own saving that is found.
            const elsewhere = before && known !== undefined && ![known, mine].includes(markOf(before));
            if (!elsewhere) await db.drafts.put(row);
            return elsewhere ? ('elsewhere' as const) : ('saved' as const);
          }),
        );
        if (ran.status !== 'done') return ran;
        if (ran.value === 'saved') seen.set(key, mine);
        return { status: ran.value };
      });
    },
  };
}

/** Without the pieces of what is being recorded: the key of a piece is a list, and a list sorts after every text. */
export function draftRows(db: VaultDatabase): Collection<DraftRow, string> {
  return db.drafts.where('key').below([]);
}

/** Newest first; those that cannot be opened are marked. */
export async function openDrafts(sealer: Sealer, rows: readonly DraftRow[]): Promise<Draft[]> {
  const drafts = await Promise.all(rows.map((row) => openDraft(sealer, row)));
  return drafts.sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
}

async function openDraft(sealer: Sealer, row: DraftRow): Promise<Draft> {
  const { key, savedAt } = row;
  try {
    const value: unknown = JSON.parse(await sealer.openText(row.sealed, placeOf(key, savedAt)));
    return { key, value, savedAt };
  } catch {
    // What broke may be the time as well.
    return { key, value: null, savedAt: Number.isNaN(Date.parse(savedAt)) ? '' : savedAt, damaged: true };
  }
}

/** One saving of a draft, told from every other: each is sealed with a fresh number that stands before it. */
export function markOf({ sealed }: DraftRow): string {
  return bytesToHex(new Uint8Array(sealed).subarray(0, 12));
}

function placeOf(key: string, savedAt: string): Place {
  return ['draft', key, savedAt];
}
