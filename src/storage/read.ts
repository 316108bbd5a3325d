/** Reading: rows found by index, opened one by one; a damaged one never hides its neighbours. */
import { Dexie } from 'dexie';
import type { RecordKinds } from '../core/define-record.ts';
import { showTogether } from '../core/read-version.ts';
import type { Delivery, Found, ListQuery, Store } from '../core/store.ts';
import type { Connection } from './connection.ts';
import type { OutboxRow, RecordRow, VaultDatabase, VersionRow } from './database.ts';
import { findRecord, recordsAfter, tablesOfRecords } from './find-records.ts';
import { pageOfRows, subjectsOf } from './list-rows.ts';
import { watchRows } from './live.ts';
import { historyOf, isPrivate } from './place.ts';
import { endsForOthers, othersMayHave } from './seen.ts';
import type { VersionRows } from './version-rows.ts';
import { zoneHere, type InZone } from './zone.ts';

/** Records gone through at a time when all are read. */
const CHUNK = 200;

type Reading = Pick<
  Store,
  'get' | 'watch' | 'list' | 'watchList' | 'watchSubjects' | 'history' | 'othersMayHave' | 'everything'
>;

/** A row with what else is needed to show it. */
interface RowInContext {
  row: RecordRow;
  outbox: OutboxRow | undefined;
  /** Read only where there are rivals. */
  history: VersionRow[];
}

