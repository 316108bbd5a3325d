/** Where the names of the axes stand round the star: above, below, and in the corners the round star leaves free. Pure. */
import { angleOf, frame, type Point } from './star-frame.ts';

interface NamePlace {
  lines: string[];
  anchor: 'start' | 'middle' | 'end';
  /** The baseline of each line. */
  places: Point[];
}

export const nameSize = 12.5;
const lineHeight = 15;
/** Letters in a line: above and below the star there is less room between the names in the corners. */
const longestLine = { corner: 13, upright: 11 };
const edge = 2;
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

/** The lines of a name and where they go. `letter` is the width of one letter, measured or guessed. */
export function placeName(name: string, axis: number, count: number, letter = nameSize * 0.62): NamePlace {
  const angle = angleOf(axis, count);
  const [across, down] = [Math.cos(angle), Math.sin(angle)];
  const upright = Math.abs(across) < 0.2;
  const lines = wrapName(name, upright ? longestLine.upright : longestLine.corner);
  const width = Math.max(0, ...lines.map((line) => line.length)) * letter;
  // How far from the middle of the frame the near edge of the words is, and how high the star is there.
  const near = upright ? 0 : Math.max(0, frame.width / 2 - edge - width);
  const height = Math.sqrt(Math.max(0, frame.radius ** 2 - near ** 2)) + distance;
  const lower = down > 0.01;
  const x = upright ? frame.x : across > 0 ? frame.width - edge : edge;
  const first = lower
    ? frame.y + height + nameSize * 0.75
    : frame.y - height - (lines.length - 1) * lineHeight;
  return {
    lines,
    anchor: upright ? 'middle' : across > 0 ? 'end' : 'start',
    places: lines.map((_, line) => ({ x, y: first + line * lineHeight })),
  };
}
