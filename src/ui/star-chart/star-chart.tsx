/** The big star: an SVG that stands there at once, Chart.js over it when it has come, and a button for each axis. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Icon } from '../icons/glyph.tsx';
import { AxisButtons } from './axis-buttons.tsx';
import { loadRadar } from './radar-chunk.ts';
import { onThemeChange, readColours } from './radar-colours.ts';
import { planRadar, type Radar, type RadarModule } from './radar-plan.ts';
import type { StarData } from './star-data.ts';
import { StarDrawing } from './star-drawing.tsx';
import { axisAt, frame } from './star-frame.ts';
import { StarLettering } from './star-lettering.tsx';
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
  load?: (() => Promise<RadarModule>) | undefined;
}

export function StarChart({ data, label, onAxis, selected, icons, load = loadRadar }: StarChartProps) {
  const { drawing, canvas, ready } = useRadar(data, load);
  const choose = (event: MouseEvent & { currentTarget: HTMLElement }) => {
    const box = event.currentTarget.getBoundingClientRect();
    const unit = frame.width / box.width;
    const place = { x: (event.clientX - box.left) * unit, y: (event.clientY - box.top) * unit };
    const axis = axisAt(place, data.axes.length);
    const id = axis === null ? undefined : data.axes[axis]?.id;
    if (id !== undefined) onAxis(id);
  };
  // Kept, so that what stands is not gone through again when Chart.js has drawn over it.
  const shapes = useMemo(() => <StarDrawing data={data} size="big" />, [data]);
  const lettering = useMemo(() => <StarLettering axes={data.axes} />, [data.axes]);
  return (
    <div class={style.chart}>
      <div class={`${style.stage} ${data.axes.length === 6 ? style.round : ''}`}>
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the buttons do the same by key */}
        <div class={style.star} onClick={choose}>
          <svg
            ref={drawing}
            class={`${style.drawing} ${ready ? style.covered : ''}`}
            viewBox={`0 0 ${frame.width} ${frame.height}`}
            role="img"
            aria-label={label}
          >
            {shapes}
          </svg>
          <div class={`${style.paint} ${ready ? '' : style.waiting}`}>
            <canvas ref={canvas} aria-hidden="true" />
          </div>
          {lettering}
        </div>
        <AxisButtons axes={data.axes} onAxis={onAxis} selected={selected} icons={icons} />
      </div>
    </div>
  );
}

/** Brings Chart.js to the canvas and keeps it in step with the figures and the theme. `ready` once it has drawn. */
function useRadar(data: StarData, load: () => Promise<RadarModule>) {
  const drawing = useRef<SVGSVGElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const radar = useRef<Radar | null>(null);
  const latest = useRef(data);
  const drawn = useRef<StarData | null>(null);
  const [ready, setReady] = useState(false);
  latest.current = data;

  // Before the page is painted: where Chart.js is here already, its star is the first that is seen.
  useLayoutEffect(() => {
    let gone = false;
    const recolour = () => {
      if (drawing.current)
        radar.current?.update(planRadar(latest.current), readColours(drawing.current), false);
    };
    const draw = async () => {
      const module = await load();
      if (gone || !canvas.current || !drawing.current) return;
      drawn.current = latest.current;
      radar.current = module.drawRadar(
        canvas.current,
        planRadar(latest.current),
        readColours(drawing.current),
      );
      setReady(true);
    };
    // Where it cannot be loaded, the SVG star shows the same: there is nothing the person could do, or would miss.
    draw().catch(() => undefined);
    const stop = onThemeChange(recolour);
    return () => {
      gone = true;
      stop();
      radar.current?.destroy();
      radar.current = null;
    };
  }, [load]);

  useEffect(() => {
    if (!drawing.current || drawn.current === data) return;
    drawn.current = data;
    const moving = !matchMedia('(prefers-reduced-motion: reduce)').matches;
    radar.current?.update(planRadar(data), readColours(drawing.current), moving);
  }, [data]);

  return { drawing, canvas, ready };
}
