/** Whether others still have to hear that a record is shared no more, or erased. */
import type { Store } from '../../core/store.ts';

/** Right after it was done, what to say of it depends on this. */
export async function isStillEnding(store: Store, id: string): Promise<boolean> {
  const found = await store.get(id);
  return found !== null && found.status !== 'damaged' && found.delivery === 'ending';
}
