/** Sends what waits, batch by batch, until nothing waits or the endpoint is to be left alone. Every version ends with an outcome of its own. */
import type { Kept, Settled, SyncStore } from '../../core/sync-store.ts';
import type { Answer, CreateAnswer, Endpoint } from '../protocol/endpoint.ts';
import { done, endedBy, stopped, storeFailed, worse, type Ended } from './ended.ts';
import { createLanes } from './lanes.ts';
import { createOutgoingFeed, type Ready } from './outgoing-feed.ts';
import type { Amount, Pace } from './pace.ts';
import { prove, type Proof } from './prove.ts';
import { keyOf } from '../protocol/wire.ts';

/** Reads that prove go out so many at once. */
const READS = 4;
/** After so many requests in a row that proved nothing, the endpoint is left alone. */
const BARREN = 3;
/** Nothing counts as being sent for longer than this before it is: who takes something back meanwhile is told so. */
const QUICK_MS = 500;

export interface Pushing {
  store: Pick<SyncStore, 'outgoing' | 'markSending' | 'settle'>;
  connection: string;
  endpoint: Pick<Endpoint, 'create' | 'read'>;
  pace: Pace;
  /** Keys over which the endpoint stumbled before, longest ago first: sent last and alone, so that they block nothing. */
  stumbled: Set<string>;
  now: () => number;
  cut: AbortSignal;
  /** Called with the endpoint's clock where an answer told it. */
  clock: (clockMs: number | undefined) => void;
  /** Called with how many versions were proven or refused, once that is kept. */
  settled: (count: number) => void;
}

