/** The frame of the app around every screen: a quiet line on top, the ways to go, and the screen. */
import type { ComponentChildren } from 'preact';
import { useText } from '../text/use-text.ts';
import styles from './frame.module.css';

export interface FrameProps {
  top?: ComponentChildren;
  /** The `BottomNav`; absent while a form has the whole screen. */
  nav?: ComponentChildren;
  /** The `Screen`. */
  children: ComponentChildren;
}

export function Frame({ top, nav, children }: FrameProps) {
  const t = useText();
  return (
    <div class={styles.frame} data-nav={nav !== undefined}>
      <a class={styles.skip} href="#main" data-native>
        {t('ui.skip')}
      </a>
      {nav}
      <div class={styles.rest}>
        {top}
        {children}
      </div>
    </div>
  );
}
