/** How outlines are told apart without colour: a marker shape and a dash pattern each. Pure. */
import { inTellingOrder, valueOn, type StarOutline } from './star-data.ts';

export const shapes = ['circle', 'square', 'triangle', 'diamond', 'cross'] as const;
export type Shape = (typeof shapes)[number];

/** Lengths of dash and space, in widths of the line. */
const dashes = [[], [3.2, 2], [0.2, 1.9], [5, 1.8, 0.2, 1.8], [8, 2.4]] as const;

export interface Mark {
  outline: StarOutline;
  shape: Shape;
  dash: readonly number[];
  /** Which of the five line colours. */
  tone: number;
  /** 0 for today and for views; for earlier outlines 1 to 4, older is fainter. */
  fade: number;
}

/**
 * The outlines in telling order, each with its mark. The first is drawn on top. No two have shape and dash alike up to 25.
 */
export function marksOf(outlines: readonly StarOutline[]): Mark[] {
  let earlier = 0;
  return inTellingOrder(outlines).map((outline, place) => {
    if (outline.kind === 'earlier') earlier += 1;
    const round = Math.floor(place / shapes.length);
    return {
      outline,
      shape: shapes[place % shapes.length] ?? 'circle',
      dash: dashes[(place + round) % dashes.length] ?? [],
      tone: outline.kind === 'earlier' ? 0 : place % dashes.length,
      fade: outline.kind === 'earlier' ? Math.min(earlier, 4) : 0,
    };
  });
}

/** Each marker that another one covers is drawn this much bigger, so that its edge still shows. */
const coveredGrowth = 0.42;

/** How big the marker of `marks[place]` is on an axis: 1 where it lies on top or alone. */
export function markerScale(marks: readonly Mark[], place: number, axis: number): number {
  const own = marks[place];
  if (!own) return 1;
  const value = valueOn(own.outline, axis);
  const above = marks.slice(0, place).filter((mark) => valueOn(mark.outline, axis) === value);
  return 1 + coveredGrowth * above.length;
}
