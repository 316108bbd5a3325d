/** A live look at many rows: at once the first time, then as often as is good for whoever changes them one after the other. */
import type { Live } from '../core/store.ts';
import type { Connection } from './connection.ts';
import { watchRows } from './live.ts';

/** Between two looks at many rows: sending thousands of them changes some several times a second. */
const PAUSE_MS = 300;
/** A look at more of them takes longer, and is taken less often: counting ten thousand costs as much as sending hundreds. */
const PAUSE_MS_A_ROW = 0.1;

/** What was seen, and of how many rows it was made. */
export interface Look<Value> {
  value: Value;
  rows: number;
}

/**
 * `first` is asked at every change and reads a row at the most (counting walks over all of them); only where there is one,
 * `look` goes through them all. Changes that come while a look is waited for are seen by that one.
 */
export function watchMany<Value>(
  connection: Connection,
  first: () => Promise<unknown>,
  look: () => Promise<Look<Value>>,
  none: Value,
): Live<Value> {
  return {
    subscribe(see, fail) {
      let next: Promise<Value> | null = null;
      let pause = 0;

      function lookSoon(): Promise<Value> {
        next ??= new Promise((over) => setTimeout(over, pause)).then(async () => {
          next = null;
          const { value, rows } = await connection.read(look);
          pause = PAUSE_MS + rows * PAUSE_MS_A_ROW;
          return value;
        });
        pause = PAUSE_MS;
        return next;
      }

      const one = () => first().then((found) => found !== undefined);
      return watchRows(connection, one, async (any) => (any ? lookSoon() : none)).subscribe(see, fail);
    },
  };
}