export async function push(parts: Pushing): Promise<Ended> {
  const { store, connection, endpoint, pace, stumbled, cut } = parts;
  const handled = new Set<string>();
  let passing: Ended = done;
  let barren = 0;
  /** The line is so good that the next batch is made ready, and may leave, while one is under way. */
  let quick = false;
  let settling: Promise<Kept> = Promise.resolve({ status: 'kept' });
  /** To be kept next, all together. */
  let unsettled: Settled[] = [];

  /** Kept while the next batch is under way, one after the other. */
  async function settle(results: readonly Settled[]): Promise<Ended> {
    const before = settling;
    if (results.length > 0) {
      unsettled.push(...results);
      settling = before.then((kept) => (kept.status === 'kept' ? keepUnsettled() : kept));
      settling.catch(() => undefined);
    }
    const kept = await before;
    return kept.status === 'kept' ? done : storeFailed(kept);
  }

  /** What came while the ones before were being kept goes along: each keeping waits for the disk. */
  async function keepUnsettled(): Promise<Kept> {
    if (unsettled.length === 0) return { status: 'kept' };
    const results = unsettled;
    unsettled = [];
    const kept = await store.settle(connection, results);
    if (kept.status === 'kept') parts.settled(results.filter(({ to }) => to !== 'tried').length);
    return kept;
  }

  /** Those of `read` that may leave still, noted as being sent. */
  async function mark(read: Ready[]): Promise<Ready[] | Ended> {
    for (const { key } of read) handled.add(key);
    if (read.length === 0) return [];
    const marked = await store.markSending(
      connection,
      read.map(({ wire }) => wire.version),
    );
    if (marked.status !== 'kept') return storeFailed(marked);
    // Read ahead, and taken back or erased since: it must not leave any more.
    const gone = new Set((marked.gone ?? []).map(keyOf));
    return read.filter(({ key }) => !gone.has(key));
  }

  async function send(read: Ready[]): Promise<Ended> {
    const batch = await mark(read);
    return Array.isArray(batch) ? transmit(batch) : batch;
  }

  async function transmit(batch: Ready[]): Promise<Ended> {
    if (cut.aborted) return stopped;
    if (batch.length === 0) return done;
    const began = parts.now();
    const outcome = await endpoint.create(batch.map(({ wire }) => wire));
    if (cut.aborted) return stopped;
    if ('whole' in outcome) {
      parts.clock(outcome.whole.clockMs);
      return refusedWhole(batch, outcome.whole);
    }
    parts.clock(outcome.clockMs);
    if (outcome.each.length !== batch.length) {
      return refusedWhole(batch, { outcome: 'retry', status: 200, why: 'not one answer for each' });
    }
    const ms = parts.now() - began;
    pace.took(ms, amountOf(batch));
    quick = ms >= 0 && ms < QUICK_MS;
    return judge(batch, outcome.each);
  }

  async function refusedWhole(batch: Ready[], answer: Answer): Promise<Ended> {
    if (batch.length === 1 || answer.outcome === 'ok' || answer.outcome === 'exists') {
      if (answer.outcome === 'retry') pace.failed();
      return judge(
        batch,
        batch.map(() => answer),
      );
    }
    const tooLarge = answer.status === 413;
    if (tooLarge) pace.tooLarge(amountOf(batch));
    if (tooLarge || answer.outcome === 'reject' || answer.outcome === 'conflict') {
      // Halved until the culprit stands alone.
      const middle = Math.ceil(batch.length / 2);
      const first = await send(batch.slice(0, middle));
      return first.end === 'done' ? send(batch.slice(middle)) : first;
    }
    if (answer.outcome !== 'auth') pace.failed();
    const kept = await settle(batch.map((one) => outcomeOf(one, { is: 'unknown', answer, alone: false })));
    return worse(kept, endedBy(answer));
  }

  async function judge(batch: Ready[], answers: CreateAnswer[]): Promise<Ended> {
    const proofs: Proof[] = [];
    for (let at = 0; at < batch.length && !cut.aborted; at += READS) {
      const some = batch.slice(at, at + READS).map(async ({ key, wire }, more) => {
        const answer = answers[at + more] ?? { outcome: 'retry' };
        return prove(endpoint, { key, digest: wire.digest }, answer);
      });
      proofs.push(...(await Promise.all(some)));
    }
    let now: Ended = done;
    let known = 0;
    const results = batch.flatMap((one, at) => {
      const proof = proofs[at];
      if (!proof) return [];
      stumbled.delete(one.key);
      if (proof.is !== 'unknown') {
        known += 1;
      } else if (proof.alone) {
        stumbled.add(one.key);
        passing = worse(passing, endedBy(proof.answer));
      } else {
        now = worse(now, endedBy(proof.answer));
      }
      return [outcomeOf(one, proof)];
    });
    barren = known > 0 ? 0 : barren + 1;
    const kept = await settle(results);
    if (cut.aborted) return stopped;
    return worse(kept, barren >= BARREN ? worse(now, passing) : now);
  }

  /** Everything that waits, once. */
  async function pass(): Promise<Ended> {
    const feed = createOutgoingFeed(store, connection, (key) => handled.has(key));
    const alone: Ready[] = [];

    /** The next batch, or why there is none. */
    async function next(): Promise<Ready[] | Ended> {
      for (;;) {
        const read = await feed.take(pace);
        const broken = feed.unsendable();
        // Not for nothing: whoever waits here waits for what is being kept, while the line has nothing to do.
        const unsendable = broken.length > 0 ? await settle(broken) : done;
        if (unsendable.end !== 'done') return unsendable;
        if (read.length === 0) return done;
        alone.push(...read.filter(({ key }) => stumbled.has(key)));
        const batch = await mark(read.filter(({ key }) => !stumbled.has(key)));
        if (!Array.isArray(batch) || batch.length > 0) return batch;
      }
    }

    const lanes = createLanes(transmit);
    for (;;) {
      // On a slow line nothing is made ready, and so nothing counts as being sent, before its turn comes.
      if (!quick) await lanes.empty();
      if (lanes.ended().end !== 'done') break;
      const batch = await next();
      if (!Array.isArray(batch)) {
        await lanes.empty();
        if (batch.end !== 'done') return worse(lanes.ended(), batch);
        break;
      }
      await lanes.roomFor(batch);
      if (lanes.ended().end !== 'done') break;
      lanes.take(batch);
    }
    await lanes.empty();
    if (lanes.ended().end !== 'done') return lanes.ended();
    const turns = [...stumbled];
    alone.sort((a, b) => turns.indexOf(a.key) - turns.indexOf(b.key));
    for (const one of alone) {
      const ended = await send([one]);
      if (ended.end !== 'done') return ended;
    }
    return done;
  }

  pace.begin();
  // What was saved meanwhile is sent too: until a pass finds nothing new.
  let ended: Ended;
  let before: number;
  do {
    before = handled.size;
    ended = await pass();
  } while (ended.end === 'done' && handled.size > before);

  const kept = await settling;
  if (kept.status !== 'kept') ended = worse(ended, storeFailed(kept));
  return ended.end === 'done' ? passing : ended;
}

function amountOf(batch: readonly Ready[]): Amount {
  return { versions: batch.length, bytes: batch.reduce((sum, { bytes }) => sum + bytes, 0) };
}

function outcomeOf({ wire: { version }, hasAttachments }: Ready, proof: Proof): Settled {
  const { id, rev } = version;
  if (proof.is === 'there') return { id, rev, to: hasAttachments ? 'words-there' : 'received' };
  if (proof.is === 'refused') return { id, rev, to: 'refused', why: proof.why, reason: proof.reason };
  return { id, rev, to: 'tried' };
}
