/**
 * A short text that is on the disk once `keep` is over: what stands in `localStorage` gets there seconds later, and is lost where the
 * browser is killed before.
 */
export interface KeptText {
  /** Null where none is kept. */
  read(): Promise<string | null>;
  keep(text: string): Promise<void>;
  /** Leaves nothing behind, not even a place to keep it. */
  drop(): Promise<void>;
}

const STORE = 'texts';
const KEY = 'text';

/** Each rejects where this phone lets nothing be kept. `name` is that of a database which is nobody else's. */
export function keptText(name: string): KeptText {
  async function within<T>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> {
    const opening = indexedDB.open(name, 1);
    opening.addEventListener('upgradeneeded', () => {
      // Nothing is made only to find that there is nothing in it.
      if (mode === 'readonly') opening.transaction?.abort();
      else opening.result.createObjectStore(STORE);
    });
    const database = await answered(opening);
    try {
      const transaction = database.transaction(STORE, mode, { durability: 'strict' });
      const over = new Promise<void>((kept, failed) => {
        transaction.addEventListener('complete', () => kept());
        transaction.addEventListener('abort', () => failed(reasonOf(transaction.error)));
      });
      const asked = work(transaction.objectStore(STORE));
      await over;
      return asked.result;
    } finally {
      database.close();
    }
  }

  return {
    async read() {
      const found: unknown = await within('readonly', (store) => store.get(KEY)).catch(orNone);
      return typeof found === 'string' ? found : null;
    },
    async keep(text) {
      await within('readwrite', (store) => store.put(text, KEY));
    },
    async drop() {
      await answered(indexedDB.deleteDatabase(name));
    },
  };
}

function orNone(error: unknown): null {
  if (error instanceof DOMException && error.name === 'AbortError') return null;
  throw error;
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, failed) => {
    request.addEventListener('success', () => done(request.result));
    request.addEventListener('error', () => failed(reasonOf(request.error)));
  });
}

function reasonOf(error: DOMException | null): DOMException {
  return error ?? new DOMException('aborted', 'AbortError');
}
