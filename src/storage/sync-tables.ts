/** The tables that only sync uses, and what its parts are made from. */
import type { Table } from 'dexie';
import type { Clock } from '../core/clock.ts';
import type { Environment } from '../core/environment.ts';
import type { Owner, Store } from '../core/store.ts';
import type { Connection, Kept } from '../core/sync-store.ts';
import type { Connection as DatabaseConnection, Ran } from './connection.ts';
import type { VaultDatabase } from './database.ts';
import type { Sealer } from './seal.ts';
import type { VersionRows } from './version-rows.ts';

export interface ConnectionRow extends Pick<Connection, 'id' | 'carries'> {
  /** The settings. */
  sealed: ArrayBuffer;
}

/** Up to where an endpoint's list was taken in. */
export interface CursorRow {
  connection: string;
  sealed: ArrayBuffer;
}

/** Something listed that is not a usable version. */
export interface AsideRow {
  /** SHA-256 of its key, which the endpoint has chosen. */
  name: string;
  connection: string;
  at: string;
  /** Key, reason and contents. */
  sealed: ArrayBuffer;
}

export interface SyncTables {
  connections: Table<ConnectionRow, string>;
  cursors: Table<CursorRow, string>;
  aside: Table<AsideRow, string>;
}

export function syncTables({ dexie }: VaultDatabase): SyncTables {
  return {
    connections: dexie.table('connections'),
    cursors: dexie.table('cursors'),
    aside: dexie.table('aside'),
  };
}

export interface SyncParts {
  db: VaultDatabase;
  /** To the database. */
  connection: DatabaseConnection;
  sealer: Sealer;
  rows: VersionRows;
  clock: Clock;
  environment: Environment;
  owner: Owner;
  attachment: Store['attachment'];
}

export function keptOf(ran: Ran<unknown>): Kept {
  return ran.status === 'done' ? { status: 'kept' } : ran;
}
