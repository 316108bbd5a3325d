/** A few words that stand out: good to know, this is safe, this needs you. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { InfoIcon, NeedsYouIcon, SafeIcon } from '../icons/state.tsx';
import { bringTo } from './bring-to.ts';
import styles from './notice.module.css';
import { ReadAloud } from './read-aloud.tsx';

export interface NoticeProps {
  /** `safe` says what is kept; `attention` says what happened, what is safe and what to do. */
  kind?: 'info' | 'safe' | 'attention' | undefined;
  title?: string | undefined;
  children?: ComponentChildren;
  actions?: ComponentChildren;
  /** How it is announced when it appears. `alert` interrupts: only for what cannot wait. */
  live?: 'status' | 'alert' | undefined;
  /** True where it answers what was just pressed, and may appear out of sight: it comes into view and takes the focus. */
  brought?: boolean | undefined;
}

const icons = { info: InfoIcon, safe: SafeIcon, attention: NeedsYouIcon };

export function Notice({ kind = 'info', title, children, actions, live, brought }: NoticeProps) {
  const Glyph = icons[kind];
  const own = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (brought) bringTo(own.current);
  }, [brought]);
  return (
    <div class={styles.notice} data-kind={kind} data-heard="" ref={own} tabIndex={brought ? -1 : undefined}>
      <Glyph />
      <div class={styles.words} role={live}>
        {title !== undefined && <p class={styles.title}>{title}</p>}
        {children}
        {actions !== undefined && <div class={styles.actions}>{actions}</div>}
      </div>
      <span class={styles.hear}>
        <ReadAloud />
      </span>
    </div>
  );
}
