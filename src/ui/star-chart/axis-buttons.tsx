/** A button for each axis: round the star where there is room, a list beneath it on a phone. */
import type { Icon } from '../icons/glyph.tsx';
import { useText } from '../text/use-text.ts';
import type { StarAxis } from './star-data.ts';
import style from './axis-buttons.module.css';

interface AxisButtonsProps {
  axes: readonly StarAxis[];
  onAxis: (axisId: string) => void;
  selected: string | null | undefined;
  icons: Readonly<Record<string, Icon>> | undefined;
}

export function AxisButtons({ axes, onAxis, selected, icons }: AxisButtonsProps) {
  const t = useText();
  return (
    <ul class={`${style.axes} ${axes.length === 6 ? style.round : ''}`} aria-label={t('star.axes')}>
      {axes.map((axis, index) => {
        const AxisIcon = axis.icon === undefined ? undefined : icons?.[axis.icon];
        return (
          <li key={axis.id} class={`${style.place} ${style[`place${index}`] ?? ''}`}>
            <button
              type="button"
              class={style.axis}
              aria-pressed={selected === undefined ? undefined : selected === axis.id}
              onClick={() => onAxis(axis.id)}
            >
              {AxisIcon ? <AxisIcon /> : null}
              {axes.length > 6 ? <span class={style.number}>{index + 1}</span> : null}
              <span class={style.name}>{axis.short}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
