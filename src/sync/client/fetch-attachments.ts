/** Fetches the photos and recordings that records here refer to, one at a time; what was cut goes on where it ended. */
import type { SyncStore } from '../../core/sync-store.ts';
import type { AttachmentPort } from '../protocol/endpoint.ts';
import { done, endedBy, stopped, storeFailed, worse, type Ended } from './ended.ts';

const PAGE = 20;

export interface FetchingAttachments {
  store: Pick<SyncStore, 'wanted' | 'keepArrived'>;
  port: AttachmentPort;
  cut: AbortSignal;
  clock: (clockMs: number | undefined) => void;
  came: (count: number) => void;
}

export async function fetchAttachments({
  store,
  port,
  cut,
  clock,
  came,
}: FetchingAttachments): Promise<Ended> {
  /** Not to be had in this round: whoever made it may not have sent it yet. */
  const passed = new Set<string>();
  let passing: Ended = done;
  for (;;) {
    const wanted = await store.wanted(PAGE + passed.size);
    const next = wanted.find(({ ref }) => !passed.has(ref.sha256));
    if (!next) return passing;
    const { ref, have } = next;
    passed.add(ref.sha256);

    const got = await port.get(ref.sha256, have);
    clock(got.clockMs);
    if (cut.aborted) return stopped;
    if (got.content && got.content.byteLength > have.byteLength) {
      const kept = await store.keepArrived(ref, got.content);
      if (kept.status !== 'kept') return storeFailed(kept);
      if (kept.complete) came(1);
    }
    if (got.outcome === 'auth') return endedBy(got);
    if (got.outcome === 'retry') {
      // Over one of them it may stumble every time; a line that is cut is cut for all.
      if (got.status === undefined || got.retryAfterMs !== undefined) return endedBy(got);
      passing = worse(passing, endedBy(got));
    }
  }
}
