/** Photos and recordings that versions here refer to and that are still to come from an endpoint. */
import { attachmentRef } from '../core/attachment-ref.ts';
import type { AttachmentRef } from '../core/define-record.ts';
import { bytesToHex } from '../core/hex.ts';
import type { SyncStore, WantedAttachment, WantedOf } from '../core/sync-store.ts';
import type { Version } from '../core/version.ts';
import { attachmentRefs } from './attachment-refs.ts';
import { placeOf as attachmentPlace } from './attachments.ts';
import type { AttachmentRow, VaultDatabase, VersionRow } from './database.ts';
import { findRecords, tablesOfRecords } from './find-records.ts';
import { usesOf } from './sweep.ts';
import { keptOf, type SyncParts } from './sync-tables.ts';

/** A reference that is to be fetched, sealed, and the rev it stands in. */
export interface SealedRef {
  sha256: string;
  id: string;
  rev: string;
  ref: ArrayBuffer;
}

interface Wanted extends Pick<SyncStore, 'wanted' | 'notThere' | 'keepArrived'> {
  /**
   * Notes what is not here of all that is referred to: for versions that came without an endpoint, e.g. from a file. What
   * only private records refer to is left out: no endpoint has it, and none is to learn of it.
   */
  lookForMissing(): Promise<void>;
  /** The connection is asked for everything again, whatever it did not have. */
  askAgain(connection: string): Promise<void>;
  /** Every reference in some versions. */
  sealRefs(versions: readonly Version[]): Promise<SealedRef[]>;
}

const nothing = new ArrayBuffer(0);
/** What is not there is asked for again after as long as it has been wanted, and this often at least. */
const ASK_EVERY_MS = 24 * 60 * 60 * 1000;

