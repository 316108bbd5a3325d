/** A value that can be watched and set: how the sync tells others how it stands. */
import type { Live } from '../../core/store.ts';

export interface Watched<T> extends Live<T> {
  get(): T;
  set(value: T): void;
}

export function createWatched<T>(first: T): Watched<T> {
  let value = first;
  const seeing = new Set<(value: T) => void>();
  return {
    get: () => value,
    set(next) {
      value = next;
      for (const see of seeing) see(next);
    },
    subscribe(see) {
      seeing.add(see);
      see(value);
      return () => {
        seeing.delete(see);
      };
    },
  };
}
