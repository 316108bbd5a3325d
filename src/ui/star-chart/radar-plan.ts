/** What the canvas is told to draw, and what the chunk with Chart.js offers. Types only cross the line between the two. */
import { valueOn, type StarData } from './star-data.ts';
import { marksOf, markerScale, type Shape } from './star-marks.ts';

interface RadarOutline {
  id: string;
  values: (number | null)[];
  shape: Shape;
  fade: number;
  /** In widths of the line. */
  dash: readonly number[];
  /** Per axis: bigger where another marker covers this one. */
  scales: number[];
}

export interface RadarPlan {
  labels: string[];
  /** The first is drawn on top. */
  outlines: RadarOutline[];
}

/** A colour as the browser made it of the theme's tokens, ready for a canvas. */
interface Paint {
  colour: string;
  /** 1 where it is not see-through. */
  strength: number;
}

export interface RadarColours {
  bands: Paint;
  rings: Paint;
  /** Around each marker, so that those that lie on each other are told apart. */
  halo: string;
  /** By the outline's id. */
  outlines: Map<string, Paint>;
}

export interface Radar {
  /** Draws other figures or other colours. `moving`: lets the outlines glide there. */
  update(plan: RadarPlan, colours: RadarColours, moving: boolean): void;
  destroy(): void;
}

export interface RadarModule {
  drawRadar(canvas: HTMLCanvasElement, plan: RadarPlan, colours: RadarColours): Radar;
}

/** The plan for some figures: gaps stay null. */
export function planRadar(data: StarData): RadarPlan {
  const marks = marksOf(data.outlines);
  return {
    labels: data.axes.map((axis) => axis.short),
    outlines: marks.map((mark, place) => ({
      id: mark.outline.id,
      values: data.axes.map((_, axis) => valueOn(mark.outline, axis)),
      shape: mark.shape,
      fade: mark.fade,
      dash: mark.dash,
      scales: data.axes.map((_, axis) => markerScale(marks, place, axis)),
    })),
  };
}
