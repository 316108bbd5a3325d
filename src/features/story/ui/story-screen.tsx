/** `/story`: everything in the order it happened, by kind, and searched as one types. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../../ui/parts/button.tsx';
import { EmptyState } from '../../../ui/parts/empty-state.tsx';
import { Loading } from '../../../ui/parts/loading.tsx';
import { Screen } from '../../../ui/parts/screen.tsx';
import { useServices } from '../../../ui/services.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import { rememberPlace, takePlace, type StoryPlace } from './story-place.ts';
import { StoryFilter } from './story-filter.tsx';
import { EmptyStory } from './empty-story.tsx';
import { Timeline } from './timeline.tsx';
import { STEP, useStory } from './use-story.ts';

const atTheTop: StoryPlace = { kinds: [], withdrawn: false, typed: '', limit: STEP, scrollY: 0 };

export default function StoryScreen() {
  const t = useText();
  const { store } = useServices();
  const [asked, setAsked] = useState(() => takePlace(store) ?? atTheTop);
  const returnTo = useRef(asked.scrollY);
  const typed = asked.typed.trim();
  const shown = useStory({ ...asked, typed });
  const ready = shown !== undefined;

  useLayoutEffect(() => {
    if (!ready || returnTo.current === 0) return;
    window.scrollTo(0, returnTo.current);
    returnTo.current = 0;
  }, [ready]);

  /** Other things are asked for: begin at their beginning. */
  const ask = (change: Partial<StoryPlace>) => setAsked((before) => ({ ...before, limit: STEP, ...change }));
  const filtered = asked.kinds.length > 0 || typed !== '';
  const empty = ready && shown.entries.length === 0 && !shown.more && !shown.searching;

  return (
    <Screen title={t('story.title')}>
      {(!empty || filtered || asked.withdrawn) && <StoryFilter asked={asked} onAsk={ask} />}
      {!ready && <Loading rows={6} />}
      <SearchStatus typed={typed} shown={shown} />
      {empty && !filtered && (
        <EmptyStory withdrawn={asked.withdrawn} onWithdrawn={(withdrawn) => ask({ withdrawn })} />
      )}
      {empty && filtered && (
        <EmptyState
          title={t('story.none')}
          action={<Button onClick={() => setAsked(atTheTop)}>{t('story.none.all')}</Button>}
        >
          <p>{t('story.none.words')}</p>
        </EmptyState>
      )}
      {ready && shown.entries.length > 0 && (
        <Timeline
          entries={shown.entries}
          more={shown.more}
          onOpen={() => rememberPlace(store, { ...asked, scrollY: window.scrollY })}
        />
      )}
      {ready && shown.more && (
        <Button onClick={() => ask({ limit: asked.limit + STEP })}>{t('story.more')}</Button>
      )}
    </Screen>
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
