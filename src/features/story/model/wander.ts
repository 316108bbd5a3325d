/** The way the story's line takes: it wanders a little to the sides. Where it is says nothing about how anyone does. */

/** How many places beside each other the line can be in. */
export const LANES = 5;

/** The place of an entry, from its id alone, so that it stays where it is when others come or go. */
export function laneOf(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 997;
  return sum % LANES;
}

/** Drawing units: the line has a strip of this width; a stretch is 100 high and is pulled to the height it needs. */
export const STRIP = 64;

/** Middle of a lane in the strip. */
export function laneX(lane: number): number {
  return STRIP / 2 + (lane - (LANES - 1) / 2) * 6;
}

/** Where the line is between two entries: to one side or the other. At both ends it keeps to the middle. */
export function crossing(lane: number | null, next: number | null): number {
  if (lane === null || next === null) return STRIP / 2;
  return STRIP / 2 + ((lane + next) % 2 === 0 ? 11 : -11);
}

/** A stretch of line from the top of a box to its bottom, upright at both ends, so that stretches join smoothly. */
export function stretch(from: number, to: number): string {
  return `M${from} 0C${from} 55 ${to} 45 ${to} 100`;
}
