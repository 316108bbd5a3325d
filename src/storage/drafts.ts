/** Things begun and not finished: sealed and durable at every change. */
import type { Environment } from '../core/environment.ts';
import type { Draft, DraftOutcome, Store } from '../core/store.ts';
import { attachmentNames } from './attachment-names.ts';
import type { Connection, Ran } from './connection.ts';
import type { DraftRow, VaultDatabase } from './database.ts';
import { watchRows } from './live.ts';
import type { Place, Sealer } from './seal.ts';
import type { Turns } from './turns.ts';

type Drafts = Pick<Store, 'draft' | 'watchDrafts' | 'saveDraft' | 'dropDraft'>;

/** `turns` keeps a save still under way from bringing back a draft that a later write has ended. */
export function createDrafts(
  db: VaultDatabase,
  connection: Connection,
  sealer: Sealer,
  environment: Environment,
  turns: Turns,
): Drafts {
  return {
    async draft(key: string): Promise<Draft | null> {
      const row = await turns.take(key, () => connection.read(() => db.drafts.get(key)));
      return row ? openDraft(sealer, row) : null;
    },

    watchDrafts() {
      return watchRows(
        connection,
        () => db.drafts.toArray(),
        async (rows) => {
          const drafts = await Promise.all(rows.map((row) => openDraft(sealer, row)));
          return drafts.filter((draft) => draft !== null).sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
        },
      );
    },

    saveDraft(key, value) {
      const savedAt = new Date(environment.now()).toISOString();
      // Spelled out now: the caller may go on changing the value while it waits for its turn.
      const text = JSON.stringify(value);
      const attachments = attachmentNames(value);
      return turns.take(key, async () => {
        const sealed = await sealer.sealText(text, placeOf(key, savedAt));
        return outcome(await connection.run(() => db.drafts.put({ key, savedAt, attachments, sealed })));
      });
    },

    dropDraft(key) {
      return turns.take(key, async () => outcome(await connection.run(() => db.drafts.delete(key))));
    },
  };
}

/** Null where it cannot be opened. */
async function openDraft(sealer: Sealer, row: DraftRow): Promise<Draft | null> {
  const { key, savedAt } = row;
  try {
    const value: unknown = JSON.parse(await sealer.openText(row.sealed, placeOf(key, savedAt)));
    return { key, value, savedAt };
  } catch {
    return null;
  }
}

function placeOf(key: string, savedAt: string): Place {
  return ['draft', key, savedAt];
}

function outcome(ran: Ran<unknown>): DraftOutcome {
  return ran.status === 'done' ? { status: 'saved' } : ran;
}
