/** Live queries: rows are watched by Dexie, across tabs; they are opened after the query, and shown in order. */
import { liveQuery } from 'dexie';
import type { Live } from '../core/store.ts';
import type { Connection } from './connection.ts';

/**
 * `query` only reads rows: WebCrypto awaited inside it would lose Dexie's track of what it read.
 * `decode` turns rows into what is shown; a slow one never shows up after a newer one.
 */
export function watchRows<Rows, Value>(
  connection: Connection,
  query: () => Promise<Rows>,
  decode: (rows: Rows) => Promise<Value>,
): Live<Value> {
  return {
    subscribe(see, fail) {
      let closed = false;
      let asked = 0;
      let shown = 0;

      /** Whoever leaves closes the vault a moment before the page goes: that is nobody's trouble. */
      function tellOf(error: unknown): void {
        if (!closed && !connection.left()) fail?.(error);
      }

      async function show(rows: Rows): Promise<void> {
        const turn = ++asked;
        try {
          const value = await decode(rows);
          if (closed || turn < shown) return;
          shown = turn;
          see(value);
        } catch (error) {
          tellOf(error);
        }
      }

      const start = () =>
        liveQuery(query).subscribe({
          next: (rows) => void show(rows),
          // Reading once more opens the connection again, or finds out that it cannot be.
          error: () => {
            if (!closed) connection.read(query).then(restart, tellOf);
          },
        });

      let subscription = start();
      function restart(): void {
        if (closed) return;
        subscription.unsubscribe();
        subscription = start();
      }
      const stopListening = connection.onReopened(restart);

      return () => {
        closed = true;
        stopListening();
        subscription.unsubscribe();
      };
    },
  };
}
