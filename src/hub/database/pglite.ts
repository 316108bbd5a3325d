/** PostgreSQL inside this process (PGlite), in a folder or in memory: one connection, so transactions stand in a row. */
import { PGlite, type Transaction as PgliteTransaction } from '@electric-sql/pglite';
import * as z from 'zod/mini';
import type { Database, Parameter, Transaction } from './database.ts';

export interface PgliteOptions {
  /** Absent: in memory. */
  folder?: string;
  /** A prepared data directory to start from (`dumpDataDir`); makes the first start quick. */
  prepared?: Blob;
}

/** Opens it; the first start in an empty folder takes some seconds. No second process may open the same folder. */
export async function openPglite({ folder, prepared }: PgliteOptions = {}): Promise<
  Database & { dump(): Promise<Blob> }
> {
  const pglite = await PGlite.create({
    ...(folder ? { dataDir: folder } : {}),
    ...(prepared ? { loadDataDir: prepared } : {}),
  });
  let waiting = 0;
  return {
    engine: 'pglite',
    async transaction(actor, work) {
      waiting++;
      try {
        return await pglite.transaction(async (own) => {
          if (actor !== 'upkeep') await own.exec(`set local role ${actor}`);
          return work(transactionOn(own));
        });
      } finally {
        waiting--;
      }
    },
    connections: () => ({ open: 1, idle: waiting === 0 ? 1 : 0, waiting: Math.max(0, waiting - 1) }),
    close: () => pglite.close(),
    dump: () => pglite.dumpDataDir('none'),
  };
}

function transactionOn(own: PgliteTransaction): Transaction {
  return {
    async query(shape, sql, parameters = []) {
      const { rows } = await own.query(sql, [...parameters]);
      return z.array(shape).parse(rows);
    },
    async change(sql, parameters: readonly Parameter[] = []) {
      const { affectedRows } = await own.query(sql, [...parameters]);
      return affectedRows ?? 0;
    },
    async script(sql) {
      await own.exec(sql);
    },
  };
}
