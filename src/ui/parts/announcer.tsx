/** Says short things to the ear, and shows them for a while where that helps. */
import { createContext, type ComponentChildren } from 'preact';
import { useCallback, useContext, useEffect, useState } from 'preact/hooks';
import { CheckIcon } from '../icons/state.tsx';
import styles from './announcer.module.css';

/** Says the words politely. With `shown` they also stand above the bottom bar for a few seconds. */
export type Announce = (words: string, how?: { shown?: boolean }) => void;

const AnnounceContext = createContext<Announce>(() => {});

/** How long words stay on the screen: long enough to be read slowly. */
const SHOWN_MS = 6000;

interface Said {
  words: string;
  shown: boolean;
  /** Grows, so that the same words are said again. */
  turn: number;
}

/** Around the app, once. */
export function Announcer({ children }: { children: ComponentChildren }) {
  const [said, setSaid] = useState<Said>({ words: '', shown: false, turn: 0 });
  const announce = useCallback<Announce>(
    (words, how) => setSaid((before) => ({ words, shown: how?.shown === true, turn: before.turn + 1 })),
    [],
  );
  useEffect(() => {
    if (said.words === '') return;
    const timer = setTimeout(() => setSaid((now) => ({ ...now, words: '', shown: false })), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <div class={styles.place} role="status" data-print="no">
        {said.words !== '' && (
          <p key={said.turn} class={said.shown ? styles.toast : styles.hidden}>
            {said.shown && <CheckIcon />}
            {said.words}
          </p>
        )}
      </div>
    </AnnounceContext.Provider>
  );
}

/** `const announce = useAnnounce(); announce(t('people.saved'), { shown: true })`. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}
