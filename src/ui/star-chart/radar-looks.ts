/** How the star looks on the canvas: bands, rings and spokes under the outlines, and on each its fading and markers. */
import type { Chart, Plugin } from 'chart.js';
import type { RadarColours, RadarPlan } from './radar-plan.ts';
import { bandMiddles, frame, rings, scaleEnd } from './star-frame.ts';
import { bandGap, bold, haloWidth, lineWidth, ringWidth } from './star-look.ts';
import { markerPath } from './star-paths.ts';

/** What is drawn now. Chart.js's hooks read it at every frame. */
export interface Now {
  plan: RadarPlan;
  colours: RadarColours;
  /** Pixels of the page to one unit of the frame. */
  unit: number;
}

/** The thickness of an outline's line, in pixels. */
export function thickness({ dash, fade }: RadarPlan['outlines'][number], unit: number) {
  const borderWidth = lineWidth('big', fade) * unit;
  return { borderWidth, borderDash: dash.map((length) => length * borderWidth) };
}

export function looks(now: Now): Plugin<'radar'> {
  return {
    id: 'looks',
    // Before the first draw as well.
    resize(chart) {
      now.unit = Math.min(chart.width / frame.width, chart.height / frame.height);
      for (const [index, outline] of now.plan.outlines.entries())
        Object.assign(chart.data.datasets[index] ?? {}, thickness(outline, now.unit));
    },
    beforeDatasetsDraw(chart) {
      const { ctx } = chart;
      const { x, y, step } = middleOf(chart);
      const { bands, rings: lines } = now.colours;
      const circle = (value: number) => {
        ctx.beginPath();
        ctx.arc(x, y, step * value, 0, 2 * Math.PI);
        ctx.stroke();
      };
      ctx.save();
      ctx.strokeStyle = bands.colour;
      ctx.globalAlpha = bands.strength;
      ctx.lineWidth = 2 * step - bandGap * now.unit;
      for (const middle of bandMiddles) circle(middle);
      ctx.strokeStyle = lines.colour;
      ctx.globalAlpha = lines.strength;
      ctx.lineWidth = ringWidth * now.unit;
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
      ctx.lineWidth = haloWidth * now.unit;
      ctx.lineJoin = 'miter';
      ctx.setLineDash([]);
      for (const [axis, point] of meta.data.entries()) {
        const { x, y } = point;
        if (!outline || Number.isNaN(x) || Number.isNaN(y)) continue;
        const size = bold.big.marker * now.unit * (outline.scales[axis] ?? 1);
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
