/** Fetches what is new, page by page. A page, what was not valid on it, and its cursor are kept together or not at all. */
import type { SetAside, SyncStore, TakeInOutcome } from '../../core/sync-store.ts';
import type { Version } from '../../core/version.ts';
import type { Answer, Endpoint, ListAnswer } from '../protocol/endpoint.ts';
import { keyOf } from '../protocol/wire.ts';
import { readBookmark, witnesses, writeBookmark } from './bookmark.ts';
import type { PagePace } from './page-pace.ts';
import { done, endedBy, stopped, storeFailed, type Ended } from './ended.ts';

/** The most that is kept of something that is not valid, as JSON. */
const RAW_MOST = 64 * 1024;

export interface Pulling {
  store: Pick<SyncStore, 'cursor' | 'takeIn'>;
  connection: string;
  endpoint: Pick<Endpoint, 'list'>;
  pages: PagePace;
  now: () => number;
  cut: AbortSignal;
  clock: (clockMs: number | undefined) => void;
  /** Called after each page that was kept with how many of its versions are new here. */
  came: (count: number) => void;
}

/** `cursor-refused`: the endpoint does not know where we stood. */
export type Pulled = Ended | { end: 'cursor-refused'; answer: Answer };

/** A page that is being kept. */
interface Taking {
  outcome: Promise<TakeInOutcome>;
  versions: readonly Version[];
  cursor: string;
  at: string;
}

export async function pull(pulling: Pulling): Promise<Pulled> {
  const { store, connection, endpoint, pages, ...parts } = pulling;
  const ask = async (from: string | null): Promise<ListAnswer> => {
    const began = parts.now();
    const answer = await endpoint.list(from, pages.versions);
    if (answer.status === 'page') pages.took(parts.now() - began);
    else if (answer.answer.outcome === 'retry') pages.failed();
    return answer;
  };
  const bookmark = readBookmark(await store.cursor(connection));
  let cursor = bookmark?.cursor ?? null;
  let seen = bookmark?.seen ?? [];
  let unasked = bookmark?.unasked;
  let asked: Promise<ListAnswer> | null = ask(cursor);
  /** Kept while the next one comes and is made ready. */
  let before: Taking | null = null;

  function take({ items }: ListAnswer & { status: 'page' }, next: string, continues: boolean): Taking {
    const versions = items.flatMap((item) => (item.status === 'version' ? [item.wire.version] : []));
    const at = new Date(parts.now()).toISOString();
    const setAside = items.flatMap((item): SetAside[] =>
      item.status === 'invalid' ? [{ key: item.key, why: item.why, raw: atMost(item.raw), at }] : [],
    );
    const gone = new Set(versions.filter(({ removed }) => removed === 'erased').map(({ id }) => id));
    if (versions.length > 0 && seen.length > 0) unasked ??= seen;
    seen = witnesses(seen, versions.filter(({ id }) => !gone.has(id)).map(keyOf), gone);
    const kept = writeBookmark({ cursor: next, seen, ...(unasked && { unasked }) });
    const page = { versions, setAside, cursor: kept, continues };
    const outcome = store.takeIn(connection, page, before?.outcome);
    // Whoever waits for the page before it hears of that first.
    outcome.catch(() => undefined);
    return { outcome, versions, cursor: kept, at };
  }

  /** Done where it was kept. `newest` is the page after it, where one is being kept already: not left alone at that. */
  async function kept(taking: Taking, newest: Taking | null): Promise<Pulled | { end: 'anew' }> {
    const taken = await taking.outcome;
    const last = newest ? await newest.outcome.catch(() => null) : taken;
    if (taken.status === 'anew') return { end: 'anew' };
    if (taken.status !== 'applied') return storeFailed(taken);
    if (taken.clashes.length > 0) {
      // Never written over: what stands here stays, and the other is shown.
      const other = new Map(taking.versions.map((version) => [keyOf(version), version]));
      const clashes = taken.clashes.map(keyOf).map((key) => ({
        key,
        why: 'other contents stand here under the same key',
        raw: atMost(other.get(key)),
        at: taking.at,
      }));
      const at = newest && last?.status === 'applied' ? newest.cursor : taking.cursor;
      const page = { versions: [], setAside: clashes, cursor: at, continues: true };
      const told = await store.takeIn(connection, page);
      if (told.status === 'anew') return { end: 'anew' };
      if (told.status !== 'applied') return storeFailed(told);
    }
    parts.came(taken.added);
    return done;
  }

  /** Waits for what is being kept; then this is how it ended. */
  async function over(ended: Pulled): Promise<Pulled> {
    const last = before ? await kept(before, null) : done;
    if (last.end === 'anew') return pull(pulling);
    return last.end === 'done' ? ended : last;
  }

  while (asked) {
    const answer: ListAnswer = await asked;
    if (parts.cut.aborted) return over(stopped);
    if (answer.status === 'failed') {
      parts.clock(answer.answer.clockMs);
      const { outcome } = answer.answer;
      if (cursor !== null && ['reject', 'conflict', 'missing'].includes(outcome))
        return over({ end: 'cursor-refused', answer: answer.answer });
      return over(endedBy(answer.answer));
    }
    parts.clock(answer.clockMs);
    if (answer.more && answer.cursor === cursor) {
      return over({ end: 'later', why: 'the list does not go on', heard: true });
    }
    const continues = cursor !== null;
    cursor = answer.cursor;
    // Asked for while this one is being kept.
    asked = answer.more ? ask(cursor) : null;
    const taking = take(answer, cursor, continues);
    const ended = before ? await kept(before, taking) : done;
    if (ended.end === 'anew') return pull(pulling);
    if (ended.end !== 'done') return ended;
    before = taking;
    if (parts.cut.aborted) return over(stopped);
  }
  return over(done);
}

/** What came, or where it is too long the beginning of its JSON as text. */
function atMost(raw: unknown): unknown {
  const json = JSON.stringify(raw) ?? '';
  return json.length <= RAW_MOST ? raw : json.slice(0, RAW_MOST);
}
