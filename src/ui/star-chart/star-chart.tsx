/** The big star: an SVG that stands there at once, Chart.js over it when it has come, and a button for each axis. */
import { useMemo, useRef } from 'preact/hooks';
import type { Icon } from '../icons/glyph.tsx';
import { AxisButtons } from './axis-buttons.tsx';
import { growNames } from './grown-names.ts';
import { loadRadar } from './radar-chunk.ts';
import type { RadarModule } from './radar-plan.ts';
import type { StarData } from './star-data.ts';
import { StarDrawing } from './star-drawing.tsx';
import { axisAt, frame } from './star-frame.ts';
import { StarLettering } from './star-lettering.tsx';
import { useLetterSize } from './use-letter-size.ts';
import { useRadar } from './use-radar.ts';
import style from './star-chart.module.css';

interface StarChartProps {
  data: StarData;
  /** What a screen reader says for the picture: the sentence of `starSentence`. */
  label: string;
  /** The person chose an axis, by tap, click or key. */
  onAxis: (axisId: string) => void;
  /** The axis that is open now, where the words stand beside the star. */
  selected?: string | null | undefined;
  /** By `StarAxis.icon`. */
  icons?: Readonly<Record<string, Icon>> | undefined;
  load?: (() => RadarModule | Promise<RadarModule>) | undefined;
}

export function StarChart({ data, label, onAxis, selected, icons, load = loadRadar }: StarChartProps) {
  const { drawing, canvas, made } = useRadar(data, load);
  const choose = (event: MouseEvent & { currentTarget: HTMLElement }) => {
    const box = event.currentTarget.getBoundingClientRect();
    const unit = frame.width / box.width;
    const place = { x: (event.clientX - box.left) * unit, y: (event.clientY - box.top) * unit };
    const axis = axisAt(place, data.axes.length);
    const id = axis === null ? undefined : data.axes[axis]?.id;
    if (id !== undefined) onAxis(id);
  };
  // Kept, so that what stands is not gone through again when Chart.js has drawn over it.
  const bare = made === 'canvas';
  const shapes = useMemo(() => <StarDrawing data={data} size="big" bare={bare} />, [data, bare]);
  const words = useRef<SVGSVGElement>(null);
  const wanted = useLetterSize(words);
  const { axes } = data;
  const names = useMemo(
    () =>
      growNames(
        axes.map(({ short }) => short),
        wanted,
      ),
    [axes, wanted],
  );
  const lettering = useMemo(
    () => <StarLettering axes={axes} names={names} wanted={wanted} place={words} />,
    [axes, names, wanted],
  );
  const room = { '--above': names.above / frame.width, '--below': names.below / frame.width };
  return (
    <div class={style.chart}>
      <div class={data.axes.length === 6 ? style.round : undefined}>
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the buttons do the same by key */}
        <div class={style.star} style={room} onClick={choose}>
          <svg
            ref={drawing}
            class={`${style.drawing} ${made === 'svg' ? '' : style.covered}`}
            viewBox={`0 0 ${frame.width} ${frame.height}`}
            role="img"
            aria-label={label}
          >
            {shapes}
          </svg>
          <div class={`${style.paint} ${made === 'svg' ? style.waiting : ''}`}>
            <canvas ref={canvas} aria-hidden="true" />
          </div>
          {lettering}
        </div>
        <AxisButtons axes={data.axes} onAxis={onAxis} selected={selected} icons={icons} />
      </div>
    </div>
  );
}
