/** Opens one person's vault and gives the store that features stand on. */
import type { RecordKinds } from '../core/define-record.ts';
import type { Environment } from '../core/environment.ts';
import type { Live, Owner, Store } from '../core/store.ts';
import type { SyncStore } from '../core/sync-store.ts';
import { VaultLeft } from '../core/vault-left.ts';
import { ahead } from './ahead.ts';
import { createConnection, type BrokenReason, type Ran } from './connection.ts';
import { describeVault } from './database.ts';
import { createDrafts, draftRows, openDrafts, type SeenDrafts } from './drafts.ts';
import { unlock, type KeyHolder } from './keys.ts';
import type { RecordStore } from './record-store.ts';
import { createSealer } from './seal.ts';
import { createTurns } from './turns.ts';
import { countWaiting, watchOutbox } from './watch-outbox.ts';

export interface Vault extends Store {
  /** Removes what nothing refers to any more; says how many. Of attachments only those handed in longer ago than that. */
  tidy(olderThanMs?: number): Promise<number>;
  /** What sync asks of the vault; its code is fetched with the first time. Rejects where that fails. */
  sync(): Promise<SyncStore>;
  /** Ends every live query and lets go of the database. */
  close(): void;
}

interface Opening {
  environment: Environment;
  /** Every kind of record this app knows; or how they are fetched, with the first record that is read or written. */
  records: RecordKinds | (() => Promise<RecordKinds>);
  owner: Owner;
  /** Tidying begins when this is over; at once when left out. */
  tidyAfter?: Promise<unknown>;
  /** Told when this store will not work any more and why. */
  onBroken?: (reason: BrokenReason) => void;
}

/**
 * Drafts and the count of what waits are here at once: they are what the first screen shows. Everything about records is
 * fetched when it is first asked for. Rejects where the browser gives no database at all.
 */
export async function openVault(
  entry: { id: string; holder: KeyHolder },
  { environment, records, owner, onBroken, tidyAfter = Promise.resolve() }: Opening,
): Promise<Vault> {
  const db = describeVault(entry.id);
  const connection = createConnection(db.dexie, onBroken);
  const [key, [begun, waiting]] = await Promise.all([
    unlock(entry.holder),
    connection.read(() => Promise.all([draftRows(db).toArray(), countWaiting(db)])),
  ]);
  const sealer = createSealer(key, environment);
  const draftsAtStart = await openDrafts(sealer, begun);
  const turns = createTurns();
  const seen: SeenDrafts = new Map();
  const drafts = createDrafts(db, connection, sealer, environment, turns, seen);
  const watchedDrafts = ahead(draftsAtStart, drafts.watchDrafts());
  const watchedOutbox = ahead(
    waiting,
    watchOutbox(db, connection, () => environment.now()),
  );

  let asked: Promise<Ran<RecordStore>> | undefined;
  async function fetchStore(): Promise<Ran<RecordStore>> {
    const fetched = await Promise.all([
      import('./record-store.ts'),
      typeof records === 'function' ? records() : records,
    ]).catch((error: unknown) => String(error));
    if (typeof fetched === 'string') return { status: 'unavailable', why: fetched };
    const [part, kinds] = fetched;
    return part.createRecordStore({ db, connection, sealer, environment, owner, turns, seen }, kinds);
  }
  /** Asked anew after it failed. */
  async function reach(): Promise<Ran<RecordStore>> {
    const reached = await (asked ??= fetchStore());
    if (reached.status !== 'done') asked = undefined;
    return reached;
  }

  async function recordStore(): Promise<RecordStore> {
    const reached = await reach();
    if (reached.status === 'done') return reached.value;
    if (connection.left()) throw new VaultLeft();
    throw new Error(`records: ${reached.status === 'full' ? 'full' : reached.why}`);
  }

  /** For what tells its failing by a value. */
  async function told<T>(
    work: (store: RecordStore) => Promise<T>,
  ): Promise<T | Exclude<Ran<never>, { status: 'done' }>> {
    const reached = await reach();
    return reached.status === 'done' ? work(reached.value) : reached;
  }

  function live<T>(query: (store: RecordStore) => Live<T>): Live<T> {
    return {
      subscribe(see, fail) {
        let stop: (() => void) | undefined;
        let stopped = false;
        recordStore().then(
          (store) => {
            if (!stopped) stop = query(store).subscribe(see, fail);
          },
          (error: unknown) => {
            if (!stopped && !connection.left()) fail?.(error);
          },
        );
        return () => {
          stopped = true;
          stop?.();
        };
      },
    };
  }

  const tidy = async (olderThanMs?: number) => (await recordStore()).tidy(olderThanMs);
  // Not awaited: nobody waits for tidying, and its failing harms nothing.
  tidyAfter.then(() => tidy()).catch(() => undefined);

  return {
    owner,
    write: (changes, ends) => told((store) => store.write(changes, ends)),
    apply: (versions, definitions) => told((store) => store.apply(versions, definitions)),
    get: async (id) => (await recordStore()).get(id),
    watch: (id) => live((store) => store.watch(id)),
    list: async (query) => (await recordStore()).list(query),
    watchList: (query) => live((store) => store.watchList(query)),
    watchSubjects: () => live((store) => store.watchSubjects()),
    history: async (id) => (await recordStore()).history(id),
    othersMayHave: async (id) => (await recordStore()).othersMayHave(id),
    async *everything(only) {
      yield* (await recordStore()).everything(only);
    },
    definitions: async () => (await recordStore()).definitions(),
    watchDefinitions: () => live((store) => store.watchDefinitions()),
    ...drafts,
    watchDrafts: () => watchedDrafts,
    // Its turn is taken at once: a save asked for later must not be undone.
    dropDraft: (key) => turns.take(key, () => told((store) => store.dropDraft(key))),
    keepAttachment: (bytes, about) => told((store) => store.keepAttachment(bytes, about)),
    dropUnused: (handedIn) => told((store) => store.dropUnused(handedIn)),
    attachment: async (sha256) => (await recordStore()).attachment(sha256),
    takes: async () => (await recordStore()).takes,
    tidy,
    sync: async () => (await recordStore()).sync(),
    watchOutbox: () => watchedOutbox,
    close: connection.close,
  };
}
