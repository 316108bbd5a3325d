/** A few words that stand out: good to know, this is safe, this needs you. */
import type { ComponentChildren } from 'preact';
import { InfoIcon, NeedsYouIcon, SafeIcon } from '../icons/state.tsx';
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
}

const icons = { info: InfoIcon, safe: SafeIcon, attention: NeedsYouIcon };

export function Notice({ kind = 'info', title, children, actions, live }: NoticeProps) {
  const Glyph = icons[kind];
  return (
    <div class={styles.notice} data-kind={kind} data-heard="">
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
