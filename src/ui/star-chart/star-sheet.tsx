/** The star with all that says the same: legend, table, sentence. On paper it alone comes out, on one A4 page. */
import type { ComponentChildren } from 'preact';
import type { StarData } from './star-data.ts';
import { StarLegend } from './star-legend.tsx';
import { StarTable } from './star-table.tsx';
import style from './star-sheet.module.css';

interface StarSheetProps {
  /** Stands on paper only: on the screen the page has its own heading. */
  title: string;
  data: StarData;
  /** Of `starSentences`. */
  sentences: readonly string[];
  /** The star itself, a `StarChart`. */
  children: ComponentChildren;
  /** Beside the sentence: the button that reads it aloud. Not printed. */
  aside?: ComponentChildren;
  /** For the legend: what else is to be said of an outline, by its id. */
  mark?: (id: string) => ComponentChildren;
}

export function StarSheet({ title, data, sentences, children, aside, mark }: StarSheetProps) {
  return (
    <div class={style.sheet} data-star-sheet="">
      <p class={style.title}>{title}</p>
      <figure class={style.figure}>
        {children}
        <StarLegend data={data} mark={mark} />
      </figure>
      <div class={style.sentence}>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {aside === undefined ? null : <div class={style.aside}>{aside}</div>}
      </div>
      <StarTable data={data} />
    </div>
  );
}
