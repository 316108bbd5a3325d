/** What is to be sent, page by page, without reading or opening more than the page. */
import { Dexie } from 'dexie';
import { endOfShare } from '../core/end-of-share.ts';
import type { Outgoing, OutgoingPage, Settled, SyncStore, VersionKey } from '../core/sync-store.ts';
import { attachmentRefs } from './attachment-refs.ts';
import type { OutboxRow, VaultDatabase, VersionRow } from './database.ts';
import { recordsOf, tablesOfRecords } from './find-records.ts';
import { syncTables, type SyncParts } from './sync-tables.ts';
import { carries, sendingOf } from './who-lacks.ts';

type Asked = Parameters<SyncStore['outgoing']>[1];

/** A row that is to be sent, and the version it stands for; none where that is gone. */
interface Pair {
  queued: OutboxRow;
  version: VersionRow | undefined;
}

/** `setAside` is told of what cannot be opened, before the page is given. */
export function createOutgoing(
  { db, connection: database, rows, owner }: SyncParts,
  setAside: (connection: string, damaged: Settled[]) => Promise<unknown>,
): SyncStore['outgoing'] {
  const { connections } = syncTables(db);

  /** By itself: while thousands of records are read, what is noted of others' sending must not have to wait. */
  const queuedOn = (connection: string, asked: Asked) =>
    db.dexie.transaction('r', db.outbox, connections, async () => {
      const to = await connections.get(connection);
      if (!to) return { found: [], next: null };
      return nextQueued(db, asked, (row) => {
        const { state, wordsThere } = sendingOf(row, connection);
        const open = state === 'waiting' || state === 'sending' || state === 'tried';
        const wanted = open && (!wordsThere || asked.withWordsThere === true);
        return wanted && carries(to, row, owner.personId);
      });
    });

  /** What was changed, taken back or erased since it was found queued is told by `markSending`, before anything leaves. */
  async function pageOf(connection: string, asked: Asked): Promise<{ pairs: Pair[]; next: string | null }> {
    const { found, next } = await queuedOn(connection, asked);
    if (found.length === 0) return { pairs: [], next };
    const pairs = await db.dexie.transaction('r', [...tablesOfRecords(db), db.history], async () =>
      withVersions(db, found),
    );
    return { pairs, next };
  }

  /** Null where there is nothing to send any more. */
  async function open({ queued, version }: Pair, connection: string): Promise<Outgoing | Settled | null> {
    if (!version) return null;
    const { id, rev } = version;
    const wordsThere = sendingOf(queued, connection).wordsThere === true;
    try {
      const written = await rows.openWritten(version);
      if (queued.envelopeOnly) return { version: endOfShare(written), attachments: [], wordsThere };
      const attachments = version.attachments.length > 0 ? attachmentRefs(written.body) : [];
      return { version: written, attachments, wordsThere };
    } catch (error) {
      return { id, rev, to: 'refused', why: String(error), reason: 'damaged' };
    }
  }

  return async (connection, asked): Promise<OutgoingPage> => {
    const { pairs, next } = await database.read(() => pageOf(connection, asked));
    const opened = await Promise.all(pairs.map((pair) => open(pair, connection)));
    const items: Outgoing[] = [];
    const damaged: Settled[] = [];
    for (const one of opened) {
      if (one && 'to' in one) damaged.push(one);
      else if (one) items.push(one);
    }
    if (damaged.length > 0) await setAside(connection, damaged);
    return { items, next };
  };
}

/** Goes on after `after` until `limit` rows are found. People and projects come first, then all in the order of ids. */
async function nextQueued(
  db: VaultDatabase,
  { after, limit }: Asked,
  wanted: (row: OutboxRow) => boolean,
): Promise<{ found: OutboxRow[]; next: string | null }> {
  const found: OutboxRow[] = [];
  let place = placeOf(after);
  for (;;) {
    const { first, id, rev } = place;
    const size = limit - found.length;
    const chunk = await (first ? firstAfter(db, id, rev) : restAfter(db, id, rev)).limit(size).toArray();
    found.push(...chunk.filter((row) => (first || !row.first) && wanted(row)));
    const last = chunk.at(-1);
    if (last && chunk.length === size) place = { first, id: last.id, rev: last.rev };
    else if (first) place = { first: false, id: '', rev: '' };
    else return { found, next: null };
    if (found.length >= limit) return { found, next: `${place.first ? 1 : 0} ${place.id} ${place.rev}` };
  }
}

function placeOf(after: string | undefined): VersionKey & { first: boolean } {
  const [first = '1', id = '', rev = ''] = after?.split(' ') ?? [];
  return { first: first === '1', id, rev };
}

function firstAfter(db: VaultDatabase, id: string, rev: string) {
  return db.outbox.where('[first+id+rev]').between([1, id, rev], [1, Dexie.maxKey], false, false);
}

function restAfter(db: VaultDatabase, id: string, rev: string) {
  return db.outbox.where('[id+rev]').above([id, rev]);
}

async function withVersions(db: VaultDatabase, queued: OutboxRow[]): Promise<Pair[]> {
  const current = await recordsOf(
    db,
    queued.map(({ id }) => id),
  );
  const isCurrent = (row: OutboxRow, at: number) => current[at]?.rev === row.rev;
  const older = queued.filter((row, at) => !isCurrent(row, at));
  const keys = older.map(({ id, rev }): [string, string] => [id, rev]);
  const history = keys.length > 0 ? await db.history.bulkGet(keys) : [];
  const earlier = new Map(older.map((row, at) => [row, history[at]]));
  return queued.map((row, at) => ({
    queued: row,
    version: isCurrent(row, at) ? current[at] : earlier.get(row),
  }));
}
