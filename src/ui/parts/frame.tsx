/** The frame of the app around every screen: a quiet line on top, the ways to go, and the screen. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
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
  const hasNav = nav !== undefined;
  useLayoutEffect(() => {
    // What is fixed to the window (the bar, announcements, scrolling to a field) has to know, wherever it stands.
    document.documentElement.dataset['nav'] = String(hasNav);
  }, [hasNav]);
  return (
    <div class={styles.frame} data-nav={hasNav}>
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
