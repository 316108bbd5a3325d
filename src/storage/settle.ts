/** What is under way, and what became of what was sent: one transaction for all that is told at once. */
import type { Settled, SyncStore, VersionKey } from '../core/sync-store.ts';
import type { OutboxRow, Sending } from './database.ts';
import { deleteNamed, deleteQueued, namesQueued, queuedOf, type Queued } from './queued.ts';
import { sealRefusal } from './refusal.ts';
import { nameOf } from './sort-arrivals.ts';
import { keptOf, syncTables, type ConnectionRow, type SyncParts } from './sync-tables.ts';
import { keyNamed, underWayIn, underWayText } from './under-way.ts';
import { allHaveIt, sendingOf, withSending } from './who-lacks.ts';

type Settling = Pick<SyncStore, 'markSending' | 'settle' | 'endSending' | 'retry' | 'keepBack'>;

/** What is noted of a connection beside the outbox. */
interface Noted {
  /** Names of what may be on its way. */
  underWay: readonly string[];
  proven: readonly VersionKey[];
}

/** So few are shown as on their way. Of more, only which they are is noted: a row for each would slow the sending down. */
const SHOWN = 20;

/** The next state of a row; the row's own where nothing changes. */
type Turn = (row: OutboxRow, before: Sending) => Sending;

export function createSettling(parts: SyncParts): Settling {
  const { db, connection: database, owner } = parts;
  const { connections } = syncTables(db);

  /** Runs `work` with all connections in one transaction; not at all where this one was removed. */
  const change = (connection: string, work: (all: ConnectionRow[], noted: Noted) => Promise<void>) =>
    database.run(() =>
      db.dexie.transaction('rw', db.outbox, db.sending, connections, async () => {
        const [all, noted] = await Promise.all([connections.toArray(), db.sending.get(connection)]);
        if (!all.some(({ id }) => id === connection)) return;
        await work(all, { underWay: underWayIn(noted), proven: noted?.proven ?? [] });
      }),
    );

  function note(connection: string, { underWay, proven }: Noted): PromiseLike<unknown> {
    if (underWay.length + proven.length === 0) return db.sending.delete(connection);
    return db.sending.put({ connection, underWay: underWayText(underWay), proven: proven.map(bare) });
  }

  /** Of so many only which they are is looked at, and noted. */
  async function markMany(
    connection: string,
    keys: readonly VersionKey[],
    { underWay, proven }: Noted,
  ): Promise<Set<string>> {
    const { names } = await namesQueued(db, keys);
    await note(connection, { underWay: [...underWay.filter((name) => !names.has(name)), ...names], proven });
    return names;
  }

  async function markFew(
    connection: string,
    keys: readonly VersionKey[],
    all: ConnectionRow[],
    { underWay, proven }: Noted,
  ): Promise<Set<string>> {
    const found = await queuedOf(db, keys);
    const open = found.rows.filter((row) => sendingOf(row, connection).state !== 'received');
    const names = new Set(open.map(nameOf));
    await note(connection, { underWay: [...underWay.filter((name) => !names.has(name)), ...names], proven });
    await turnAll(connection, all, { rows: open, alone: false }, (_, { wordsThere }) => ({
      state: 'sending',
      ...(wordsThere && { wordsThere }),
    }));
    return names;
  }

  async function turnAll(
    connection: string,
    all: readonly ConnectionRow[],
    found: Queued,
    turn: Turn,
  ): Promise<void> {
    const changed: OutboxRow[] = [];
    const over: OutboxRow[] = [];
    for (const row of found.rows) {
      const before = sendingOf(row, connection);
      // What is proven stays proven, whatever is heard of an earlier try.
      const after = before.state === 'received' ? before : turn(row, before);
      if (after === before) continue;
      const next = withSending(row, connection, after);
      if (allHaveIt(next, all, owner.personId)) over.push(row);
      else changed.push(next);
    }
    if (changed.length > 0) await db.outbox.bulkPut(changed);
    if (over.length > 0) await deleteQueued(db, over, found);
  }

  return {
    async markSending(connection, keys) {
      let here = new Set<string>();
      const ran = await change(connection, async (all, noted) => {
        here = await (keys.length > SHOWN
          ? markMany(connection, keys, noted)
          : markFew(connection, keys, all, noted));
      });
      const kept = keptOf(ran);
      if (kept.status !== 'kept') return kept;
      const gone = keys.filter((key) => !here.has(nameOf(key))).map(bare);
      return gone.length > 0 ? { ...kept, gone } : kept;
    },

    async settle(connection, results) {
      const refusals = await Promise.all(results.map((result) => sealRefusal(parts, connection, result)));
      const told = new Map(results.map((result, at) => [nameOf(result), { result, refused: refusals[at] }]));
      const ran = await change(connection, async (all, { underWay, proven }) => {
        // With one connection, what it has waits for nobody: no row is looked at.
        const over = all.length === 1 && results.every(({ to }) => to === 'received');
        const found = over ? null : await queuedOf(db, results);
        await Promise.all([
          note(connection, {
            underWay: underWay.filter((name) => !told.has(name)),
            proven: newestProven(results, proven),
          }),
          found
            ? turnAll(connection, all, found, (row, before) => {
                const one = told.get(nameOf(row));
                return one ? turnedBy(one.result, before, one.refused) : before;
              })
            : deleteNamed(db, results),
        ]);
      });
      return keptOf(ran);
    },

    async endSending(connection) {
      const ran = await change(connection, async (all, { underWay, proven }) => {
        if (underWay.length === 0) return;
        const found = await queuedOf(db, underWay.map(keyNamed));
        await note(connection, { underWay: [], proven });
        await turnAll(connection, all, found, (_, before) =>
          before.state === 'refused' ? before : { ...before, state: 'tried' },
        );
      });
      return keptOf(ran);
    },

    async retry(connection, keys) {
      const ran = await change(connection, async (all) => {
        const found = keys ? await queuedOf(db, keys) : { rows: await db.outbox.toArray(), alone: false };
        await turnAll(connection, all, found, (_, before) => {
          const { refused: _refused, ...rest } = before;
          return before.state === 'refused' ? { ...rest, state: 'waiting' } : before;
        });
      });
      return keptOf(ran);
    },

    async keepBack(connection, keys) {
      const ran = await change(connection, async (all) => {
        await turnAll(connection, all, await queuedOf(db, keys), (_, before) =>
          before.state === 'refused'
            ? { state: 'kept-back', ...(before.wordsThere && { wordsThere: true }) }
            : before,
        );
      });
      return keptOf(ran);
    },
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

function bare({ id, rev }: VersionKey): VersionKey {
  return { id, rev };
}

/** So many are noted, each of another record: the newest may be erased or taken back any time. */
const PROVEN = 3;

function newestProven(results: readonly Settled[], before: readonly VersionKey[]): VersionKey[] {
  const now = results.filter(({ to }) => to === 'received' || to === 'words-there').reverse();
  const byRecord = new Map<string, VersionKey>();
  for (const one of [...now, ...before]) {
    if (byRecord.size === PROVEN) break;
    if (!byRecord.has(one.id)) byRecord.set(one.id, one);
  }
  return [...byRecord.values()];
}
