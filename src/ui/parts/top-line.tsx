/** The quiet line on top: how things stand, without asking for anything. A tap shows more. */
import type { Icon } from '../icons/glyph.tsx';
import styles from './top-line.module.css';

export interface TopLineProps {
  icon: Icon;
  label: string;
  /** Where to see more. */
  href?: string | undefined;
  /** `needs-you` stands out a little; it still does not shout. */
  tone?: 'quiet' | 'needs-you' | undefined;
}

export function TopLine({ icon: Glyph, label, href, tone = 'quiet' }: TopLineProps) {
  const inside = (
    <>
      <Glyph />
      <span>{label}</span>
    </>
  );
  return (
    <div class={styles.line} data-tone={tone} data-print="no">
      {href === undefined ? (
        <p class={styles.inside}>{inside}</p>
      ) : (
        <a class={styles.inside} href={href}>
          {inside}
        </a>
      )}
    </div>
  );
}
