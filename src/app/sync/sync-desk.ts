/** What screens may ask of the sync of the vault that is open. Made by `keep-in-sync.ts`, once the first screen stands. */
import type { ReadonlySignal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import type { Connection, Kept, SyncStore } from '../../core/sync-store.ts';
import type { ConnectionStatus } from '../../sync/client/sync-status.ts';

export interface SyncDesk {
  /** What is kept in the vault for it. */
  kept: SyncStore;
  /** In the order they were made; empty before the first query is answered too. */
  connections: ReadonlySignal<readonly Connection[]>;
  /** How each connection stands; empty while none is being kept in sync. */
  status: ReadonlySignal<readonly ConnectionStatus[]>;
  /** How many phones were connected as the person since, without their having been told of it. */
  strangers: ReadonlySignal<number>;
  /** Tries now. */
  now(): void;
  /** Adds a connection, or changes the settings of one that is there, and begins with it. */
  connect(connection: Connection): Promise<Kept>;
  /** Forgets one. Records stay. */
  disconnect(id: string): Promise<Kept>;
  /** The quiet line on top, which knows how the sync stands. */
  Line: FunctionComponent;
}
