/** From when on a recording is one. */

/** Shorter than this, in milliseconds, is a finger that slipped, not something said. */
export const shortestMs = 400;
