/** What the story screen shows now: the latest entries, or what a search has found so far. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useKindWord } from '../../../ui/record/kind-look.tsx';
import { useServices } from '../../../ui/services.tsx';
import { sayDay } from '../../../ui/text/dates.ts';
import { useTextState, useWords } from '../../../ui/text/use-text.ts';
import { useLive } from '../../../ui/use-live.ts';
import { createStorySearch, watchStory, type StoryPart } from '../data.ts';
import type { StoryEntry } from '../model/story-entry.ts';

/** How many entries are shown at first, and more at each step. */
export const STEP = 30;

export interface StoryAsked {
  /** Whose story. */
  subject: string;
  kinds: readonly string[];
  withdrawn: boolean;
  /** Already without spaces around it; empty when nothing is looked for. */
  typed: string;
  limit: number;
}

export interface StoryShown {
  entries: StoryEntry[];
  more: boolean;
  /** A search that has not looked everywhere yet. */
  searching: boolean;
}

/** Undefined before the first entries are here. What was shown stays until the next is ready. */
export function useStory({ subject, kinds, withdrawn, typed, limit }: StoryAsked): StoryShown | undefined {
  const { store, records } = useServices();
  const { language, translate } = useTextState();
  const words = useWords();
  const kind = useKindWord();
  const now = language.value;
  const chosen = kinds.join(' ');
  const query = useMemo(
    () => ({ subject, kinds, withdrawn }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the same names make the same query
    [subject, chosen, withdrawn],
  );

  // While somebody searches, showing more of what was found asks for no more of the rest.
  const watched = typed === '' ? limit : STEP;
  const latest = useLive(() => watchStory(store, records, query, watched), [store, records, query, watched]);
  const shown = useRef<StoryPart | undefined>(undefined);
  if (latest) shown.current = latest;

  const search = useMemo(
    () => createStorySearch(store, records, query, { words, kind, day: (when) => sayDay(now, when) }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- made anew when the story, the language or its words change
    [store, records, query, now, translate.value, latest],
  );
  const [result, setResult] = useState<{ entries: StoryEntry[]; done: boolean } | null>(null);
  const [broken, setBroken] = useState<{ error: unknown } | null>(null);
  if (broken) throw broken.error;
  useEffect(() => {
    if (typed === '') {
      setResult(null);
      return;
    }
    const stop = new AbortController();
    const look = async () => {
      for await (const found of search.find(typed, stop.signal)) {
        if (!stop.signal.aborted) setResult(found);
      }
    };
    look().catch((error: unknown) => {
      if (!stop.signal.aborted) setBroken({ error });
    });
    return () => stop.abort();
  }, [search, typed]);

  if (typed !== '') {
    if (!result) return shown.current && { ...shown.current, searching: true };
    const { entries, done } = result;
    return { entries: entries.slice(0, limit), more: entries.length > limit, searching: !done };
  }
  return shown.current && { ...shown.current, searching: false };
}
