/** A slow 4G line as Lighthouse has it, and as the first screen is measured on: a phone at the edge of a field on a better day. */
import type { Speed } from './counted-line.ts';

export const phoneLine: Speed = { thereAndBackMs: 150, up: 750, down: 1600 };
