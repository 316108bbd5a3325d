/** Room between things: one below the other, side by side, or as many columns as fit. */
import type { ComponentChildren } from 'preact';
import styles from './layout.module.css';

interface LayoutProps {
  gap?: 's' | 'm' | 'l' | undefined;
  children: ComponentChildren;
}

/** One below the other. */
export function Stack({ gap = 'm', children }: LayoutProps) {
  return (
    <div class={styles.stack} data-gap={gap}>
      {children}
    </div>
  );
}

/** Side by side, wrapping when the room ends. */
export function Row({ gap = 's', children }: LayoutProps) {
  return (
    <div class={styles.row} data-gap={gap}>
      {children}
    </div>
  );
}

/** As many columns as fit: one on a phone, two or three on a laptop. */
export function Columns({ gap = 'm', children }: LayoutProps) {
  return (
    <div class={styles.columns} data-gap={gap}>
      {children}
    </div>
  );
}
