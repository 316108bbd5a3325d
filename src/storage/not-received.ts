/** What each connection does not have yet, for the sync screen. */
import type { NotReceived, SyncStore } from '../core/sync-store.ts';
import type { OutboxRow } from './database.ts';
import { recordsAfter, tablesOfRecords } from './find-records.ts';
import { watchRows } from './live.ts';
import { isShared } from './place.ts';
import { openRefusal } from './refusal.ts';
import { endsForOthers } from './seen.ts';
import { nameOf } from './sort-arrivals.ts';
import { syncTables, type SyncParts } from './sync-tables.ts';
import { underWayIn } from './under-way.ts';
import { watchMany } from './watch-many.ts';
import { carries, sendingOf } from './who-lacks.ts';
import { zoneHere } from './zone.ts';

/** Records looked at for a first one that is shared, and then at a time. */
const FEW = 20;
const MANY = 500;

export function createNotReceived(parts: SyncParts): Pick<SyncStore, 'watchNotReceived' | 'watchAnyShared'> {
  const { db, connection: database, owner, environment } = parts;
  const { connections } = syncTables(db);

  async function toNotReceived(row: OutboxRow, connection: string, underWay: boolean): Promise<NotReceived> {
    const { id, rev, kind, subject, addedAt: since, envelopeOnly } = row;
    const { state: noted, wordsThere = false, refused } = sendingOf(row, connection);
    // What was received is not asked for.
    const state = underWay || noted === 'received' ? 'sending' : noted;
    const told = refused && { refused: await openRefusal(parts, connection, row, refused) };
    const what = envelopeOnly ? 'share' : 'record';
    const end = endsForOthers(row) ? what : row.ends && 'unseen';
    return {
      id,
      rev,
      kind,
      subject,
      connection,
      state,
      since,
      wordsThere,
      ...(end && { ends: end }),
      ...told,
    };
  }

  const all = () =>
    db.dexie.transaction('r', db.outbox, db.sending, connections, () =>
      Promise.all([connections.toArray(), db.outbox.toArray(), db.sending.toArray()]),
    );

  async function look(): Promise<NotReceived[]> {
    const [to, queued, sending] = await all();
    const found = to.flatMap((connection) => {
      const underWay = new Set(underWayIn(sending.find((row) => row.connection === connection.id)));
      return queued
        .filter((row) => carries(connection, row, owner.personId))
        .filter((row) => sendingOf(row, connection.id).state !== 'received')
        .map((row) => toNotReceived(row, connection.id, underWay.has(nameOf(row))));
    });
    return (await Promise.all(found)).sort((a, b) => (a.since < b.since ? -1 : 1));
  }

  /** Where all of these are asked, a change of any is heard of. */
  const first = () =>
    db.dexie.transaction('r', db.outbox, db.sending, connections, async () => {
      const [queued] = await Promise.all([
        db.outbox.limit(1).first(),
        db.sending.toArray(),
        connections.toArray(),
      ]);
      return queued;
    });

  /** The first that is found is enough: many records are mostly gone through where none is shared. */
  async function anyShared(): Promise<boolean> {
    const inZone = zoneHere();
    let after = '';
    for (let limit = FEW; ; limit = MANY) {
      const rows = await inZone(() => recordsAfter(db, after, limit));
      if (rows.some((row) => isShared(row) && row.at !== undefined && row.id !== row.subject)) return true;
      const last = rows.at(-1);
      if (!last || rows.length < limit) return false;
      after = last.id;
    }
  }

  const anyInOneMoment = () => db.dexie.transaction('r', tablesOfRecords(db), anyShared);

  return {
    watchNotReceived: () => watchMany(database, first, look, [], () => environment.now()),
    watchAnyShared: () => watchRows(database, anyInOneMoment, (found) => Promise.resolve(found)),
  };
}
