/** The big star on a canvas, drawn by Chart.js. This file and Chart.js are one chunk, loaded on its own. */
import {
  Chart,
  LineElement,
  PointElement,
  RadarController,
  RadialLinearScale,
  type UpdateMode,
} from 'chart.js';
import { looks, thickness, type Now } from './radar-looks.ts';
import { onResize, RadarPlace } from './radar-place.ts';
import type { Radar, RadarColours, RadarPlan } from './radar-plan.ts';
import { frame, scaleEnd } from './star-frame.ts';

/** How long outlines glide to other figures, in milliseconds. */
const glide = 300;

/** At another size lines are of another thickness, which Chart.js looks at only where an update is no mere resize. */
class RadarChart extends Chart<'radar'> {
  override update(mode?: UpdateMode) {
    super.update(mode === 'resize' ? 'none' : mode);
  }
}

/**
 * Draws the star and keeps it as big as the canvas's parent. A null is a gap: no point, and no line to or from it.
 * The canvas must lie over a frame of the shape that `star-frame.ts` describes. Throws where there is no canvas.
 */
export function drawRadar(canvas: HTMLCanvasElement, plan: RadarPlan, colours: RadarColours): Radar {
  Chart.register(RadarController, RadialLinearScale, PointElement, LineElement);
  const now: Now = { plan, colours, unit: 0 };
  const chart = new RadarChart(canvas, {
    type: 'radar',
    platform: RadarPlace,
    data: { labels: plan.labels, datasets: datasets(now) },
    options: {
      animation: false,
      maintainAspectRatio: false,
      events: [],
      layout: { padding: ({ chart: { width, height } }) => margins(width, height) },
      scales: {
        r: {
          min: 0,
          max: scaleEnd,
          ticks: { display: false, stepSize: scaleEnd },
          grid: { display: false },
          angleLines: { display: false },
          pointLabels: { display: false },
        },
      },
      datasets: {
        radar: { fill: false, spanGaps: false, pointRadius: 0, clip: false, borderCapStyle: 'round' },
      },
    },
    plugins: [looks(now)],
  });
  const stop = onResize(canvas.parentElement ?? canvas, (width, height) => chart.resize(width, height));
  return {
    update(nextPlan, nextColours, moving) {
      now.plan = nextPlan;
      now.colours = nextColours;
      chart.data.labels = nextPlan.labels;
      chart.data.datasets = datasets(now);
      chart.options.animation = moving ? { duration: glide } : false;
      chart.update();
    },
    destroy() {
      stop();
      chart.destroy();
    },
  };
}

function datasets({ plan, colours, unit }: Now) {
  return plan.outlines.map((outline) => ({
    label: outline.id,
    data: outline.values,
    borderColor: colours.outlines.get(outline.id)?.colour ?? '',
    borderJoinStyle: 'round' as const,
    ...thickness(outline, unit),
  }));
}

/** What is left free around the star, so that it lies just over the SVG one. */
function margins(width: number, height: number) {
  const scale = Math.min(width / frame.width, height / frame.height);
  const across = Math.max(0, width / 2 - frame.radius * scale);
  const down = Math.max(0, height / 2 - frame.radius * scale);
  return { left: across, right: across, top: down, bottom: down };
}
