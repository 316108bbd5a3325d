/** Takes in what an endpoint listed: a page, its cursor and what was set aside, in one transaction. */
import type { SetAside, SyncStore, TakeInOutcome, VersionKey } from '../core/sync-store.ts';
import type { Version } from '../core/version.ts';
import type { Transaction } from 'dexie';
import type { OutboxRow, VersionRow } from './database.ts';
import { anyOf, tell } from './directly.ts';
import { noneHere, noteAdded, readKnown, type KnownHere } from './known-here.ts';
import { isTakenBack, placeVersions, tablesToPlace, toRecord, waiting } from './place.ts';
import { packed } from './packs.ts';
import { queuedOf } from './queued.ts';
import type { Place } from './seal.ts';
import { nameOf, rowsMatching, sortArrivals, type Known, type Sorted } from './sort-arrivals.ts';
import { syncTables, type AsideRow, type ConnectionRow, type SyncParts } from './sync-tables.ts';
import { withoutUnkeepable, type TakenPage } from './unkeepable.ts';
import { addWanted, type SealedRef } from './wanted.ts';
import { allHaveIt, sendingOf, withSending } from './who-lacks.ts';

/** From here on a page is worth knowing all ids for. */
const BIG_PAGE = 100;
/** From here on records of a page are told of as a whole, not each. */
const MANY = 50;
/** How often a page is begun anew because a record came here by another way at that moment. */
const TRIES = 5;

type TakingIn = Pick<SyncStore, 'cursor' | 'takeIn'>;

interface Aids {
  cameAfterAll(connection: string, versions: readonly Version[]): Promise<string[]>;
  sealAside(connection: string, items: TakenPage['setAside']): Promise<AsideRow[]>;
  sealRefs(versions: readonly Version[]): Promise<SealedRef[]>;
}

/** A page made ready: all that the transaction needs, sealed. */
interface Ready {
  from: string;
  sorted: Sorted;
  /** What was known to be here; null where that is to be asked. */
  known: KnownHere | null;
  /** Records that are not here, with one version each: they are only added. */
  alone: VersionRow[];
  /** To be merged into what is here. */
  others: VersionRow[];
  refs: SealedRef[];
  aside: AsideRow[];
  /** Names of what stands aside until now. */
  notAside: string[];
  cursor: ArrayBuffer;
  continues: boolean;
  addedAt: string;
  /** Why a row could not be put past Dexie. */
  failed?: DOMException | null;
}

