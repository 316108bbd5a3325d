/** The names of all axes in letters as large as the person reads, as far as they fit side by side. Pure. */
import { angleOf, frame } from './star-frame.ts';
import {
  edge,
  isUpright,
  lettersOf,
  longestLine,
  nameOf,
  nameSize,
  placeName,
  type NamePlace,
} from './star-names.ts';

export interface GrownNames {
  /** How many times as large as usual. */
  grown: number;
  names: NamePlace[];
  /** The room that they need above and below the frame, in its units. */
  above: number;
  below: number;
}

/** Between words that stand side by side, and between lines above each other. */
const gap = 6;
/** How far letters reach above and below the line they stand on, in their size. */
/** Of a letter, in its size: rather too wide, since fonts differ and words may not touch. */
const wide = 0.68;
const rise = 0.8;
const fall = 0.25;
const step = 0.05;

/** `wanted`: how many times as large as usual they should be. At 1 they fit by how the frame is made. */
export function growNames(shorts: readonly string[], wanted: number): GrownNames {
  const names = shorts.map((short, axis) => nameOf(short, axis, shorts.length));
  // More than six are numbers, and stand closer.
  for (let grown = names.length > 6 ? 1 : wanted; grown > 1; grown -= step) {
    const placed = placeAll(names, grown);
    if (placed) return placed;
  }
  const usual = names.map((name, axis) => placeName(name, axis, names.length));
  return { grown: 1, names: usual, above: 0, below: 0 };
}

/** Null where two that stand side by side would touch, or one is cut. */
function placeAll(names: readonly string[], grown: number): GrownNames | null {
  const size = nameSize * grown;
  const letters = lettersOf(size, size * wide);
  const most = frame.width - 2 * edge;
  const fitting = (width: number) => Math.floor(width / letters.width);
  const longest = {
    corner: Math.min(longestLine.corner, fitting((most - gap) / 2)),
    upright: Math.min(longestLine.upright, fitting(most)),
  };
  const placed = names.map((name, axis) => {
    const place = placeName(name, axis, names.length, { ...letters, longest });
    const width = Math.max(0, ...place.lines.map((line) => line.length)) * letters.width;
    const upright = isUpright(axis, names.length);
    return { ...place, width, upright, lower: Math.sin(angleOf(axis, names.length)) > 0.01 };
  });
  for (const lower of [false, true]) {
    const half = placed.filter((one) => one.lower === lower);
    const corners = half.filter((one) => !one.upright);
    if (corners.reduce((sum, { width }) => sum + width + gap, 0) > most + gap) return null;
    for (const one of half.filter(({ upright }) => upright)) {
      if (one.width > most) return null;
      const beside = corners.filter(({ width }) => edge + width + gap > frame.x - one.width / 2);
      const by = lower
        ? Math.max(0, ...beside.map((other) => bottom(other, size) + gap - top(one, size)))
        : Math.min(0, ...beside.map((other) => top(other, size) - gap - bottom(one, size)));
      one.places = one.places.map(({ x, y }) => ({ x, y: y + by }));
    }
  }
  const above = Math.max(0, ...placed.map((one) => -top(one, size)));
  const below = Math.max(0, ...placed.map((one) => bottom(one, size) - frame.height));
  return { grown, names: placed, above: apart(above), below: apart(below) };
}

/** What outgrows the frame does not touch what stands there either. */
function apart(over: number): number {
  return over > 0 ? over + 2 * gap : 0;
}

function top({ places }: NamePlace, size: number): number {
  return Math.min(...places.map(({ y }) => y)) - size * rise;
}

function bottom({ places }: NamePlace, size: number): number {
  return Math.max(...places.map(({ y }) => y)) + size * fall;
}
