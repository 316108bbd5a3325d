/** A live look at many rows: at once the first time, then as often as is good for whoever changes them one after the other. */
import type { Live } from '../core/store.ts';
import type { Connection } from './connection.ts';
import { watchRows } from './live.ts';

/** Between two looks at many rows: sending thousands of them changes some several times a second. */
const PAUSE_MS = 300;
/** The more there are, the longer a look takes, and the rarer it is: nine parts of ten of the time belong to who changes them. */
const PAUSE_FOR_LOOK = 9;
/** So late is nobody told, whatever the clock says that a look took. */
const LONGEST_PAUSE_MS = 10_000;

/**
 * `first` is asked at every change and reads a row at the most (counting walks over all of them); only where there is one,
 * `look` goes through them all. Changes that come while a look is waited for are seen by that one.
 */
export function watchMany<Value>(
  connection: Connection,
  first: () => Promise<unknown>,
  look: () => Promise<Value>,
  none: Value,
  now: () => number,
): Live<Value> {
  return {
    subscribe(see, fail) {
      let next: Promise<Value> | null = null;
      let pause = 0;

      function lookSoon(): Promise<Value> {
        next ??= new Promise((over) => setTimeout(over, pause)).then(async () => {
          next = null;
          const began = now();
          const seen = await connection.read(look);
          pause = Math.min(Math.max(PAUSE_MS, PAUSE_FOR_LOOK * (now() - began)), LONGEST_PAUSE_MS);
          return seen;
        });
        pause = Math.max(PAUSE_MS, pause);
        return next;
      }

      const one = () => first().then((found) => found !== undefined);
      return watchRows(connection, one, async (any) => (any ? lookSoon() : none)).subscribe(see, fail);
    },
  };
}
