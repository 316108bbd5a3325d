/** The endpoints a vault is connected to, and what each new or forgetful one is to have. */
import { Dexie } from 'dexie';
import type { Connection, SyncStore } from '../core/sync-store.ts';
import type { OutboxRow, Sending, VersionRow } from './database.ts';
import { recordsAfter, tablesOfRecords } from './find-records.ts';
import { watchRows } from './live.ts';
import { queueFor } from './queue-for.ts';
import { queuedOf } from './queued.ts';
import type { Place } from './seal.ts';
import { nameOf } from './sort-arrivals.ts';
import { keptOf, syncTables, type ConnectionRow, type SyncParts } from './sync-tables.ts';
import { keyNamed, underWayIn } from './under-way.ts';
import { allHaveIt, carries } from './who-lacks.ts';

type Connections = Pick<
  SyncStore,
  'connections' | 'watchConnections' | 'saveConnection' | 'changeSettings' | 'removeConnection' | 'queueAgain'
>;

/** Records gone through at a time. */
const CHUNK = 500;
/** How often a change is begun anew because others changed the same at that moment. */
const TRIES = 5;

export function createConnections({
  db,
  connection: database,
  sealer,
  environment,
  owner,
}: SyncParts): Connections {
  const { connections, cursors, aside } = syncTables(db);
  const tables = [...tablesOfRecords(db), db.history, db.outbox, db.sending, connections, cursors, aside];
  const now = () => new Date(environment.now()).toISOString();
  const change = async (work: () => Promise<void>) =>
    keptOf(await database.run(() => db.dexie.transaction('rw', tables, work)));

  /** Null where it cannot be opened: it is of no use, and can be made anew. */
  async function open(row: ConnectionRow): Promise<Connection | null> {
    try {
      const settings: unknown = JSON.parse(await sealer.openText(row.sealed, placeOf(row)));
      return { id: row.id, carries: row.carries, settings };
    } catch {
      return null;
    }
  }
  const openAll = async (rows: ConnectionRow[]) =>
    (await Promise.all(rows.map(open))).filter((one) => one !== null);

  /** Goes through all records whose versions `wanted` may concern, some at a time, inside the caller's transaction. */
  async function queueAll(
    connection: ConnectionRow,
    wanted: (row: VersionRow) => boolean,
    addedAt: string,
  ): Promise<void> {
    for (let after = ''; ;) {
      const chunk = await recordsAfter(db, after, CHUNK);
      const last = chunk.at(-1);
      if (!last) return;
      const mine = chunk.filter((row) => carries(connection, row, owner.personId) && wanted(row));
      const earlier = await db.history
        .where('[id+rev]')
        .between([after, Dexie.maxKey], [last.id, Dexie.maxKey])
        .toArray();
      const byRecord = new Map(mine.map((row): [string, VersionRow[]] => [row.id, [row]]));
      for (const row of earlier) byRecord.get(row.id)?.push(row);
      await queueRows(
        connection.id,
        [...byRecord.values()].flatMap((versions) => queueFor(versions, addedAt)),
      );
      after = last.id;
    }
  }

  /** What is queued already keeps its place and only waits for this connection again; all others have the rest. */
  async function queueRows(connection: string, rows: OutboxRow[]): Promise<void> {
    if (rows.length === 0) return;
    const [all, queued] = await Promise.all([connections.toArray(), queuedOf(db, rows)]);
    const before = new Map(queued.rows.map((row) => [nameOf(row), row]));
    const others = all.filter(({ id }) => id !== connection);
    const by: Record<string, Sending> = {};
    for (const { id } of others) by[id] = { state: 'received' };
    const next = rows.flatMap((row): OutboxRow[] => {
      const there = before.get(nameOf(row));
      if (!there) return [{ ...row, by }];
      if (!there.by) return [];
      const { [connection]: forgotten, ...rest } = there.by;
      return forgotten ? [{ ...there, by: rest }] : [];
    });
    if (next.length > 0) await db.outbox.bulkPut(next);
  }

  return {
    connections: async () => openAll(await database.read(() => connections.toArray())),
    watchConnections: () => watchRows(database, () => connections.toArray(), openAll),

    async saveConnection({ id, carries: what, settings }) {
      const row = { id, carries: what };
      const sealed = await sealer.sealText(JSON.stringify(settings), placeOf(row));
      return change(async () => {
        const known = await connections.get(id);
        await connections.put({ ...row, sealed });
        // What others had is about others: it goes to those it was meant for, unless the person sends all again.
        if (!known) await queueAll({ ...row, sealed }, ({ subject }) => subject === owner.personId, now());
      });
    },

    async changeSettings(id, turn) {
      for (let tried = 0; tried < TRIES; tried++) {
        const row = await database.read(() => connections.get(id));
        const there = row && (await open(row));
        const next = there ? turn(there.settings) : null;
        if (!row || !next) return { status: 'kept' };
        const sealed = await sealer.sealText(JSON.stringify(next), placeOf(row));
        let overtaken = false;
        const kept = await change(async () => {
          const now = await connections.get(id);
          overtaken = now !== undefined && !sameBytes(now.sealed, row.sealed);
          if (now && !overtaken) await connections.put({ ...row, sealed });
        });
        if (kept.status !== 'kept' || !overtaken) return kept;
      }
      return { status: 'unavailable', why: 'others keep changing this connection' };
    },

    removeConnection: (id) =>
      change(async () => {
        const { rows: underWay } = await queuedOf(db, underWayIn(await db.sending.get(id)).map(keyNamed));
        await db.outbox.bulkPut(underWay.map((row) => ({ ...row, by: { ...row.by } })));
        await Promise.all([connections.delete(id), cursors.delete(id), db.sending.delete(id)]);
        await aside.filter((row) => row.connection === id).delete();
        const left = await connections.toArray();
        const queued = (await db.outbox.toArray()).filter(({ by }) => by);
        const next = queued.map((row): OutboxRow => {
          const { [id]: _gone, ...by } = row.by ?? {};
          return { ...row, by };
        });
        const over = next.filter((row) => allHaveIt(row, left, owner.personId));
        await db.outbox.bulkPut(next.filter((row) => !over.includes(row)));
        await db.outbox.bulkDelete(over.map((row): [string, string] => [row.id, row.rev]));
      }),

    queueAgain: (id) =>
      change(async () => {
        const row = await connections.get(id);
        if (!row) return;
        await cursors.delete(id);
        // What it proved before is what is in doubt.
        await db.sending.where('connection').equals(id).modify({ proven: [] });
        await aside.filter(({ connection }) => connection === id).delete();
        await queueAll(row, () => true, now());
      }),
  };
}

function placeOf({ id, carries: what }: Pick<ConnectionRow, 'id' | 'carries'>): Place {
  return ['connection', id, what];
}

function sameBytes(one: ArrayBuffer, other: ArrayBuffer): boolean {
  const [a, b] = [new Uint8Array(one), new Uint8Array(other)];
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
