/** Where the name of an axis stands at the star: above, below, or in a corner the round star leaves free. Pure. */
import { angleOf, frame, type Point } from './star-frame.ts';

export interface NamePlace {
  lines: string[];
  anchor: 'start' | 'middle' | 'end';
  /** The baseline of each line. */
  places: Point[];
}

export const nameSize = 12.5;
/** Of the size of the letters. */
const lineHeight = 1.2;
/** Letters in a line: above and below the star there is less room between the names in the corners. */
export const longestLine = { corner: 13, upright: 11 };
export const edge = 2;
const distance = 9;

/** Breaks a name at its spaces into lines of about `longest` letters. Words are never cut. */
export function wrapName(name: string, longest: number): string[] {
  const lines: string[] = [];
  for (const word of name.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= longest)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** With more than six axes there is no room for words: the number of the axis stands there instead. */
export function nameOf(short: string, axis: number, count: number): string {
  return count > 6 ? String(axis + 1) : short;
}

/** Above or below the star, and not in a corner. */
export function isUpright(axis: number, count: number): boolean {
  return Math.abs(Math.cos(angleOf(axis, count))) < 0.2;
}

interface Letters {
  size: number;
  /** The width of one, measured or guessed. */
  width: number;
  longest: { corner: number; upright: number };
}

export function lettersOf(size: number, width = size * 0.62): Letters {
  return { size, width, longest: longestLine };
}

/** The lines of a name and where they go. */
export function placeName(
  name: string,
  axis: number,
  count: number,
  letters = lettersOf(nameSize),
): NamePlace {
  const angle = angleOf(axis, count);
  const [across, down] = [Math.cos(angle), Math.sin(angle)];
  const { size, width: letter, longest } = letters;
  const upright = isUpright(axis, count);
  const lines = wrapName(name, upright ? longest.upright : longest.corner);
  const width = Math.max(0, ...lines.map((line) => line.length)) * letter;
  // How far from the middle of the frame the near edge of the words is, and how high the star is there.
  const near = upright ? 0 : Math.max(0, frame.width / 2 - edge - width);
  const height = Math.sqrt(Math.max(0, frame.radius ** 2 - near ** 2)) + distance;
  const lower = down > 0.01;
  const x = upright ? frame.x : across > 0 ? frame.width - edge : edge;
  const first = lower
    ? frame.y + height + size * 0.75
    : frame.y - height - (lines.length - 1) * size * lineHeight;
  return {
    lines,
    anchor: upright ? 'middle' : across > 0 ? 'end' : 'start',
    places: lines.map((_, line) => ({ x, y: first + line * size * lineHeight })),
  };
}
