/** What is wrong with an answer and what to do, in one line under it. */
import type { ComponentChildren } from 'preact';
import { NeedsYouIcon } from '../icons/state.tsx';
import styles from './wrong-line.module.css';

export function WrongLine({ children }: { children: ComponentChildren }) {
  return (
    <p class={styles.line}>
      <NeedsYouIcon />
      {children}
    </p>
  );
}
