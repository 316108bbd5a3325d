/** Where things are in the picture of a star, in the units of its frame. Pure; the same for SVG, canvas and PNG. */

/** The frame holds the star and, above and below and in its corners, the names. */
export const frame = { width: 320, height: 352, x: 160, y: 176, radius: 126 } as const;

/** The star is drawn a little beyond the last ring, so that its band is as wide as the others. */
export const scaleEnd = 6.5;

/** The rings, and the middle of each band of two. Their width is 2 for all: none is better than another. */
export const rings = [1, 2, 3, 4, 5, 6] as const;
export const bandMiddles = [1.5, 3.5, 5.5] as const;

export interface Point {
  x: number;
  y: number;
}

/** Distance from the middle for a number on the scale. */
export function distanceOf(value: number): number {
  return (frame.radius * value) / scaleEnd;
}

/** The direction of an axis in radians, clockwise from the right; the first axis points up. */
export function angleOf(axis: number, count: number): number {
  return (2 * Math.PI * axis) / count - Math.PI / 2;
}

/** Where a number lies on an axis. */
export function pointOn(axis: number, count: number, value: number): Point {
  const angle = angleOf(axis, count);
  const distance = distanceOf(value);
  return { x: frame.x + distance * Math.cos(angle), y: frame.y + distance * Math.sin(angle) };
}

/** The axis nearest to a place in the frame; null in the very middle, where all are equally near. */
export function axisAt(place: Point, count: number): number | null {
  const x = place.x - frame.x;
  const y = place.y - frame.y;
  if (count === 0 || Math.hypot(x, y) < distanceOf(0.5)) return null;
  const turns = (Math.atan2(y, x) + Math.PI / 2) / (2 * Math.PI);
  return ((Math.round(turns * count) % count) + count) % count;
}