export function createTakeIn(parts: SyncParts, { sealAside, cameAfterAll, sealRefs }: Aids): TakingIn {
  const { db, connection: database, sealer, rows, clock, environment, owner } = parts;
  const { connections, cursors, aside } = syncTables(db);
  const tables = [...tablesToPlace(db), connections, cursors, aside];
  /** Kept while big pages come. */
  let known: KnownHere | null = null;
  /** Ids of records on pages that are being taken in. */
  const underWay = new Set<string>();

  /** Null where a page is too small for it. */
  async function knownFor({ length }: readonly Version[]): Promise<KnownHere | null> {
    known = length < BIG_PAGE ? null : (known ?? (await database.read(() => readKnown(db))));
    return known;
  }

  /** What cannot be kept for what it says is set aside, and stops nothing; a fault of the database is thrown on. */
  async function makeReady(from: string, page: TakenPage): Promise<Ready> {
    try {
      return await prepare(from, page);
    } catch (error) {
      const rest = withoutUnkeepable(page, new Date(environment.now()).toISOString());
      if (!rest) throw error;
      return prepare(from, rest);
    }
  }

  async function prepare(from: string, page: TakenPage): Promise<Ready> {
    const before = await knownFor(page.versions);
    const ids = [...new Set(page.versions.map(({ id }) => id))];
    const perhaps = before ? ids.filter((id) => before.ids.has(id)) : ids;
    const here = await database.read(() => rowsMatching(db, page.versions, perhaps));
    const sorted = await sortArrivals(rows, page.versions, here.rows);
    const times = new Map<string, number>();
    for (const { id } of sorted.fresh) times.set(id, (times.get(id) ?? 0) + 1);
    const odd = new Set(sorted.clashes.map(nameOf));
    const at = new Date(environment.now()).toISOString();
    const [sealed, refs, setAside, notAside, cursor] = await Promise.all([
      Promise.all(sorted.fresh.map((version) => rows.seal(version))),
      sealRefs(sorted.fresh),
      sealAside(from, [...page.setAside, ...clashing(page.versions, sorted.clashes, at)]),
      cameAfterAll(
        from,
        page.versions.filter((version) => !odd.has(nameOf(version))),
      ),
      sealer.sealText(page.cursor, placeOf(from)),
    ]);
    const isAlone = ({ id }: VersionRow) => !here.ids.has(id) && times.get(id) === 1;
    return {
      from,
      sorted,
      known: before,
      alone: sealed.filter(isAlone),
      others: sealed.filter((row) => !isAlone(row)),
      refs,
      aside: setAside,
      notAside,
      cursor,
      continues: page.continues === true,
      addedAt: at,
    };
  }

  /**
   * Many are packed, and put past Dexie, whose way takes a good part of the time; `tell` is due then (decisions 018, 020). They
   * are known not to be here.
   */
  async function addAll(ready: Ready, into: Transaction): Promise<void> {
    const { alone, known } = ready;
    // Dexie keeps what fails past it from ending the transaction, and would only say that it was aborted.
    const put = (request: IDBRequest<IDBValidKey> | undefined) => {
      request?.addEventListener('error', () => (ready.failed ??= request.error));
      return request;
    };
    const rows = alone.map((row) => toRecord(row));
    let last: IDBRequest<IDBValidKey> | undefined;
    if (rows.length < MANY) await db.records.bulkPut(rows);
    else {
      const [packs, records] = [db.packs, db.records].map(({ name }) => into.idbtrans.objectStore(name));
      const { packs: many, single } = packed(rows);
      for (const pack of many) last = put(packs?.add(pack));
      for (const row of single) put(records?.put(row));
    }
    const ids = alone.map(({ id }) => id);
    if (known) into.on('complete', () => noteAdded(known, ids, last && Number(last.result)));
  }

  /** Null where the connection was removed meanwhile. 'taken' where another window brought one of the records. */
  async function keep(ready: Ready, transaction: Transaction): Promise<TakeInOutcome | 'taken' | null> {
    const { from, sorted, alone, others } = ready;
    const { known: doubles, giveWay } = sorted;
    const [all, queued, before, free] = await Promise.all([
      connections.toArray(),
      queuedOf(db, doubles),
      ready.continues ? cursors.get(from) : undefined,
      noneHere(
        db,
        alone.map(({ id }) => id),
        ready.known,
      ),
    ]);
    if (!free) return 'taken';
    if (!all.some(({ id }) => id === from)) return null;
    if (ready.continues && !before) return { status: 'anew' };
    const { changed, over } = receivedBy(from, doubles, queued.rows, all);
    // Before anything is placed: an end of share on this page takes out of the outbox what is told here to be on its way.
    // Not awaited for nothing, as in place.ts.
    if (changed.length > 0) await db.outbox.bulkPut(changed);
    if (over.length > 0) await db.outbox.bulkDelete(over);
    const broken = (row: VersionRow) => giveWay.has(nameOf(row));
    const [placed] = await Promise.all([
      others.length > 0 ? placeVersions(db, others, { same: () => true, broken }) : null,
      alone.length > 0 && addAll(ready, transaction),
      cursors.put({ connection: from, sealed: ready.cursor }),
      ready.notAside.length > 0 && aside.bulkDelete(ready.notAside),
      ready.aside.length > 0 && aside.bulkPut(ready.aside),
    ]);
    const results = [...(placed?.values() ?? [])];
    const added = [...alone, ...results.flatMap((result) => result.added)];
    const takenBack = (row: VersionRow) => isTakenBack(row, placed?.get(row.id)?.versions ?? []);
    const passedOn = forOthers(
      added.filter((row) => !takenBack(row)),
      all,
      from,
      ready.addedAt,
    );
    const names = new Set(added.map(nameOf));
    const refs = ready.refs.filter((ref) => names.has(nameOf(ref)));
    if (passedOn.length + refs.length > 0)
      await Promise.all([
        passedOn.length > 0 && db.outbox.bulkPut(passedOn),
        refs.length > 0 && addWanted(db, refs, environment.now()),
      ]);
    return {
      status: 'applied',
      added: added.length,
      known: doubles.length + sorted.doubles + results.flatMap((result) => result.known).length,
      erased: results.flatMap((result) => result.absorbed).length,
      clashes: sorted.clashes,
    };
  }

  async function keptOrTaken(ready: Ready): Promise<TakeInOutcome | 'taken' | null> {
    ready.failed = null;
    const outcome = await db.dexie
      .transaction('rw', tables, (transaction) => keep(ready, transaction))
      .catch((error: unknown) => {
        throw ready.failed ?? error;
      });
    if (ready.alone.length >= MANY) tell({ ...anyOf(db.records), ...anyOf(db.packs) });
    return outcome;
  }

  /** Only what is about the owner passes from one endpoint to another. */
  function forOthers(
    added: readonly VersionRow[],
    all: readonly ConnectionRow[],
    from: string,
    addedAt: string,
  ): OutboxRow[] {
    if (all.length < 2) return [];
    return added
      .filter((row) => row.subject === owner.personId && (row.audience === 'team' || row.envelope))
      .map((row) => withSending(waiting(row, addedAt), from, { state: 'received' }));
  }

  /** What an endpoint gives back, it has: the words. Whether it has their photos and recordings is not known by that. */
  function receivedBy(
    from: string,
    known: readonly Known[],
    queued: readonly OutboxRow[],
    all: readonly ConnectionRow[],
  ): { changed: OutboxRow[]; over: [string, string][] } {
    const changed: OutboxRow[] = [];
    const over: [string, string][] = [];
    const attached = new Map(known.map((version) => [nameOf(version), version.attachments.length]));
    for (const row of queued) {
      const before = sendingOf(row, from);
      if (before.state === 'received') continue;
      const complete = row.envelopeOnly || attached.get(nameOf(row)) === 0;
      const stays = before.state === 'sending' || before.state === 'kept-back';
      const state = stays ? before.state : 'waiting';
      const next = withSending(row, from, complete ? { state: 'received' } : { state, wordsThere: true });
      if (allHaveIt(next, all, owner.personId)) over.push([row.id, row.rev]);
      else changed.push(next);
    }
    return { changed, over };
  }

  return {
    async cursor(connection) {
      const row = await database.read(() => cursors.get(connection));
      if (!row) return null;
      // Where it cannot be opened, the list is gone through once more: doubles are harmless.
      return sealer.openText(row.sealed, placeOf(connection)).catch(() => null);
    },

    async takeIn(connection, page, after) {
      // Of a record that is on both pages, what the first brings has to be seen.
      if (after && page.versions.some(({ id }) => underWay.has(id))) await after;
      for (const { id } of page.versions) underWay.add(id);
      try {
        for (let tried = 0; tried < TRIES; tried++) {
          const ready = await makeReady(connection, page);
          const before = await after;
          if (before && before.status !== 'applied') {
            return { status: 'unavailable', why: 'the page before was not kept' };
          }
          const ran = await database.run(() => keptOrTaken(ready));
          if (ran.status !== 'done') return ran;
          if (!ran.value) return { status: 'unavailable', why: 'the connection was removed' };
          if (ran.value === 'taken') {
            known = null;
            continue;
          }
          for (const { rev } of page.versions) clock.observe(rev);
          return ran.value;
        }
        return { status: 'unavailable', why: 'others keep writing the same records' };
      } finally {
        for (const { id } of page.versions) underWay.delete(id);
      }
    },
  };
}

function placeOf(connection: string): Place {
  return ['cursor', connection];
}

/** Never written over: what stands here stays, and the other is shown. */
function clashing(versions: readonly Version[], clashes: readonly VersionKey[], at: string): SetAside[] {
  const byName = new Map(versions.map((version) => [nameOf(version), version]));
  return clashes.map((key) => ({
    key: `${key.id}_${key.rev}`,
    why: 'other contents stand here under the same key',
    raw: byName.get(nameOf(key)),
    at,
  }));
}
