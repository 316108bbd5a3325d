/** Fetches what is new, page by page. A page, what was not valid on it, and its cursor are kept together or not at all. */
import type { SetAside, SyncStore, TakeInOutcome } from '../../core/sync-store.ts';
import type { Answer, Endpoint, ListAnswer } from '../protocol/endpoint.ts';
import { keyOf } from '../protocol/wire.ts';
import { readBookmark, witnesses, writeBookmark } from './bookmark.ts';
import type { PagePace } from './page-pace.ts';
import { done, endedBy, stopped, storeFailed, type Ended } from './ended.ts';

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
  /** Called after each page that was kept and is followed by more, also where nothing on it was new. */
  moved?: () => void;
}

/** `cursor-refused`: the endpoint does not know where we stood. */
export type Pulled = Ended | { end: 'cursor-refused'; answer: Answer };

/** What becomes of a page that is being kept. */
type Taking = Promise<TakeInOutcome>;

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

  function take(page: ListAnswer & { status: 'page' }, continues: boolean): Taking {
    const { items, more } = page;
    const versions = items.flatMap((item) => (item.status === 'version' ? [item.wire.version] : []));
    const at = new Date(parts.now()).toISOString();
    const setAside = items.flatMap((item): SetAside[] =>
      item.status === 'invalid' ? [{ key: item.key, why: item.why, raw: item.raw, at }] : [],
    );
    const gone = new Set(versions.filter(({ removed }) => removed === 'erased').map(({ id }) => id));
    if (versions.length > 0 && seen.length > 0) unasked ??= seen;
    seen = witnesses(seen, versions.filter(({ id }) => !gone.has(id)).map(keyOf), gone);
    const kept = writeBookmark({ cursor: page.cursor, seen, ...(unasked && { unasked }) });
    const toKeep = { versions, setAside, cursor: kept, continues };
    const taking = store.takeIn(connection, toKeep, before ?? undefined);
    // Told at once, though how it ended is asked only when the next page is here: on a weak line that takes a while.
    taking.then(
      (taken) => {
        if (taken.status !== 'applied') return;
        parts.came(taken.added);
        if (more) parts.moved?.();
      },
      // Whoever waits for the page before it hears of that first.
      () => undefined,
    );
    return taking;
  }

  /** Done where it was kept. `next` is made ready meanwhile, to be kept after it: not left alone where nothing comes of it. */
  async function kept(taking: Taking, next: Taking | null): Promise<Pulled | { end: 'anew' }> {
    const taken = await taking;
    if (taken.status === 'applied') return done;
    await next?.catch(() => undefined);
    return taken.status === 'anew' ? { end: 'anew' } : storeFailed(taken);
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
    const taking = take(answer, continues);
    const ended = before ? await kept(before, taking) : done;
    if (ended.end === 'anew') return pull(pulling);
    if (ended.end !== 'done') return ended;
    before = taking;
    if (parts.cut.aborted) return over(stopped);
  }
  return over(done);
}
