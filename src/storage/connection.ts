/** Keeps the connection to a database alive: opens it again when the browser dropped it, and says why where it cannot. */
import Dexie from 'dexie';
import { VaultLeft } from '../core/vault-left.ts';

/** `removed`: the vault was deleted. `newer-app`: another tab has a newer Plotline. `unreachable`: it cannot be opened. */
export type BrokenReason = 'removed' | 'newer-app' | 'unreachable';

export type Ran<T> =
  { status: 'done'; value: T } | { status: 'full' } | { status: 'unavailable'; why: string };

export interface Connection {
  /** Runs work that may be run again: once more after each time the connection died, then gives up. */
  run<T>(work: () => PromiseLike<T>): Promise<Ran<T>>;
  /** The same for reading: throws where `run` would say 'unavailable', and `VaultLeft` once it was closed on purpose. */
  read<T>(work: () => PromiseLike<T>): Promise<T>;
  /** Called each time the connection was opened again. */
  onReopened(reopened: () => void): () => void;
  close(): void;
  /** True once it was closed by whoever opened it, on purpose. */
  left(): boolean;
}

/** How often a piece of work is tried, the first time included. */
const TRIES = 3;

export function createConnection(dexie: Dexie, onBroken?: (reason: BrokenReason) => void): Connection {
  const listeners = new Set<() => void>();
  let closed = false;
  let left = false;
  /** How often it was opened again, and the latest of that. Many may find it dead at once; one opens it for all. */
  let generation = 0;
  let reopening = Promise.resolve();

  function close(): void {
    closed = true;
    dexie.close();
  }

  dexie.on('versionchange', (event) => {
    close();
    onBroken?.(event.newVersion === null ? 'removed' : 'newer-app');
    return false;
  });

  // Cleared by the browser while it was open, it would be made anew with the next use: empty, and listed nowhere.
  let wasHere = false;
  dexie.on(
    'ready',
    () => {
      wasHere = true;
    },
    true,
  );
  dexie.on('populate', () => {
    if (!wasHere) return;
    close();
    onBroken?.('removed');
    // Keeps it from being made.
    throw new DOMException('the database was removed', 'AbortError');
  });

  async function reopen(): Promise<void> {
    dexie.close({ disableAutoOpen: false });
    await dexie.open();
    for (const reopened of listeners) reopened();
  }

  function revive(diedIn: number): Promise<void> {
    if (diedIn === generation) {
      generation += 1;
      reopening = reopen();
    }
    return reopening;
  }

  async function run<T>(work: () => PromiseLike<T>): Promise<Ran<T>> {
    let why = 'closed';
    let usedIn = generation;
    for (let tried = 0; tried < TRIES && !closed; tried++) {
      try {
        if (tried > 0) await revive(usedIn);
        usedIn = generation;
        return { status: 'done', value: await work() };
      } catch (error) {
        if (isFull(error)) return { status: 'full' };
        if (!isDatabaseError(error)) throw error;
        why = describe(error);
      }
    }
    if (!closed) onBroken?.('unreachable');
    return { status: 'unavailable', why };
  }

  return {
    run,
    async read(work) {
      const ran = await run(work);
      if (ran.status === 'done') return ran.value;
      if (left) throw new VaultLeft();
      throw new Error(`database ${ran.status === 'full' ? 'full' : ran.why}`);
    },
    onReopened(reopened) {
      listeners.add(reopened);
      return () => listeners.delete(reopened);
    },
    close() {
      left = true;
      close();
    },
    left: () => left,
  };
}

/** Whether it failed for want of room, however deep the browser or Dexie have wrapped it. */
function isFull(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('name' in error && error.name === 'QuotaExceededError') return true;
  if ('inner' in error && isFull(error.inner)) return true;
  return 'failures' in error && Array.isArray(error.failures) && error.failures.some(isFull);
}

/** The database's own failures; anything else is a defect of ours and is thrown on. */
function isDatabaseError(error: unknown): boolean {
  if (!(error instanceof DOMException) && !(error instanceof Dexie.DexieError)) return false;
  return ![
    'DataError',
    'DataCloneError',
    'InvalidArgumentError',
    'InvalidTableError',
    'SchemaError',
  ].includes(error.name);
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
