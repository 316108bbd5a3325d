/** Photos and recordings that versions here refer to and that are still to come from an endpoint. */
import { attachmentRef } from '../core/attachment-ref.ts';
import type { AttachmentRef } from '../core/define-record.ts';
import { bytesToHex } from '../core/hex.ts';
import type { SyncStore, WantedAttachment } from '../core/sync-store.ts';
import type { Version } from '../core/version.ts';
import { attachmentRefs } from './attachment-refs.ts';
import { placeOf as attachmentPlace } from './attachments.ts';
import type { AttachmentRow, VaultDatabase, VersionRow } from './database.ts';
import { usesOf } from './sweep.ts';
import { keptOf, type SyncParts } from './sync-tables.ts';

/** A reference that is to be fetched, sealed, and the rev it stands in. */
export interface SealedRef {
  sha256: string;
  id: string;
  rev: string;
  ref: ArrayBuffer;
}

interface Wanted extends Pick<SyncStore, 'wanted' | 'keepArrived'> {
  /** Notes what is not here of all that is referred to: for versions that came without an endpoint, e.g. from a file. */
  lookForMissing(): Promise<void>;
  /** Every reference in some versions. */
  sealRefs(versions: readonly Version[]): Promise<SealedRef[]>;
}

const nothing = new ArrayBuffer(0);

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

  const sealAll = (versions: readonly Version[]) =>
    Promise.all(
      versions.flatMap((version) => attachmentRefs(version.body).map((ref) => sealRef(version, ref))),
    );

  /** One version that refers to each name. */
  async function referring(names: readonly string[]): Promise<VersionRow[]> {
    const found = await Promise.all(
      names.map(async (name) => {
        const row = await db.records.where('attachments').equals(name).first();
        return row ?? db.history.where('attachments').equals(name).first();
      }),
    );
    return found.filter((row) => row !== undefined);
  }

  return {
    async lookForMissing() {
      const rowsFound = await database.read(async () => {
        const [current, earlier, here] = await Promise.all([
          db.records.orderBy('attachments').uniqueKeys(),
          db.history.orderBy('attachments').uniqueKeys(),
          db.attachments.toCollection().primaryKeys(),
        ]);
        const missing = new Set([...current, ...earlier].map(String));
        for (const name of here) missing.delete(name);
        return referring([...missing]);
      });
      const opened = await Promise.allSettled(rowsFound.map((row) => rows.openWritten(row)));
      const versions = opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      const refs = await sealAll(versions);
      if (refs.length === 0) return;
      await database.read(() =>
        db.dexie.transaction('rw', db.attachments, () => addWanted(db, refs, environment.now())),
      );
    },

    sealRefs: sealAll,

    async wanted(limit) {
      const found = await database.read(() =>
        db.attachments.where('wanted').above('').reverse().limit(limit).toArray(),
      );
      return (await Promise.all(found.map(open))).filter((one) => one !== null);
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

/** Notes what is not here yet, inside the caller's transaction. */
export async function addWanted(
  db: VaultDatabase,
  refs: readonly SealedRef[],
  keptAt: number,
): Promise<void> {
  const byName = new Map(refs.map((ref) => [ref.sha256, ref]));
  const here = await db.attachments.bulkGet([...byName.keys()]);
  for (const row of here) if (row) byName.delete(row.sha256);
  await db.attachments.bulkPut(
    [...byName.values()].map(({ sha256, rev, ref }) => ({
      sha256,
      type: '',
      keptAt,
      wanted: rev,
      ref,
      sealed: nothing,
    })),
  );
}

async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
