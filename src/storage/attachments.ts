/** Photos and recordings, sealed, each kept once under the SHA-256 of its bytes. */
import type { KeepOutcome, Store } from '../core/store.ts';
import type { Environment } from '../core/environment.ts';
import { bytesToHex } from '../core/hex.ts';
import type { Connection } from './connection.ts';
import type { VaultDatabase } from './database.ts';
import type { Place, Sealer } from './seal.ts';
import { createDropUnused, createSweep, toBeSwept } from './sweep.ts';

export interface Attachments extends Pick<Store, 'keepAttachment' | 'attachment' | 'dropUnused'> {
  /** Removes those handed in longer ago than `olderThanMs` that no version and no draft refers to; says how many. */
  sweepAttachments(olderThanMs: number): Promise<number>;
}

export function createAttachments(
  db: VaultDatabase,
  connection: Connection,
  sealer: Sealer,
  environment: Environment,
): Attachments {
  return {
    async keepAttachment(bytes, about): Promise<KeepOutcome> {
      const sha256 = await sha256Of(bytes);
      const { type } = about;
      // Sealed and written even where it is here already: this mends one that was damaged.
      const sealed = await sealer.sealBytes(bytes, placeOf(sha256, type));
      const keptAt = environment.now();
      const ran = await connection.run(() =>
        db.dexie.transaction('rw', db.attachments, db.meta, () =>
          Promise.all([
            db.attachments.put({ sha256, type, keptAt, sealed }),
            toBeSwept(db, { sha256, keptAt }),
          ]),
        ),
      );
      if (ran.status !== 'done') return ran;
      const ref = { ...about, sha256, bytes: bytes.byteLength };
      return { status: 'kept', ref, handedIn: { sha256, keptAt } };
    },

    async attachment(sha256) {
      const row = await connection.read(() => db.attachments.get(sha256));
      if (!row) return null;
      try {
        const bytes = await sealer.openBytes(row.sealed, placeOf(sha256, row.type));
        return (await sha256Of(bytes)) === sha256 ? bytes : null;
      } catch {
        return null;
      }
    },

    dropUnused: createDropUnused(db, connection),
    sweepAttachments: createSweep(db, connection, environment),
  };
}

async function sha256Of(bytes: ArrayBuffer): Promise<string> {
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

export function placeOf(sha256: string, type: string): Place {
  return ['attachment', sha256, type];
}
