/** What the story can be asked: everything kept about a person in the order it happened, and searching it. */
import type { RecordKinds } from '../../core/define-record.ts';
import type { Found, Live, Page, Store } from '../../core/store.ts';
import { mapLive } from '../../core/usable.ts';
import { matcher, searchText, type Saying } from './model/search-words.ts';
import { storyKinds, toEntry, type ReadEntry, type StoryEntry } from './model/story-entry.ts';

/** How many records are opened at a time while searching. */
const SEARCH_PAGE = 100;

export interface StoryQuery {
  /** Whose story. */
  subject: string;
  /** Only these kinds; every kind when empty, also those this app does not know. */
  kinds: readonly string[];
  /** With those that were taken out of the story. */
  withdrawn: boolean;
}

export interface StoryPart {
  entries: StoryEntry[];
  /** Whether there is more to show. */
  more: boolean;
}

/** The newest `limit` records of the story, kept up to date. */
export function watchStory(
  store: Store,
  records: RecordKinds,
  query: StoryQuery,
  limit: number,
): Live<StoryPart> {
  const pages = store.watchList({ ...listQuery(query), limit });
  return {
    subscribe: (see, fail) =>
      pages.subscribe(
        ({ items, next }) => see({ entries: entriesOf(items, records), more: next !== null }),
        fail,
      ),
  };
}

/** The latest few entries, for Home. */
export function watchLatest(store: Store, records: RecordKinds, count: number): Live<StoryPart> {
  const query = { subject: store.owner.personId, kinds: storyKinds(records), withdrawn: false };
  return watchStory(store, records, query, count);
}

/** Looked through for what is about others, where much of what is new is one's own. */
const NEWEST = 60;

/** The latest few entries about others, newest first. Sites and projects, `leaveOut`, are no others. */
export function watchLatestOfOthers(
  store: Store,
  records: RecordKinds,
  leaveOut: ReadonlySet<string>,
  count: number,
): Live<ReadEntry[]> {
  const pages = store.watchList({ kinds: storyKinds(records), limit: NEWEST });
  return mapLive(pages, ({ items }) =>
    entriesOf(items, records)
      .flatMap((entry) => (entry.state === 'read' && !leaveOut.has(entry.said.subject) ? [entry] : []))
      .slice(0, count),
  );
}

export interface StorySearch {
  /**
   * Gives what was found so far, again and again, newest first; `done` with the last. Ends early when cancelled.
   * Records are opened page by page, once for all searches, and the phone can do other things between two pages.
   */
  find(typed: string, signal: AbortSignal): AsyncGenerator<{ entries: StoryEntry[]; done: boolean }>;
}

interface SearchPage {
  found: { entry: StoryEntry; text: string }[];
  next: string | null;
}

/** Searches the story as it is now; make a new one when the story or the language changes. */
export function createStorySearch(
  store: Store,
  records: RecordKinds,
  query: StoryQuery,
  say: Saying,
): StorySearch {
  const pages: Promise<SearchPage>[] = [];

  async function read(after: string | null): Promise<SearchPage> {
    const page: Page = await store.list({
      ...listQuery(query),
      limit: SEARCH_PAGE,
      ...(after === null ? {} : { after }),
    });
    const found = page.items.flatMap((item) => {
      const entry = toEntry(item, records);
      return entry ? [{ entry, text: searchText(item, records, say) }] : [];
    });
    return { found, next: page.next };
  }

  return {
    async *find(typed, signal) {
      const matches = matcher(typed);
      const entries: StoryEntry[] = [];
      let after: string | null = null;
      for (let at = 0; !signal.aborted; at++) {
        const page: SearchPage = await (pages[at] ??= read(after));
        if (signal.aborted) return;
        const found = page.found.filter(({ text }) => matches(text)).map(({ entry }) => entry);
        entries.push(...found);
        after = page.next;
        if (found.length > 0 || after === null) yield { entries: [...entries], done: after === null };
        if (after === null) return;
        await aBreath();
      }
    },
  };
}

function entriesOf(items: readonly Found[], records: RecordKinds): StoryEntry[] {
  return items.flatMap((item) => toEntry(item, records) ?? []);
}

function listQuery({ subject, kinds, withdrawn }: StoryQuery) {
  return { subject, withdrawn, ...(kinds.length > 0 ? { kinds } : {}) };
}

/** Lets taps and drawing go first. */
function aBreath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
