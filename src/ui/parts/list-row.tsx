/** Rows that lead somewhere: an icon, a title, a detail, and how it stands at the end. */
import type { ComponentChildren } from 'preact';
import { NextIcon } from '../icons/go.tsx';
import type { Icon } from '../icons/glyph.tsx';
import styles from './list-row.module.css';

/** A list of rows. `label` names it where no heading does. */
export function List({ label, children }: { label?: string | undefined; children: ComponentChildren }) {
  return (
    <ul class={styles.list} role="list" aria-label={label}>
      {children}
    </ul>
  );
}

interface RowProps {
  title: ComponentChildren;
  detail?: ComponentChildren;
  icon?: Icon | undefined;
  /** Colour behind the icon. */
  tone?: 'leaf' | 'sun' | 'head' | 'hand' | 'heart' | undefined;
  /** At the end: a delivery state, a date. */
  state?: ComponentChildren;
  /** Under the row and no part of where it leads: long words, a player. */
  below?: ComponentChildren;
  /** Beside the row and no part of where it leads: a button that reads it aloud. */
  beside?: ComponentChildren;
}

export interface ListRowProps extends RowProps {
  /** Where a tap leads. */
  href?: string | undefined;
  /** What a tap does, where it leads nowhere. Without both, the row only tells. */
  onClick?: (() => void) | undefined;
  current?: boolean | undefined;
}

export function ListRow(props: ListRowProps) {
  const { title, detail, icon: Glyph, tone = 'leaf', state, below, beside, href, onClick, current } = props;
  const inside = (
    <>
      {Glyph && (
        <span class={styles.icon} data-tone={tone}>
          <Glyph />
        </span>
      )}
      <span class={styles.words}>
        <span class={styles.title}>{title}</span>
        {detail !== undefined && <span class={styles.detail}>{detail}</span>}
        {state !== undefined && <span class={styles.state}>{state}</span>}
      </span>
    </>
  );
  return (
    <li class={styles.item}>
      {href !== undefined ? (
        <a class={styles.row} href={href} aria-current={current ? 'true' : undefined}>
          {inside}
          <NextIcon />
        </a>
      ) : onClick !== undefined ? (
        <button
          class={styles.row}
          type="button"
          onClick={onClick}
          aria-current={current ? 'true' : undefined}
        >
          {inside}
          <NextIcon />
        </button>
      ) : (
        <div class={styles.row}>{inside}</div>
      )}
      {beside !== undefined && <div class={styles.beside}>{beside}</div>}
      {below !== undefined && <div class={styles.below}>{below}</div>}
    </li>
  );
}
