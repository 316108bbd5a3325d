/** What became of what was sent: one transaction for all that is told at once. */
import * as z from 'zod/mini';
import type { NotReceived, RefusedReason, Settled, SyncStore, VersionKey } from '../core/sync-store.ts';
import type { OutboxRow, Sending } from './database.ts';
import { watchRows } from './live.ts';
import type { Place } from './seal.ts';
import { keptOf, syncTables, type ConnectionRow, type SyncParts } from './sync-tables.ts';
import { allHaveIt, carries, sendingOf, withSending } from './who-lacks.ts';

type Settling = Pick<SyncStore, 'markSending' | 'settle' | 'endSending' | 'retry' | 'watchNotReceived'>;

const reasons = [
  'rejected',
  'conflict',
  'too-large',
  'attachment',
  'damaged',
] as const satisfies RefusedReason[];
const refusedSchema = z.object({ why: z.string(), reason: z.enum(reasons), at: z.string() });
type Refused = z.infer<typeof refusedSchema>;

/** The next state of a row; the row itself where nothing changes. */
type Turn = (row: OutboxRow, sending: Sending) => Sending;

export function createSettling(parts: SyncParts): Settling {
  const { db, connection: database, sealer, environment, owner } = parts;
  const { connections } = syncTables(db);

  /** Turns those rows of `find` that are here still, all or none. */
  async function turnAll(connection: string, find: () => PromiseLike<(OutboxRow | undefined)[]>, turn: Turn) {
    const ran = await database.run(() =>
      db.dexie.transaction('rw', db.outbox, connections, async () => {
        const [all, found] = await Promise.all([connections.toArray(), find()]);
        // Removed meanwhile: what is told of it now concerns nobody.
        if (!all.some(({ id }) => id === connection)) return;
        await keepTurned(connection, all, found, turn);
      }),
    );
    return keptOf(ran);
  }

  async function keepTurned(
    connection: string,
    all: readonly ConnectionRow[],
    found: readonly (OutboxRow | undefined)[],
    turn: Turn,
  ): Promise<void> {
    const changed: OutboxRow[] = [];
    const over: [string, string][] = [];
    for (const row of found) {
      if (!row) continue;
      const before = sendingOf(row, connection);
      // What is proven stays proven, whatever is heard of an earlier try.
      const after = before.state === 'received' ? before : turn(row, before);
      if (after === before) continue;
      const next = withSending(row, connection, after);
      if (allHaveIt(next, all, owner.personId)) over.push([row.id, row.rev]);
      else changed.push(next);
    }
    if (changed.length > 0) await db.outbox.bulkPut(changed);
    if (over.length > 0) await db.outbox.bulkDelete(over);
  }

  const named = (keys: readonly VersionKey[]) => () =>
    db.outbox.bulkGet(keys.map(({ id, rev }): [string, string] => [id, rev]));
  const every = () => db.outbox.toArray();

  async function sealRefusal(connection: string, result: Settled): Promise<ArrayBuffer | undefined> {
    if (result.to !== 'refused') return undefined;
    const { why, reason } = result;
    const refused: Refused = { why, reason, at: new Date(environment.now()).toISOString() };
    return sealer.sealText(JSON.stringify(refused), placeOf(connection, result));
  }

  async function openRefusal(row: OutboxRow, connection: string, sealed: ArrayBuffer): Promise<Refused> {
    try {
      const text = await sealer.openText(sealed, placeOf(connection, row));
      return refusedSchema.parse(JSON.parse(text));
    } catch {
      return { why: '', reason: 'rejected', at: row.addedAt };
    }
  }

  async function toNotReceived(row: OutboxRow, connection: string): Promise<NotReceived | null> {
    const { id, rev, kind, subject, addedAt: since } = row;
    const { state, wordsThere = false, refused } = sendingOf(row, connection);
    if (state === 'received') return null;
    const told = refused && { refused: await openRefusal(row, connection, refused) };
    return { id, rev, kind, subject, connection, state, since, wordsThere, ...told };
  }

  return {
    async markSending(connection, keys) {
      let here = new Set<string>();
      const find = () => {
        here = new Set();
        return named(keys)();
      };
      const kept = await turnAll(connection, find, (row, { wordsThere }) => {
        here.add(nameOf(row));
        return { state: 'sending', ...(wordsThere && { wordsThere }) };
      });
      if (kept.status !== 'kept') return kept;
      const gone = keys.filter((key) => !here.has(nameOf(key))).map(({ id, rev }) => ({ id, rev }));
      return gone.length > 0 ? { ...kept, gone } : kept;
    },

    async settle(connection, results) {
      const sealed = await Promise.all(results.map((result) => sealRefusal(connection, result)));
      const byKey = new Map(results.map((result, at) => [nameOf(result), { result, refused: sealed[at] }]));
      return turnAll(connection, named(results), (row, before) => {
        const told = byKey.get(nameOf(row));
        return told ? turnedBy(told.result, before, told.refused) : before;
      });
    },

    endSending: (connection) =>
      turnAll(connection, every, (_, before) =>
        before.state === 'sending' ? { ...before, state: 'tried' } : before,
      ),

    retry: (connection, keys) =>
      turnAll(connection, keys ? named(keys) : every, (_, before) => {
        const { refused: _refused, ...rest } = before;
        return before.state === 'refused' ? { ...rest, state: 'waiting' } : before;
      }),

    watchNotReceived: () =>
      watchRows(
        database,
        () =>
          db.dexie.transaction('r', db.outbox, connections, () =>
            Promise.all([connections.toArray(), db.outbox.toArray()]),
          ),
        async ([all, queued]) => {
          const asked = all.flatMap((connection) =>
            queued
              .filter((row) => carries(connection, row, owner.personId))
              .map((row) => toNotReceived(row, connection.id)),
          );
          const found = (await Promise.all(asked)).filter((one) => one !== null);
          return found.sort((a, b) => (a.since < b.since ? -1 : 1));
        },
      ),
  };
}

function turnedBy(result: Settled, before: Sending, refused: ArrayBuffer | undefined): Sending {
  const wordsThere = before.wordsThere && { wordsThere: true as const };
  switch (result.to) {
    case 'received':
      return { state: 'received' };
    case 'words-there':
      return { state: 'waiting', wordsThere: true };
    case 'tried':
      return { state: 'tried', ...wordsThere };
    case 'refused':
      return { state: 'refused', ...wordsThere, ...(refused && { refused }) };
  }
}

function nameOf({ id, rev }: VersionKey): string {
  return `${id} ${rev}`;
}

function placeOf(connection: string, { id, rev }: VersionKey): Place {
  return ['refused', connection, id, rev];
}
