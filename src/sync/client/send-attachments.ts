/** Sends photos and recordings, one at a time, after the words they belong to. A record is received only with all of them. */
import type { AttachmentRef } from '../../core/define-record.ts';
import type { Outgoing, Settled, SyncStore, VersionKey } from '../../core/sync-store.ts';
import type { Answer, AttachmentPort } from '../protocol/endpoint.ts';
import { keyOf } from '../protocol/wire.ts';
import { done, endedBy, said, stopped, storeFailed, worse, type Ended } from './ended.ts';
import type { Progress } from './progress.ts';

const PAGE = 50;
/** How many photos may be on their way from elsewhere to be told from those that are lost. */
const TO_COME = 1000;
/** How often one is taken up again in a row where the endpoint says that it has another length of it. */
const RESUMES = 3;

export interface SendingAttachments {
  store: Pick<SyncStore, 'outgoing' | 'markSending' | 'settle' | 'attachment' | 'wanted'>;
  connection: string;
  port: AttachmentPort;
  progress: Pick<Progress, 'reached'>;
  /** Which photo each version was left with last time: asked for first, so that those before it are not proven each time. */
  stuck: Map<string, string>;
  cut: AbortSignal;
  clock: (clockMs: number | undefined) => void;
  settled: (count: number) => void;
}

/**
 * `to-come`: it is not here yet, another endpoint has it. `gone`: its version was taken back, erased or received since it
 * was read. `passes`: later, but others can go on meanwhile.
 */
type Part = 'there' | 'to-come' | 'gone' | { refused: string } | { ended: Ended; passes: boolean };

export async function sendAttachments(parts: SendingAttachments): Promise<Ended> {
  const { store, connection, cut } = parts;
  /** Proven in this round: several records may share one. */
  const there = new Set<string>();
  let passing: Ended = done;
  let after: string | null | undefined;
  do {
    const page = await store.outgoing(connection, {
      ...(after && { after }),
      limit: PAGE,
      withWordsThere: true,
    });
    for (const one of page.items) {
      if (!one.wordsThere) continue;
      const result = await sendAll(one, there, parts);
      if (cut.aborted) return stopped;
      if (result === 'gone') continue;
      if ('ended' in result) {
        if (!result.passes) return result.ended;
        passing = worse(passing, result.ended);
        continue;
      }
      const kept = await store.settle(connection, [result]);
      if (kept.status !== 'kept') return storeFailed(kept);
      if (result.to !== 'words-there') parts.settled(1);
    }
    after = page.next;
  } while (after !== null);
  return passing;
}

async function sendAll(
  { version, attachments }: Outgoing,
  there: Set<string>,
  parts: SendingAttachments,
): Promise<Settled | 'gone' | Exclude<Part, string | { refused: string }>> {
  const { id, rev } = version;
  const key = keyOf(version);
  for (const ref of stuckFirst(attachments, parts.stuck.get(key))) {
    if (there.has(ref.sha256)) continue;
    const part = await sendOne({ id, rev }, ref, parts);
    if (part === 'there') {
      there.add(ref.sha256);
      continue;
    }
    parts.stuck.set(key, ref.sha256);
    if (part === 'to-come') return { id, rev, to: 'words-there' };
    if (part === 'gone') return part;
    return 'refused' in part ? { id, rev, to: 'refused', why: part.refused, reason: 'attachment' } : part;
  }
  parts.stuck.delete(key);
  return { id, rev, to: 'received' };
}

function stuckFirst(refs: readonly AttachmentRef[], stuck: string | undefined): AttachmentRef[] {
  return [...refs].sort((a, b) => Number(b.sha256 === stuck) - Number(a.sha256 === stuck));
}

async function sendOne(
  version: VersionKey,
  ref: AttachmentRef,
  { store, connection, port, progress, cut, clock }: SendingAttachments,
): Promise<Part> {
  let content: ArrayBuffer | null = null;
  let last: Answer = { outcome: 'retry' };
  for (let tries = 0; tries < RESUMES; tries += 1) {
    // Asked before and after: what is there already is not sent, and only what is there counts.
    const has = await port.has(ref.sha256, ref.bytes);
    clock(has.clockMs);
    if (cut.aborted) return { ended: stopped, passes: false };
    progress.reached(`there ${ref.sha256}`, has.complete ? ref.bytes : (has.offset ?? 0));
    if (has.complete) return 'there';
    if (stops(has)) return { ended: endedBy(has), passes: false };

    content ??= await store.attachment(ref.sha256);
    if (!content) {
      const toCome = await store.wanted(TO_COME);
      return toCome.some((one) => one.ref.sha256 === ref.sha256) ? 'to-come' : { refused: 'gone' };
    }
    // Asked each time, for a photo can take minutes: from the moment that its share is taken back, none begins to leave.
    const marked = await store.markSending(connection, [version]);
    if (marked.status !== 'kept') return { ended: storeFailed(marked), passes: false };
    if (cut.aborted) return { ended: stopped, passes: false };
    if (marked.gone && marked.gone.length > 0) return 'gone';
    const offset = Math.min(has.offset ?? 0, content.byteLength);
    last = await port.put(ref.sha256, content, ref.type, offset);
    clock(last.clockMs);
    if (cut.aborted) return { ended: stopped, passes: false };
    if (stops(last)) return { ended: endedBy(last), passes: last.status === 500 };
    if (last.outcome === 'reject') break;
  }
  if (last.outcome === 'reject') {
    const has = await port.has(ref.sha256, ref.bytes);
    return has.complete ? 'there' : { refused: said(last) };
  }
  // It said yes, and does not have it.
  return { ended: endedBy({ ...last, outcome: 'retry' }), passes: true };
}

/** `missing` and `reject` of a question say only that it is not there. */
function stops({ outcome }: Answer): boolean {
  return outcome === 'auth' || outcome === 'retry';
}
