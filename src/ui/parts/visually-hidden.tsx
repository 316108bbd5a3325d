/** Words for the ear only. */
import type { ComponentChildren } from 'preact';
import styles from './visually-hidden.module.css';

export function VisuallyHidden({ children }: { children: ComponentChildren }) {
  return <span class={styles.hidden}>{children}</span>;
}
