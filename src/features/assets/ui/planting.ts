/** Where plants stand in a bed: every one is seen, few or many, and none is more than another. Pure. */

export interface Place {
  x: number;
  /** The foot of the plant. */
  y: number;
  size: number;
}

/** Width of the bed and the height of its rows, from the back to the front, in the picture's own units. */
const WIDTH = 320;
const EDGE = 12;
const rows = [
  { y: 117, depth: 0.8 },
  { y: 130, depth: 0.9 },
  { y: 144, depth: 1 },
];

/** Room one plant takes at size 1. */
const ROOM = 31;
const LARGEST = 1.9;

/** Places for `count` plants, those at the back first so that the front ones are drawn over them. */
export function planting(count: number): Place[] {
  const used = count <= 6 ? rows.slice(1, 2) : count <= 14 ? rows.slice(1) : rows;
  const left = { plants: count, rows: used.length };
  return used.flatMap(({ y, depth }, row) => {
    const here = Math.floor(left.plants / left.rows);
    left.plants -= here;
    left.rows -= 1;
    const step = (WIDTH - 2 * EDGE) / Math.max(1, here);
    const size = Math.min(LARGEST, step / ROOM) * depth;
    // Rows stand in each other's gaps.
    const shift = used.length === 1 ? 0 : (row % 2 === 0 ? -1 : 1) * step * 0.12;
    return Array.from({ length: here }, (_, at) => ({ x: EDGE + step * (at + 0.5) + shift, y, size }));
  });
}
