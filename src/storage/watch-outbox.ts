/** How many records wait for the endpoint, always as it is now. */
import { Dexie } from 'dexie';
import type { Live } from '../core/store.ts';
import type { Connection } from './connection.ts';
import type { VaultDatabase } from './database.ts';
import { watchMany } from './watch-many.ts';

/** So few keys are read in one go, sooner than anything else could be asked. */
const FEW = 200;

/** A record waits once, however many of its versions do. */
export async function countWaiting(db: VaultDatabase): Promise<number> {
  const first = await db.outbox.limit(FEW).primaryKeys();
  return first.length < FEW ? recordsOf(first).size : countMany(db);
}

/**
 * Without reading them: how many versions wait, less those that another one of the same record follows. These are not
 * current any more, and so their records are among those that have a history.
 */
function countMany(db: VaultDatabase): Promise<number> {
  return db.dexie.transaction('r', db.outbox, db.history, async () => {
    const [versions, earlier] = await Promise.all([db.outbox.count(), db.history.count()]);
    // The shorter way round: to ask for each record that has a history, or to read all that waits.
    if (earlier > versions / 10) return recordsOf(await db.outbox.toCollection().primaryKeys()).size;
    const changed = recordsOf(await db.history.toCollection().primaryKeys());
    const waiting = await Promise.all(
      [...changed].map((id) =>
        db.outbox.where('[id+rev]').between([id, Dexie.minKey], [id, Dexie.maxKey]).count(),
      ),
    );
    return waiting.reduce((count, ofOne) => count - Math.max(0, ofOne - 1), versions);
  });
}

function recordsOf(keys: readonly [id: string, rev: string][]): Set<string> {
  return new Set(keys.map(([id]) => id));
}

export function watchOutbox(db: VaultDatabase, connection: Connection, now: () => number): Live<number> {
  return watchMany(
    connection,
    async () => db.outbox.limit(1).first(),
    () => countWaiting(db),
    0,
    now,
  );
}
