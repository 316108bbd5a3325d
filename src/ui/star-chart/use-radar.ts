/** Brings Chart.js to the canvas of the big star, and keeps it in step with the figures and the theme. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { onThemeChange, readColours } from './radar-colours.ts';
import { planRadar, type Radar, type RadarModule } from './radar-plan.ts';
import type { StarData } from './star-data.ts';
import { whenIdle } from './when-idle.ts';

/** Longest wait until the star can be printed, in milliseconds. */
const patience = 300;

/** What is there of the star: until Chart.js has come the SVG, then both; where it was here first, the canvas alone. */
type Made = 'svg' | 'canvas' | 'both';

export function useRadar(data: StarData, load: () => RadarModule | Promise<RadarModule>) {
  const drawing = useRef<SVGSVGElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const radar = useRef<Radar | null>(null);
  const latest = useRef(data);
  const drawn = useRef<StarData | null>(null);
  const coming = useMemo(load, [load]);
  const [made, setMade] = useState<Made>(coming instanceof Promise ? 'svg' : 'canvas');
  latest.current = data;

  // Before the page is painted: where Chart.js is here already, its star is the first that is seen.
  useLayoutEffect(() => {
    let gone = false;
    const recolour = () => {
      if (drawing.current)
        radar.current?.update(planRadar(latest.current), readColours(drawing.current), false);
    };
    const draw = (module: RadarModule) => {
      if (gone || !canvas.current || !drawing.current) return;
      drawn.current = latest.current;
      radar.current = module.drawRadar(
        canvas.current,
        planRadar(latest.current),
        readColours(drawing.current),
      );
    };
    // Where it cannot be loaded, the SVG star shows the same: there is nothing the person could do, or would miss.
    const giveUp = () => setMade('svg');
    if (coming instanceof Promise) {
      coming
        .then((module) => {
          draw(module);
          if (!gone) setMade('both');
        })
        .catch(giveUp);
    } else {
      try {
        draw(coming);
      } catch {
        giveUp();
      }
    }
    const stop = onThemeChange(recolour);
    return () => {
      gone = true;
      stop();
      radar.current?.destroy();
      radar.current = null;
    };
  }, [coming]);

  useEffect(() => {
    if (!drawing.current || drawn.current === data) return;
    drawn.current = data;
    const moving = !matchMedia('(prefers-reduced-motion: reduce)').matches;
    radar.current?.update(planRadar(data), readColours(drawing.current), moving);
  }, [data]);

  // Under the canvas nobody sees the SVG; it is there to be printed, and can wait a little.
  useEffect(() => (made === 'canvas' ? whenIdle(() => setMade('both'), patience) : undefined), [made]);

  return { drawing, canvas, made };
}
