/** Outlines and markers as SVG path data, which canvases draw as well. Pure. */
import { answeredRuns, valueOn, type StarOutline } from './star-data.ts';
import { frame, pointOn, scaleEnd, type Point } from './star-frame.ts';
import type { Shape } from './star-marks.ts';

/** The line of an outline, broken at every gap; empty where no two neighbours were answered. */
export function outlinePath(outline: StarOutline, count: number): string {
  const values = Array.from({ length: count }, (_, axis) => valueOn(outline, axis));
  return answeredRuns(values)
    .filter((run) => run.axes.length > 1)
    .map((run) => {
      const points = run.axes.map((axis) => say(pointOn(axis, count, values[axis] ?? 0)));
      return `M${points.join('L')}${run.closed ? 'Z' : ''}`;
    })
    .join('');
}

/** A line from the middle outwards for each axis. */
export function spokesPath(count: number): string {
  const ends = Array.from({ length: count }, (_, axis) => pointOn(axis, count, scaleEnd));
  return ends.map((end) => `M${say(frame)}L${say(end)}`).join('');
}

/** A marker around a point; `size` is the radius of the circle that the other shapes equal in weight. */
export function markerPath(shape: Shape, at: Point, size: number): string {
  const corners = (places: readonly (readonly [number, number])[]) =>
    `M${places.map(([x, y]) => say({ x: at.x + x * size, y: at.y + y * size })).join('L')}Z`;
  switch (shape) {
    case 'circle':
      return `M${say({ x: at.x - size, y: at.y })}a${n(size)} ${n(size)} 0 1 0 ${n(2 * size)} 0a${n(size)} ${n(size)} 0 1 0 ${n(-2 * size)} 0Z`;
    case 'square':
      return corners([
        [-0.9, -0.9],
        [0.9, -0.9],
        [0.9, 0.9],
        [-0.9, 0.9],
      ]);
    case 'triangle':
      return corners([
        [0, -1.25],
        [1.15, 0.8],
        [-1.15, 0.8],
      ]);
    case 'diamond':
      return corners([
        [0, -1.3],
        [1.3, 0],
        [0, 1.3],
        [-1.3, 0],
      ]);
    case 'cross': {
      const [long, thin] = [1.25, 0.42];
      return corners([
        [-thin, -long],
        [thin, -long],
        [thin, -thin],
        [long, -thin],
        [long, thin],
        [thin, thin],
        [thin, long],
        [-thin, long],
        [-thin, thin],
        [-long, thin],
        [-long, -thin],
        [-thin, -thin],
      ]);
    }
  }
}

function say(point: Point): string {
  return `${n(point.x)} ${n(point.y)}`;
}

function n(length: number): string {
  return String(Math.round(length * 100) / 100);
}
