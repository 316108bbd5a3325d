/** Nothing here yet: a picture that says what could be, a few words, one thing to do. */
import type { ComponentChildren } from 'preact';
import styles from './empty-state.module.css';

export interface EmptyStateProps {
  /** One of the pictures of `ui/art`. */
  art?: ComponentChildren;
  title: string;
  /** Level of the title. Default 2. */
  level?: 2 | 3 | undefined;
  children?: ComponentChildren;
  action?: ComponentChildren;
}

export function EmptyState({ art, title, level = 2, children, action }: EmptyStateProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div class={styles.empty}>
      {art !== undefined && <div class={styles.art}>{art}</div>}
      <Heading>{title}</Heading>
      {children !== undefined && <div class={styles.words}>{children}</div>}
      {action !== undefined && <div class={styles.action}>{action}</div>}
    </div>
  );
}
