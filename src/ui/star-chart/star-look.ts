/** How bold the parts of a star are drawn, in units of its frame. */

/** A small star is shown at a fifth of the big one's size, so its marks are bolder. */
export const bold = { big: { line: 2.6, marker: 5.2 }, small: { line: 6, marker: 8.5 } } as const;
export type StarSize = keyof typeof bold;

/** How much of its colour and of its thickness an outline keeps, by `Mark.fade`: older is paler and thinner. */
export const keptColour = [1, 0.86, 0.79, 0.73, 0.68] as const;
const keptWidth = [1, 0.88, 0.84, 0.8, 0.76] as const;

/** The thickness of an outline's line. */
export function lineWidth(size: StarSize, fade: number): number {
  return bold[size].line * (keptWidth[fade] ?? 1);
}

/** Space between the bands, so that three bands of the same shade are seen as three. */
export const bandGap = 2.5;

/** The light edge around each marker, so that markers that lie on each other are told apart. */
export const haloWidth = 1.4;

/** Rings and spokes. */
export const ringWidth = 0.7;
