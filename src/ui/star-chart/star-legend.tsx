/** Which outline is whose, from which day: marker, line and words. */
import { sayDay } from '../text/dates.ts';
import { useText, useTextState } from '../text/use-text.ts';
import { MarkSample } from './mark-sample.tsx';
import type { StarData } from './star-data.ts';
import { marksOf } from './star-marks.ts';
import { outlineName } from './star-sentence.ts';
import style from './star-legend.module.css';

export function StarLegend({ data }: { data: StarData }) {
  const t = useText();
  const language = useTextState().language.value;
  return (
    <ul class={style.legend} aria-label={t('star.legend')}>
      {marksOf(data.outlines).map((mark) => (
        <li key={mark.outline.id} class={style.entry}>
          <MarkSample mark={mark} />
          <span>{outlineName(mark.outline, t, sayDay(language, mark.outline.date))}</span>
        </li>
      ))}
    </ul>
  );
}
