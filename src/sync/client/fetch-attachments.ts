/** Fetches the photos and recordings that records here refer to, one at a time; what was cut goes on where it ended. */
import type { SyncStore, WantedAttachment } from '../../core/sync-store.ts';
import type { AttachmentPort } from '../protocol/endpoint.ts';
import { done, endedBy, stopped, storeFailed, worse, type Ended } from './ended.ts';
import type { Progress } from './progress.ts';

const PAGE = 50;

export interface FetchingAttachments {
  store: Pick<SyncStore, 'wanted' | 'notThere' | 'keepArrived'>;
  connection: string;
  port: AttachmentPort;
  progress: Progress;
  /** What was not there before the person last asked is asked for once more. */
  personAskedAt: number | null;
  cut: AbortSignal;
  clock: (clockMs: number | undefined) => void;
  came: (count: number) => void;
}

/** `passes`: the next one can be asked for all the same. `absent`: it answered, and does not have it. */
interface Fetched {
  ended: Ended;
  passes: boolean;
  absent?: boolean;
}

export async function fetchAttachments(parts: FetchingAttachments): Promise<Ended> {
  const { store, connection, progress, personAskedAt: since } = parts;
  /** Asked for in this round: not again, whatever came of it. */
  const without = new Set<string>();
  let passing: Ended = done;
  for (;;) {
    const page = await store.wanted(PAGE, { connection, without, since });
    const wanted = page.filter(({ ref }) => !without.has(ref.sha256));
    if (wanted.length === 0) return passing;
    const absent: string[] = [];
    let over: Ended | null = null;
    for (const one of wanted) {
      without.add(one.ref.sha256);
      const fetched = await fetchOne(one, parts);
      if (fetched.absent) absent.push(one.ref.sha256);
      passing = worse(passing, fetched.ended);
      if (fetched.passes) continue;
      over = passing;
      break;
    }
    if (absent.length > 0) {
      // Noted also where it ends here, or the next round would end at the same place.
      const kept = await store.notThere(connection, absent);
      if (kept.status !== 'kept') return worse(passing, storeFailed(kept));
      for (const name of absent) progress.reached(`asked ${name}`, 1);
    }
    if (over) return over;
  }
}

async function fetchOne(
  { ref, have }: WantedAttachment,
  { store, port, progress, cut, clock, came }: FetchingAttachments,
): Promise<Fetched> {
  const got = await port.get(ref.sha256, have);
  clock(got.clockMs);
  if (cut.aborted) return { ended: stopped, passes: false };
  const more = got.content && got.content.byteLength > have.byteLength ? got.content : null;
  if (more) {
    const kept = await store.keepArrived(ref, more);
    if (kept.status !== 'kept') return { ended: storeFailed(kept), passes: false };
    if (kept.complete) came(1);
    else progress.reached(`here ${ref.sha256}`, Math.min(more.byteLength, ref.bytes));
  }
  if (got.outcome === 'auth') return { ended: endedBy(got), passes: false };
  // Whoever made it may not have sent it yet; where more of it came, they are at it.
  if (got.outcome !== 'retry') return { ended: done, passes: true, absent: got.complete !== true && !more };
  // Over one of them it may stumble every time; a line that is cut is cut for all.
  return { ended: endedBy(got), passes: got.status !== undefined && got.retryAfterMs === undefined };
}
