/** Whether an endpoint lost what it had: asked of a few of the newest versions that it listed. */
import type { SyncStore } from '../../core/sync-store.ts';
import type { Endpoint } from '../protocol/endpoint.ts';
import { readBookmark } from './bookmark.ts';

/** True only where every one of them is missing; where one cannot be asked after, nothing is concluded. */
export async function hasForgotten(
  store: Pick<SyncStore, 'cursor'>,
  connection: string,
  endpoint: Pick<Endpoint, 'read'>,
): Promise<boolean> {
  const seen = readBookmark(await store.cursor(connection))?.seen ?? [];
  for (const key of seen) {
    const { outcome } = await endpoint.read(key);
    if (outcome !== 'missing') return false;
  }
  return seen.length > 0;
}
