/** What is still being recorded: sealed and durable piece by piece. A piece alone can begin nothing anew. */
import { Dexie, type Collection, type Table } from 'dexie';
import type { Piece, Takes } from '../core/takes.ts';
import type { Connection } from './connection.ts';
import type { PieceKey, PieceRow, VaultDatabase } from './database.ts';
import type { Place, Sealer } from './seal.ts';
import type { Turns } from './turns.ts';

interface TakeParts {
  db: VaultDatabase;
  connection: Connection;
  sealer: Sealer;
  /** Shared with the drafts: a piece waits for the saving of its draft, and is no later than its end. */
  turns: Turns;
}

export interface KeptTakes extends Takes {
  /** Removes pieces whose draft is gone, as an older app may leave them; says how many. */
  sweep(): Promise<number>;
}

export function createTakes({ db, connection, sealer, turns }: TakeParts): KeptTakes {
  async function open({ key, about, sealed }: PieceRow): Promise<Piece | null> {
    try {
      const [bytes, text] = await Promise.all([
        sealer.openBytes(sealed, placeOf('piece', key)),
        sealer.openText(about, placeOf('about piece', key)),
      ]);
      return { bytes, about: JSON.parse(text) };
    } catch {
      return null;
    }
  }

  return {
    keep({ draft, take }, at, { bytes, about }) {
      const key: PieceKey = [draft, take, at];
      const text = JSON.stringify(about);
      return turns.take(draft, async () => {
        const row = {
          key,
          about: await sealer.sealText(text, placeOf('about piece', key)),
          sealed: await sealer.sealBytes(bytes, placeOf('piece', key)),
        };
        const ran = await connection.run(() =>
          db.dexie.transaction('rw', db.drafts, async () => {
            // What was dropped in the meantime, here or in another window, has neither.
            const before = at === 0 ? draft : [draft, take, at - 1];
            if ((await db.drafts.where('key').equals(before).count()) === 0) return 'over' as const;
            await pieceRows(db).put(row);
            return 'saved' as const;
          }),
        );
        return ran.status === 'done' ? { status: ran.value } : ran;
      });
    },

    async of(draft) {
      const keys = await connection.read(() => piecesUnder(db, draft).primaryKeys());
      return [...new Set(keys.map(([, take]) => take))];
    },

    async pieces({ draft, take }) {
      const rows = await connection.read(() => piecesUnder(db, draft, take).toArray());
      // After a gap none stands where its number says.
      const opened = await Promise.all(rows.filter(({ key }, at) => key[2] === at).map(open));
      const end = opened.indexOf(null);
      return opened.slice(0, end === -1 ? undefined : end).filter((piece) => piece !== null);
    },

    drop({ draft, take }, became) {
      return turns.take(draft, async () => {
        const ran = await connection.run(() =>
          db.dexie.transaction('rw', db.drafts, async () => {
            const refers = became === undefined || (await db.drafts.get(draft))?.attachments.includes(became);
            if (refers === true) await piecesUnder(db, draft, take).delete();
          }),
        );
        return ran.status === 'done' ? { status: 'saved' } : ran;
      });
    },

    sweep() {
      return connection.read(() =>
        db.dexie.transaction('rw', db.drafts, async () => {
          const keys = await pieceRows(db).where('key').aboveOrEqual([Dexie.minKey]).primaryKeys();
          const drafts = [...new Set(keys.map(([draft]) => draft))];
          const here = await db.drafts.bulkGet(drafts);
          const gone = drafts.filter((_, at) => !here[at]);
          let count = 0;
          for (const draft of gone) count += await piecesUnder(db, draft).delete();
          return count;
        }),
      );
    },
  };
}

/** The pieces under one draft, or of one recording under it. */
export function piecesUnder(
  db: VaultDatabase,
  ...place: [draft: string, take?: string]
): Collection<PieceRow, PieceKey> {
  return pieceRows(db)
    .where('key')
    .between([...place, Dexie.minKey], [...place, Dexie.maxKey]);
}

/** The keys of all pieces under one draft: lists that begin with it. */
export function underDraft(draft: string): IDBKeyRange {
  return IDBKeyRange.bound([draft], [draft, []]);
}

/** They share a table with the drafts, and so a draft ends with its pieces in one transaction that it takes anyway. */
function pieceRows(db: VaultDatabase): Table<PieceRow, PieceKey> {
  return db.dexie.table('drafts');
}

function placeOf(what: string, key: PieceKey): Place {
  return [what, ...key];
}
