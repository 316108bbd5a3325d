/** How many records of each kind, and how many photos and recordings: a list of words and figures, never a sum. */
import type { ComponentChildren } from 'preact';
import { PhotoIcon } from '../../../ui/icons/act.tsx';
import { KindPicture, useKindWord } from '../../../ui/record/kind-look.tsx';
import { useTextState } from '../../../ui/text/use-text.ts';
import { localesFor } from '../../../ui/text/languages.ts';
import styles from './takeaway.module.css';

interface KindCountsProps {
  kinds: readonly { kind: string; records: number }[];
  /** Photos and recordings in words; no line without. */
  media?: string | undefined;
}

export function KindCounts({ kinds, media }: KindCountsProps) {
  const word = useKindWord();
  const numbers = new Intl.NumberFormat(localesFor(useTextState().language.value));
  return (
    <ul class={styles.counts} role="list">
      {kinds.map(({ kind, records }) => (
        <Line key={kind} picture={<KindPicture kind={kind} />} figure={numbers.format(records)}>
          {word(kind)}
        </Line>
      ))}
      {media !== undefined && <Line picture={<PhotoIcon />}>{media}</Line>}
    </ul>
  );
}

interface LineProps {
  picture: ComponentChildren;
  figure?: string;
  children: ComponentChildren;
}

function Line({ picture, figure, children }: LineProps) {
  return (
    <li class={styles.count}>
      {picture}
      <span class={styles.kind}>{children}</span>
      {figure !== undefined && <span class={styles.figure}>{figure}</span>}
    </li>
  );
}
