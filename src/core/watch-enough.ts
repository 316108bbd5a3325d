/** Watches the beginning of a list, as much of it as is needed: for the sake of a few records, not all are read and opened. */
import type { Found, ListQuery, Live, Store } from './store.ts';

/**
 * The first records of `query`: as many as the first of `looks` says, or the next where those are not `enough`, and so on.
 * The last of them is enough in any case; 'all' leaves nothing out.
 */
export function watchEnough(
  store: Store,
  query: Omit<ListQuery, 'limit' | 'after'>,
  looks: readonly (number | 'all')[],
  enough: (found: readonly Found[]) => boolean,
): Live<Found[]> {
  return {
    subscribe(see, fail) {
      let stop = () => {};

      function look(at: number): void {
        stop();
        const limit = looks[at];
        const list = store.watchList({ ...query, ...(typeof limit === 'number' && { limit }) });
        stop = list.subscribe(({ items, next }) => {
          if (next === null || at + 1 >= looks.length || enough(items)) see(items);
          else look(at + 1);
        }, fail);
      }

      look(0);
      return () => stop();
    },
  };
}
