/** One screen: where you are, one thing to do, and the way on within reach of a thumb. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { APP_NAME } from '../brand/name.ts';
import { BackIcon } from '../icons/go.tsx';
import { useText } from '../text/use-text.ts';
import { ReadAloud } from './read-aloud.tsx';
import styles from './screen.module.css';

export interface ScreenProps {
  title: string;
  /**
   * What the window is called, where the title holds a name or somebody's own words: browsers write down the titles of
   * windows, where others can read them. The title when left out.
   */
  tab?: string | undefined;
  /** Where the way back leads; no link without it. */
  back?: string | undefined;
  /** Words of the way back. Default "Back". */
  backLabel?: string | undefined;
  /** One or two sentences under the title. */
  lead?: ComponentChildren;
  /** Beside the way back: how far along one is. The header then makes room for a form that needs the page. */
  place?: ComponentChildren;
  /** Beside the title: a speaker button, for one. */
  aside?: ComponentChildren;
  /** True for a short screen that is all one question: a button beside the title reads everything on it. */
  heard?: boolean | undefined;
  /** Buttons that stay at the bottom, the main one last: it then lies nearest to the thumb. */
  actions?: ComponentChildren;
  /** A short line over those buttons: what a tap there means. */
  note?: ComponentChildren;
  /**
   * `wide` lets panes and tables use the whole page; `record` does where the ways to go stand at the side, for what has two
   * columns there; the default keeps lines readable.
   */
  width?: 'reading' | 'wide' | 'record' | undefined;
  /** Changes when a new step begins on the same screen: the title is then focused and read again. */
  step?: string | number | undefined;
  children: ComponentChildren;
}

/** Sets the document's title and puts the focus on the heading when it appears and at each step. */
export function Screen(props: ScreenProps) {
  const {
    title,
    tab = title,
    back,
    backLabel,
    place,
    lead,
    aside,
    heard,
    actions,
    note,
    width = 'reading',
    step,
    children,
  } = props;
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${tab} · ${APP_NAME}`;
  }, [tab]);
  useEffect(() => {
    const screen = heading.current?.closest('main');
    // A field that asked for the focus keeps it.
    if (screen?.contains(document.activeElement) && document.activeElement?.matches('[autofocus]')) return;
    heading.current?.focus({ preventScroll: true });
    if (step !== undefined) window.scrollTo(0, 0);
  }, [step]);
  return (
    <main
      id="main"
      class={styles.screen}
      data-width={width}
      data-dense={place !== undefined}
      data-heard={heard}
    >
      <header class={styles.header}>
        {(back !== undefined || place !== undefined) && (
          <div class={styles.way} data-print="no">
            {back !== undefined && (
              <a class={styles.back} href={back}>
                <BackIcon />
                {backLabel ?? t('ui.back')}
              </a>
            )}
            {place}
          </div>
        )}
        <div class={styles.top}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {aside}
          {heard && <ReadAloud />}
        </div>
        {lead !== undefined && <div class={styles.lead}>{lead}</div>}
      </header>
      <div class={styles.body}>{children}</div>
      {actions !== undefined && (
        <div class={styles.actions} data-actions="" data-print="no">
          {note && <p class={styles.note}>{note}</p>}
          {actions}
        </div>
      )}
    </main>
  );
}
