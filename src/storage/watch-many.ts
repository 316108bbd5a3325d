/** A live look at many rows: at once the first time, then as often as is good for whoever changes them one after the other. */
import type { Live } from '../core/store.ts';
import type { Connection } from './connection.ts';
import { watchRows } from './live.ts';

/** Between two looks at many rows: sending thousands of them changes some several times a second. */
const PAUSE_MS = 300;

/**
 * `count` is asked at every change and is cheap; only where there are any, `look` goes through them all. Changes that
 * come while a look is waited for are seen by that one.
 */
export function watchMany<Value>(
  connection: Connection,
  count: () => Promise<number>,
  look: () => Promise<Value>,
  none: Value,
): Live<Value> {
  return {
    subscribe(see, fail) {
      let next: Promise<Value> | null = null;
      let pause = 0;

      function lookSoon(): Promise<Value> {
        next ??= new Promise((over) => setTimeout(over, pause)).then(() => {
          next = null;
          return connection.read(look);
        });
        pause = PAUSE_MS;
        return next;
      }

      return watchRows(connection, count, async (found) => (found === 0 ? none : lookSoon())).subscribe(
        see,
        fail,
      );
    },
  };
}
