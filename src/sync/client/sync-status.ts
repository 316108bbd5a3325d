/** What the sync tells the rest of the app: how it stands, and what it can be asked. */
import type { Live } from '../../core/store.ts';

/** How a connection stands right now. Whether a record has been received is asked of the store, never of this. */
export type SyncStatus =
  | { at: 'unconnected' }
  /** Nothing to do. `lastAt`: milliseconds of the last time that the endpoint was heard from. */
  | { at: 'idle'; lastAt: number | null }
  | { at: 'working'; sent: number; toSend: number; came: number }
  /** It failed in a way that passes; the next try is at `until` (milliseconds). */
  | { at: 'waiting'; until: number; why: string }
  | { at: 'offline' }
  /**
   * The endpoint no longer knows the login. Nothing is sent until it takes one again: it is asked when the person logs in
   * anew, says "try again" or comes back to the app.
   */
  | { at: 'paused'; why: string }
  /** Another window of the app is syncing this vault. */
  | { at: 'elsewhere' };

export interface ConnectionStatus {
  /** Id of the connection. */
  connection: string;
  name: string;
  status: SyncStatus;
  /** Its clock minus the phone's, milliseconds, where they differ by more than five minutes. */
  clockOffMs: number | null;
  /**
   * False where it takes no photos and recordings: the words of a record arrive, the rest stays on this phone, and so
   * the record goes on counting as not received.
   */
  takesAttachments: boolean;
}

export interface Sync {
  /** One entry a connection, in the order they were made. */
  status: Live<ConnectionStatus[]>;
  /** Tries now: after a save, on coming to the front, by button. */
  now(): void;
  /** Ends it; what is under way is cut and tried again the next time. */
  stop(): void;
}
