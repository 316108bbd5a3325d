/** A phone without room: what is written into some tables fails as a browser's database then does. */
import { vi } from 'vitest';

/** Until `vi.restoreAllMocks()`, every write into one of these tables finds the disk full. */
export function fillPhone(...tables: string[]): void {
  for (const name of ['put', 'add'] as const) {
    const write = IDBObjectStore.prototype[name];
    vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (this: IDBObjectStore, ...how) {
      if (tables.includes(this.name)) throw new DOMException('no room', 'QuotaExceededError');
      return write.apply(this, how);
    });
  }
}
