/** What stands with each piece of a recording, and how pieces become a sound again. Pure. */
import * as z from 'zod/mini';
import type { Piece } from './takes.ts';

export const aboutVoicePiece = z.object({
  /** Which part of the form it answers. */
  field: z.string(),
  /** Media type of the whole. */
  type: z.string(),
  /** Length of the whole up to the end of this piece. */
  ms: z.number().check(z.nonnegative()),
  /** True where nothing follows: the recording was stopped, not cut short. */
  last: z.boolean(),
});
export type AboutVoicePiece = z.infer<typeof aboutVoicePiece>;

/** A recording as far as it was kept. */
export interface KeptSound extends AboutVoicePiece {
  bytes: ArrayBuffer;
}

/** Recorders write a sound from front to back, so what comes first plays without the rest. Null where there is nothing. */
export function putTogether(pieces: readonly Piece[]): KeptSound | null {
  const last = aboutVoicePiece.safeParse(pieces.at(-1)?.about);
  if (!last.success) return null;
  const whole = new Uint8Array(pieces.reduce((sum, { bytes }) => sum + bytes.byteLength, 0));
  let at = 0;
  for (const { bytes } of pieces) {
    whole.set(new Uint8Array(bytes), at);
    at += bytes.byteLength;
  }
  return { ...last.data, bytes: whole.buffer };
}
