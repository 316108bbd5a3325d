/** More to read for who wants it: a native `details`. */
import type { ComponentChildren } from 'preact';
import { DownIcon } from '../icons/go.tsx';
import styles from './disclosure.module.css';

export interface DisclosureProps {
  summary: ComponentChildren;
  open?: boolean | undefined;
  onToggle?: ((open: boolean) => void) | undefined;
  children: ComponentChildren;
}

export function Disclosure({ summary, open, onToggle, children }: DisclosureProps) {
  return (
    <details class={styles.details} open={open} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <summary class={styles.summary}>
        <span class={styles.words}>{summary}</span>
        <DownIcon />
      </summary>
      <div class={styles.body}>{children}</div>
    </details>
  );
}
