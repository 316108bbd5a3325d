/** A story, whoever's it is: everything in the order it happened, by kind, and searched as one types. */
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../../ui/parts/button.tsx';
import { EmptyState } from '../../../ui/parts/empty-state.tsx';
import { Loading } from '../../../ui/parts/loading.tsx';
import { useServices } from '../../../ui/services.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import { EmptyStory } from './empty-story.tsx';
import { StoryFilter } from './story-filter.tsx';
import { rememberPlace, takePlace, type StoryPlace } from './story-place.ts';
import { Timeline } from './timeline.tsx';
import { STEP, useStory } from './use-story.ts';

const atTheTop: StoryPlace = { kinds: [], withdrawn: false, typed: '', limit: STEP, scrollY: 0 };

interface StoryProps {
  /** Whose story. */
  subject: string;
  /** Of the headings of months. Default 2. */
  level?: 2 | 3 | undefined;
  /** Where it stands beside an entry: what scrolls it, and the address of that entry. It scrolls with the page without. */
  beside?: { pane: RefObject<HTMLElement | null>; open: string } | undefined;
}

export function Story({ subject, level = 2, beside }: StoryProps) {
  const t = useText();
  const { store, owner } = useServices();
  const [asked, setAsked] = useState(() => takePlace(store, subject) ?? atTheTop);
  const returnTo = useRef(asked.scrollY);
  const own = subject === owner.personId;
  const typed = asked.typed.trim();
  const shown = useStory({ ...asked, subject, typed });
  const ready = shown !== undefined;
  const pane = beside?.pane;
  const remember = () => {
    rememberPlace(store, subject, { ...asked, scrollY: pane?.current?.scrollTop ?? window.scrollY });
  };

  useLayoutEffect(() => {
    if (!ready || returnTo.current === 0) return;
    (pane?.current ?? window).scrollTo(0, returnTo.current);
    returnTo.current = 0;
  }, [ready, pane]);

  // Beside an entry one may leave by any way, and is to find the same place again.
  useEffect(() => {
    const scroller = pane?.current;
    if (!scroller || !ready) return;
    remember();
    scroller.addEventListener('scroll', remember, { passive: true });
    return () => scroller.removeEventListener('scroll', remember);
  });

  /** Other things are asked for: begin at their beginning. */
  const ask = (change: Partial<StoryPlace>) => setAsked((before) => ({ ...before, limit: STEP, ...change }));
  const filtered = asked.kinds.length > 0 || typed !== '';
  const empty = ready && shown.entries.length === 0 && !shown.more && !shown.searching;

  return (
    <>
      {(!empty || filtered || asked.withdrawn) && <StoryFilter asked={asked} own={own} onAsk={ask} />}
      {!ready && <Loading rows={6} />}
      <SearchStatus typed={typed} shown={shown} />
      {empty && !filtered && own && (
        <EmptyStory withdrawn={asked.withdrawn} onWithdrawn={(withdrawn) => ask({ withdrawn })} />
      )}
      {empty && !filtered && !own && <p>{t('story.theirs.none')}</p>}
      {empty && filtered && (
        <EmptyState
          title={t('story.none')}
          level={level}
          action={<Button onClick={() => setAsked(atTheTop)}>{t('story.none.all')}</Button>}
        >
          <p>{t('story.none.words')}</p>
        </EmptyState>
      )}
      {ready && shown.entries.length > 0 && (
        <Timeline
          entries={shown.entries}
          more={shown.more}
          level={level}
          open={beside?.open}
          onOpen={remember}
        />
      )}
      {ready && shown.more && (
        <Button onClick={() => ask({ limit: asked.limit + STEP })}>{t('story.more')}</Button>
      )}
    </>
  );
}

/** Tells the ear, and the eye, how the search stands. */
function SearchStatus({ typed, shown }: { typed: string; shown: ReturnType<typeof useStory> }) {
  const t = useText();
  const [words, setWords] = useState('');
  const count = shown?.entries.length ?? 0;
  const now =
    typed === '' || !shown
      ? ''
      : shown.searching
        ? t('story.searching')
        : shown.more
          ? t('story.foundMore', { count })
          : t('story.found', { count });
  useEffect(() => setWords(now), [now]);
  return <div role="status">{words !== '' && <p>{words}</p>}</div>;
}