export function createWanted({ db, connection: database, sealer, rows, environment }: SyncParts): Wanted {
  async function sealRef({ id, rev }: Version, ref: AttachmentRef): Promise<SealedRef> {
    const { sha256 } = ref;
    return { sha256, id, rev, ref: await sealer.sealText(JSON.stringify(ref), ['wanted', sha256]) };
  }

  async function open({ sha256, ref, sealed }: AttachmentRow): Promise<WantedAttachment | null> {
    try {
      const text = await sealer.openText(ref ?? nothing, ['wanted', sha256]);
      const here = sealed.byteLength > 0 ? await sealer.openBytes(sealed, ['part', sha256]) : nothing;
      return { ref: attachmentRef.parse(JSON.parse(text)), have: new Uint8Array(here) };
    } catch {
      return null;
    }
  }

  // What a document trips is a rejection, so that nobody who waits for more than this is left with it.
  const sealAll = async (versions: readonly Version[]) =>
    Promise.all(
      versions.flatMap((version) => attachmentRefs(version.body).map((ref) => sealRef(version, ref))),
    );

  /** One version that refers to each name, of a record that is not private now. */
  async function referring(names: readonly string[]): Promise<VersionRow[]> {
    const found = await Promise.all(names.map(sharedOne));
    return found.filter((row) => row !== undefined);
  }

  async function sharedOne(name: string): Promise<VersionRow | undefined> {
    const current = await db.records.where('attachments').equals(name).toArray();
    const shared = current.find(({ audience }) => audience !== 'me');
    if (shared) return shared;
    const earlier = await db.history.where('attachments').equals(name).toArray();
    if (earlier.length === 0) return undefined;
    const { rows } = await findRecords(
      db,
      earlier.map(({ id }) => id),
    );
    return earlier.find(({ id, audience }) => audience !== 'me' && rows.get(id)?.audience !== 'me');
  }

  const wantedRows = () => db.attachments.where('wanted').above('');

  return {
    async lookForMissing() {
      const rowsFound = await database.read(() =>
        db.dexie.transaction('r', [...tablesOfRecords(db), db.history, db.attachments], async () => {
          const [current, earlier, here] = await Promise.all([
            db.records.orderBy('attachments').uniqueKeys(),
            db.history.orderBy('attachments').uniqueKeys(),
            db.attachments.toCollection().primaryKeys(),
          ]);
          const missing = new Set([...current, ...earlier].map(String));
          for (const name of here) missing.delete(name);
          return referring([...missing]);
        }),
      );
      const opened = await Promise.allSettled(rowsFound.map((row) => rows.openWritten(row)));
      const versions = opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      const refs = await sealAll(versions);
      if (refs.length === 0) return;
      await database.read(() =>
        db.dexie.transaction('rw', db.attachments, () => addWanted(db, refs, environment.now())),
      );
    },

    sealRefs: sealAll,

    async askAgain(connection) {
      await database.read(() =>
        wantedRows().modify((row) => {
          delete row.notThere?.[connection];
        }),
      );
    },

    async wanted(limit, asked) {
      const now = environment.now();
      const rowsAsked = wantedRows().reverse();
      if (asked) rowsAsked.filter((row) => isDue(row, asked, now));
      const found = await database.read(() => rowsAsked.clone().limit(limit).toArray());
      return (await Promise.all(found.map(open))).filter((one) => one !== null);
    },

    async notThere(connection, names) {
      const now = environment.now();
      const ran = await database.run(() =>
        db.attachments
          .where('sha256')
          .anyOf(names)
          .modify((row) => {
            if (row.wanted !== undefined) row.notThere = { ...row.notThere, [connection]: now };
          }),
      );
      return keptOf(ran);
    },

    async keepArrived(ref, content) {
      const { sha256, type } = ref;
      const complete = (await sha256Of(content)) === sha256;
      const part = !complete && content.byteLength < ref.bytes && content.byteLength > 0;
      const sealed = complete
        ? await sealer.sealBytes(content, attachmentPlace(sha256, type))
        : part
          ? await sealer.sealBytes(content, ['part', sha256])
          : nothing;
      const ran = await database.run(() =>
        db.dexie.transaction('rw', db.attachments, db.records, db.history, db.drafts, async () => {
          const row = await db.attachments.get(sha256);
          if (!complete) {
            if (row?.wanted !== undefined) await db.attachments.put({ ...row, sealed });
            return;
          }
          // Erased meanwhile, nothing refers to it any more.
          if (!row && (await usesOf(db, [sha256])).unused.length > 0) return;
          await db.attachments.put({ sha256, type, keptAt: environment.now(), sealed });
        }),
      );
      const kept = keptOf(ran);
      return kept.status === 'kept' ? { ...kept, complete } : kept;
    },
  };
}

/** Whoever made it may send it any moment while it is new; what was long in coming is asked for now and then. */
function isDue({ sha256, keptAt, notThere }: AttachmentRow, asked: WantedOf, now: number): boolean {
  if (asked.without.has(sha256)) return false;
  const at = notThere?.[asked.connection];
  if (at === undefined || isBefore(at, asked, now)) return true;
  // Also where the clock was set back.
  return Math.abs(now - at) >= Math.min(at - keptAt, ASK_EVERY_MS);
}

/** Noted before the moment that was given, or by a clock that was set back since. Where that moment is yet to come it says nothing. */
function isBefore(at: number, { since }: WantedOf, now: number): boolean {
  return typeof since === 'number' && since <= now && (at <= since || at > now);
}

/** Notes what is not here yet, inside the caller's transaction; what is wanted already counts as new again. */
export async function addWanted(
  db: VaultDatabase,
  refs: readonly SealedRef[],
  keptAt: number,
): Promise<void> {
  const byName = new Map(refs.map((ref) => [ref.sha256, ref]));
  const found = await db.attachments.bulkGet([...byName.keys()]);
  const here = found.filter((row) => row !== undefined);
  for (const row of here) byName.delete(row.sha256);
  const again = here
    .filter((row) => row.notThere)
    .map(({ notThere: _asked, ...row }) => ({ ...row, keptAt }));
  const fresh = [...byName.values()].map(({ sha256, rev, ref }) => ({
    sha256,
    type: '',
    keptAt,
    wanted: rev,
    ref,
    sealed: nothing,
  }));
  await db.attachments.bulkPut([...fresh, ...again]);
}

async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
