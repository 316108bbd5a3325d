/** What the first screen shows, read along with opening: it is drawn once, with everything, instead of drawn and mended. */
import type { Live } from '../core/store.ts';

/** `live`, but who watches first hears `value` before the query has been asked; what it finds then follows. */
export function ahead<T>(value: T, live: Live<T>): Live<T> {
  let known: { value: T } | null = { value };
  return {
    subscribe(see, fail) {
      const first = known;
      known = null;
      let over = first === null;
      const stop = live.subscribe((seen) => {
        over = true;
        see(seen);
      }, fail);
      // Not before `subscribe` has given the way to stop.
      queueMicrotask(() => {
        if (!over && first) see(first.value);
      });
      return () => {
        over = true;
        stop();
      };
    },
  };
}
