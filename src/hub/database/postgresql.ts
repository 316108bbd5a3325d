/** A PostgreSQL server, reached through a pool of connections. */
import pg from 'pg';
import * as z from 'zod/mini';
import type { Actor, Database, Parameter, Transaction } from './database.ts';

export interface PostgresqlOptions {
  /** `postgres://user:password@host:5432/database`. */
  url: string;
  /** The most connections of this process. */
  connections?: number;
  /** What happens to idle connections behind our back, e.g. when the server is restarted. */
  onError?: (error: Error) => void;
}

/** Half a minute: a process that hangs must not hold back the order of everybody's versions for longer. */
const LONGEST_MS = 30_000;

/**
 * Once a table has been analysed, PostgreSQL takes the policies for so costly that it compiles each question: two seconds for a
 * page that is read in thirty milliseconds.
 */
const begin = 'begin; set local jit = off';

/** Nothing is connected until the first transaction. */
export function openPostgresql({ url, connections = 10, onError }: PostgresqlOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    application_name: 'plotline-hub',
    connectionTimeoutMillis: 10_000,
    statement_timeout: LONGEST_MS,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: LONGEST_MS,
  });
  pool.on('error', (error) => onError?.(error));
  return {
    engine: 'postgresql',
    async transaction(actor, work) {
      try {
        return await once(actor, work);
      } catch (error) {
        // Two requests that wait for each other's rows: the one that was stopped goes again, after the other.
        if (error instanceof pg.DatabaseError && error.code === '40P01') return once(actor, work);
        throw error;
      }
    },
    connections: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: () => pool.end(),
  };

  async function once<T>(actor: Actor, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    let broken: Error | undefined;
    const onBroken = (error: Error) => (broken = error);
    client.on('error', onBroken);
    try {
      await client.query(actor === 'upkeep' ? begin : `${begin}; set local role ${actor}`);
      const result = await work(transactionOn(client));
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((cause: unknown) => {
        broken = cause instanceof Error ? cause : new Error('the connection broke', { cause });
      });
      throw error;
    } finally {
      client.off('error', onBroken);
      client.release(broken);
    }
  }
}

function transactionOn(client: pg.PoolClient): Transaction {
  return {
    async query(shape, sql, parameters = []) {
      const { rows } = await client.query<Record<string, unknown>>(sql, [...parameters]);
      return z.array(shape).parse(rows);
    },
    async change(sql, parameters: readonly Parameter[] = []) {
      const { rowCount } = await client.query(sql, [...parameters]);
      return rowCount ?? 0;
    },
    async script(sql) {
      await client.query(sql);
    },
  };
}
