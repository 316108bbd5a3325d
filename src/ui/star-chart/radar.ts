/** The big star on a canvas, drawn by Chart.js. This file and Chart.js are one chunk, loaded on its own. */
import { Chart, LineElement, PointElement, RadarController, RadialLinearScale, type Plugin } from 'chart.js';
import type { Radar, RadarColours, RadarPlan } from './radar-plan.ts';
import { frame, bandMiddles, rings, scaleEnd } from './star-frame.ts';
import { bandGap, bold, haloWidth, lineWidth, ringWidth } from './star-look.ts';
import { markerPath } from './star-paths.ts';

/** How long outlines glide to other figures, in milliseconds. */
const glide = 300;

/** What is drawn now. The plugin reads it at every frame. */
interface Now {
  plan: RadarPlan;
  colours: RadarColours;
}

/**
 * Draws the star and keeps it as big as the canvas's parent. A null is a gap: no point, and no line to or from it.
 * The canvas must lie over a frame of the shape that `star-frame.ts` describes.
 */
export function drawRadar(canvas: HTMLCanvasElement, plan: RadarPlan, colours: RadarColours): Radar {
  Chart.register(RadarController, RadialLinearScale, PointElement, LineElement);
  const now: Now = { plan, colours };
  const chart = new Chart(canvas, {
    type: 'radar',
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
          ticks: { display: false, stepSize: 1 },
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
  return {
    update(nextPlan, nextColours, moving) {
      now.plan = nextPlan;
      now.colours = nextColours;
      chart.data.labels = nextPlan.labels;
      chart.data.datasets = datasets(now);
      chart.options.animation = moving ? { duration: glide } : false;
      chart.update();
    },
    destroy: () => chart.destroy(),
  };
}

function datasets({ plan, colours }: Now) {
  return plan.outlines.map((outline) => ({
    label: outline.id,
    data: outline.values,
    borderColor: colours.outlines.get(outline.id)?.colour ?? '',
    borderJoinStyle: 'round' as const,
    borderWidth: ({ chart }: { chart: Chart }) => lineWidth('big', outline.fade) * unit(chart),
    borderDash: ({ chart }: { chart: Chart }) =>
      outline.dash.map((length) => length * lineWidth('big', outline.fade) * unit(chart)),
  }));
}

/** Pixels of the page to one unit of the frame. */
function unit(chart: Chart): number {
  return Math.min(chart.width / frame.width, chart.height / frame.height);
}

/** What is left free around the star, so that it lies just over the SVG one. */
function margins(width: number, height: number) {
  const scale = Math.min(width / frame.width, height / frame.height);
  const across = Math.max(0, width / 2 - frame.radius * scale);
  const down = Math.max(0, height / 2 - frame.radius * scale);
  return { left: across, right: across, top: down, bottom: down };
}

/** Bands, rings and spokes under the outlines; on each outline its fading and its markers. */
function looks(now: Now): Plugin<'radar'> {
  return {
    id: 'looks',
    beforeDatasetsDraw(chart) {
      const { ctx } = chart;
      const { x, y, step } = middleOf(chart);
      const circle = (value: number) => {
        ctx.beginPath();
        ctx.arc(x, y, step * value, 0, 2 * Math.PI);
        ctx.stroke();
      };
      ctx.save();
      ctx.strokeStyle = now.colours.band;
      ctx.globalAlpha = now.colours.bandStrength;
      ctx.lineWidth = 2 * step - bandGap * unit(chart);
      for (const middle of bandMiddles) circle(middle);
      ctx.strokeStyle = now.colours.ring;
      ctx.globalAlpha = now.colours.ringStrength;
      ctx.lineWidth = ringWidth * unit(chart);
      for (const ring of rings) circle(ring);
      ctx.beginPath();
      for (let axis = 0; axis < now.plan.labels.length; axis += 1) {
        const angle = (2 * Math.PI * axis) / now.plan.labels.length - Math.PI / 2;
        ctx.moveTo(x, y);
        ctx.lineTo(x + Math.cos(angle) * step * scaleEnd, y + Math.sin(angle) * step * scaleEnd);
      }
      ctx.stroke();
      ctx.restore();
    },
    beforeDatasetDraw(chart, { index }) {
      chart.ctx.save();
      chart.ctx.globalAlpha = lookOf(now, index).strength;
    },
    afterDatasetDraw(chart, { index, meta }) {
      const { ctx } = chart;
      const outline = now.plan.outlines[index];
      ctx.fillStyle = lookOf(now, index).colour;
      ctx.strokeStyle = now.colours.halo;
      ctx.lineWidth = haloWidth * unit(chart);
      ctx.lineJoin = 'miter';
      ctx.setLineDash([]);
      for (const [axis, point] of meta.data.entries()) {
        const { x, y } = point;
        if (!outline || Number.isNaN(x) || Number.isNaN(y)) continue;
        const size = bold.big.marker * unit(chart) * (outline.scales[axis] ?? 1);
        const marker = new Path2D(markerPath(outline.shape, { x, y }, size));
        ctx.stroke(marker);
        ctx.fill(marker);
      }
      ctx.restore();
    },
  };
}

function lookOf(now: Now, index: number): { colour: string; strength: number } {
  const id = now.plan.outlines[index]?.id ?? '';
  return now.colours.outlines.get(id) ?? { colour: '', strength: 1 };
}

/** The middle of the star and the pixels from one ring to the next. */
function middleOf(chart: Chart): { x: number; y: number; step: number } {
  const { left, right, top, bottom } = chart.chartArea;
  return {
    x: (left + right) / 2,
    y: (top + bottom) / 2,
    step: Math.min(right - left, bottom - top) / 2 / scaleEnd,
  };
}