export function createReading(
  db: VaultDatabase,
  connection: Connection,
  rows: VersionRows,
  records: RecordKinds,
): Reading {
  /** All reads of `work` see the same moment. */
  const snapshot = <T>(work: (inZone: InZone) => Promise<T>): Promise<T> =>
    db.dexie.transaction('r', [...tablesOfRecords(db), db.history, db.outbox], async () => work(zoneHere()));

  async function inContext(found: RecordRow[], inZone: InZone): Promise<RowInContext[]> {
    // Asked side by side: a row at a time would be a wait each.
    const [outbox, histories] = await inZone(() =>
      Promise.all([
        db.outbox.bulkGet(found.map((row) => [row.id, row.rev])),
        Promise.all(
          found.map((row): PromiseLike<VersionRow[]> =>
            row.rivals > 0 ? historyOf(db, row.id) : Promise.resolve([]),
          ),
        ),
      ]),
    );
    return found.map((row, at) => ({ row, outbox: outbox[at], history: histories[at] ?? [] }));
  }

  async function show({ row, outbox, history }: RowInContext): Promise<Found> {
    const found = await showVersion(row, row.rivals, deliveryOf(row, outbox));
    const kind = records.get(row.kind);
    if (found.status !== 'ok' || history.length === 0 || !kind) return found;
    const others = await Promise.all(history.map((other) => showVersion(other, 0, 'here')));
    const usable = others.map((other) => (other.status === 'ok' ? other.version : null));
    const together = showTogether(kind, [found.version, ...usable]);
    return together ? { ...found, version: together.version, rivals: together.rivals.length } : found;
  }

  async function showVersion(row: VersionRow, rivals: number, delivery: Delivery): Promise<Found> {
    const opened = await rows.open(row);
    if ('damaged' in opened) return damaged(row, opened.damaged);
    const { written, read } = opened;
    if (read.status === 'damaged') return damaged(row, read.why);
    if (read.status === 'newer') return { status: 'newer', version: written, rivals, delivery };
    const schema = records.get(row.kind)?.schema ?? row.schema;
    return { status: 'ok', version: { ...written, schema, body: read.body }, rivals, delivery };
  }

  /** For taking away: nothing upgraded, and what could be opened but not understood goes along whole. */
  async function showAsWritten(row: VersionRow, rivals: number, delivery: Delivery): Promise<Found> {
    const opened = await rows.open(row);
    if ('damaged' in opened) return damaged(row, opened.damaged);
    const status = opened.read.status === 'ok' ? 'ok' : 'newer';
    return { status, version: opened.written, rivals, delivery };
  }

  const justOne = async (id: string) => [await findRecord(db, id)].filter((row) => row !== undefined);

  /** Some records in the order of their ids, or only one, with all of their versions. */
  const readChunk = (after: string, only: string | undefined) =>
    snapshot(async () => {
      const chunk = await (only === undefined ? recordsAfter(db, after, CHUNK) : justOne(only));
      const history = db.history.where('[id+rev]');
      const first = only === undefined ? [after, Dexie.maxKey] : [only, Dexie.minKey];
      const last = chunk.at(-1)?.id ?? after;
      const earlier = await history.between(first, [last, Dexie.maxKey]).toArray();
      const hidden = new Set(chunk.filter((row) => !isShown(row)).map(({ id }) => id));
      const versions = [...chunk, ...earlier].filter(({ id }) => !hidden.has(id));
      return { chunk, versions, outbox: await db.outbox.bulkGet(versions.map(({ id, rev }) => [id, rev])) };
    });

  const one = (id: string) => () =>
    snapshot(async (inZone): Promise<RowInContext | null> => {
      const row = await findRecord(db, id);
      if (!row || !isShown(row)) return null;
      const [found] = await inContext([row], inZone);
      if (!found || found.outbox || !isPrivate(row)) return found ?? null;
      // It may have been changed since it was taken back: what waits to say so is then an earlier version.
      const waits = await db.outbox
        .where('[id+rev]')
        .between([id, Dexie.minKey], [id, Dexie.maxKey])
        .toArray();
      return { ...found, outbox: waits.find(endsForOthers) };
    });
  const showOne = async (found: RowInContext | null) => (found ? show(found) : null);
  const page = (query: ListQuery) => () =>
    snapshot(async (inZone) => {
      const { rows: found, next } = await pageOfRows(db, query, inZone);
      return { found: await inContext(found, inZone), next };
    });
  const showPage = async ({ found, next }: { found: RowInContext[]; next: string | null }) => ({
    items: await Promise.all(found.map(show)),
    next,
  });

  return {
    get: async (id) => showOne(await connection.read(one(id))),
    watch: (id) => watchRows(connection, one(id), showOne),
    list: async (query) => showPage(await connection.read(page(query))),
    watchList: (query) => watchRows(connection, page(query), showPage),
    watchSubjects: () =>
      watchRows(
        connection,
        () => snapshot((inZone) => subjectsOf(db, inZone)),
        (found) => Promise.resolve(found),
      ),

    async history(id) {
      const { current, outbox, earlier } = await connection.read(() =>
        snapshot(async () => {
          const row = await findRecord(db, id);
          const found = row ? await historyOf(db, id) : [];
          const all = row ? [row, ...found] : [];
          const sending = await db.outbox.bulkGet(all.map((version) => [id, version.rev]));
          return { current: row, outbox: sending, earlier: found };
        }),
      );
      if (!current) return [];
      const newestFirst = [current, ...[...earlier].reverse()];
      const states = [outbox[0], ...outbox.slice(1).reverse()];
      return Promise.all(
        newestFirst.map((row, at) =>
          showVersion(row, at === 0 ? current.rivals : 0, deliveryOf(row, states[at])),
        ),
      );
    },

    othersMayHave: (id) =>
      connection.read(() =>
        db.dexie.transaction('r', [...tablesOfRecords(db), db.history, db.outbox, db.sending], async () => {
          const row = await findRecord(db, id);
          return row ? othersMayHave(db, [row, ...(await historyOf(db, id))]) : false;
        }),
      ),

    async *everything(only) {
      let after = '';
      for (;;) {
        const from = after;
        const { chunk, versions, outbox } = await connection.read(() => readChunk(from, only));
        // Opened side by side, which takes a fraction of one after the other.
        yield* await Promise.all(
          versions.map((row, at) => {
            const current = chunk.find(({ id, rev }) => id === row.id && rev === row.rev);
            return showAsWritten(row, current?.rivals ?? 0, deliveryOf(row, outbox[at]));
          }),
        );
        const lastRow = chunk.at(-1);
        if (!lastRow || chunk.length < CHUNK) return;
        after = lastRow.id;
      }
    },
  };
}

/** What its author no longer shares is read nowhere but in its history. */
function isShown({ at, removed }: RecordRow): boolean {
  return at !== undefined || removed === 'erased';
}

/** Needs the person where one connection refused it; received where all have it that carry it. An end is no sending. */
function deliveryOf(
  { audience, unsent }: Pick<VersionRow, 'audience' | 'unsent'>,
  outbox: OutboxRow | undefined,
): Delivery {
  const states = Object.values(outbox?.by ?? {}).map(({ state }) => state);
  if (states.includes('refused')) return 'needs-you';
  if (outbox && endsForOthers(outbox)) return 'ending';
  if (states.includes('sending')) return 'sending';
  return outbox || unsent || audience === 'me' ? 'here' : 'received';
}

function damaged({ id, rev, kind, subject, occurredAt }: VersionRow, why: string): Found {
  return { status: 'damaged', id, rev, kind, subject, occurredAt, why };
}
