/** How bold the parts of a star are drawn, in units of its frame. */

/** A small star is shown at a fifth of the big one's size, so its marks are bolder. */
export const bold = { big: { line: 2.6, marker: 5.2 }, small: { line: 7, marker: 11 } } as const;
export type StarSize = keyof typeof bold;

/** Space between the bands, so that three bands of the same shade are seen as three. */
export const bandGap = 2.5;

/** The light edge around each marker, so that markers that lie on each other are told apart. */
export const haloWidth = 1.4;

/** Rings and spokes. */
export const ringWidth = 0.7;
