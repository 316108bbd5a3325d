/** Which outline is whose, from which day: marker, line and words. */
import type { ComponentChildren } from 'preact';
import { sayDay } from '../text/dates.ts';
import { useText, useTextState } from '../text/use-text.ts';
import { MarkSample } from './mark-sample.tsx';
import type { StarData } from './star-data.ts';
import { marksOf } from './star-marks.ts';
import { outlineName } from './star-sentence.ts';
import style from './star-legend.module.css';

interface StarLegendProps {
  data: StarData;
  /** What else is to be said of an outline, by its id. */
  mark?: ((id: string) => ComponentChildren) | undefined;
}

export function StarLegend({ data, mark: more }: StarLegendProps) {
  const t = useText();
  const language = useTextState().language.value;
  return (
    <ul class={style.legend} aria-label={t('star.legend')}>
      {marksOf(data.outlines).map((mark) => (
        <li key={mark.outline.id} class={style.entry}>
          <MarkSample mark={mark} />
          <span>
            {outlineName(mark.outline, t, sayDay(language, mark.outline.date))} {more?.(mark.outline.id)}
          </span>
        </li>
      ))}
    </ul>
  );
}
