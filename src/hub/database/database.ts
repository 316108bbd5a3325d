/** The port to the hub's database. PGlite and PostgreSQL stand behind it with the same SQL. */
import type * as z from 'zod/mini';

/**
 * Whose rights a transaction has. `plotline_member`: a person's, once `sign_in` has said whose. `plotline_keeper`: one
 * organisation's. `upkeep`: the owner of the tables, for migrations and repair, never for a request.
 */
export type Actor = 'plotline_member' | 'plotline_keeper' | 'upkeep';

export type Parameter = string | number | boolean | null | Uint8Array | readonly string[];

export interface Transaction {
  /** Rows as `shape` reads them. Throws a ZodError where they are not so: then SQL and program do not fit. */
  query<Row>(shape: z.ZodMiniType<Row>, sql: string, parameters?: readonly Parameter[]): Promise<Row[]>;
  /** How many rows it changed. */
  change(sql: string, parameters?: readonly Parameter[]): Promise<number>;
  /** Several statements without parameters. */
  script(sql: string): Promise<void>;
}

export interface Database {
  readonly engine: 'pglite' | 'postgresql';
  /** Commits when `work` is done, takes everything back when it throws. */
  transaction<T>(actor: Actor, work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** How the connections stand; of PGlite there is one. */
  connections(): { open: number; idle: number; waiting: number };
  /** Waits for what is under way. */
  close(): Promise<void>;
}
