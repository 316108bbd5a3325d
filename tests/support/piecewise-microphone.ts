/** A microphone that hears six seconds in three pieces, each when the test says so. */
import type { Device, VoicePiece } from '../../src/core/device.ts';
import type { TakePlace, Takes } from '../../src/core/takes.ts';
import { waveSound } from './wave-sound.ts';

const type = 'audio/wav';
export const wholeSound = waveSound(6000);
const third = Math.ceil(wholeSound.byteLength / 3);
const parts = [0, 1, 2].map((at) => wholeSound.slice(at * third, (at + 1) * third));

export interface Microphone extends Pick<Device, 'record'> {
  /** The next two seconds are over. */
  hear(): void;
  /** Ends the recording as the longest time does. */
  reachLimit(): void;
  /** Until it is called, the recorder that was stopped takes its time. */
  letStop(): void;
  /** How often it was stopped. */
  stopped(): number;
}

/** With `slow`, stopping waits for `letStop`. */
export function piecewiseMicrophone({ slow = false } = {}): Microphone {
  let hearer: ((piece: VoicePiece) => void) | null = null;
  let limit: (() => void) | null = null;
  let heard = 0;
  let stops = 0;
  let letStop: () => void = () => undefined;
  const mayStop = slow ? new Promise<void>((resolve) => (letStop = resolve)) : Promise.resolve();
  function give(bytes: ArrayBuffer, last: boolean): void {
    hearer?.({ bytes: new Blob([bytes]), type, ms: 2000 * ++heard, last });
  }
  return {
    hear() {
      const part = parts[heard];
      if (part) give(part, false);
    },
    reachLimit: () => limit?.(),
    letStop: () => letStop(),
    stopped: () => stops,
    record: () =>
      Promise.resolve({
        status: 'recording',
        take: {
          async stop() {
            stops++;
            await mayStop;
            // What is left comes all at once, as the last piece.
            const left = await new Blob(parts.slice(heard)).arrayBuffer();
            heard = 2;
            give(left, true);
            return { bytes: wholeSound, type, ms: 6000 };
          },
          cancel: () => undefined,
          level: () => 0.4,
          onLimit: (ended) => {
            limit = ended;
          },
          onPiece: (hear) => {
            hearer = hear;
          },
        },
      }),
  };
}

/** Leaves the first pieces of the sound as a window does that was killed after them. */
export async function leavePieces(
  takes: Takes,
  place: TakePlace,
  { field = 'voice', count = 2 } = {},
): Promise<void> {
  for (const [at, bytes] of parts.slice(0, count).entries()) {
    const about = { field, type, ms: 2000 * (at + 1), last: at === 2 };
    const { status } = await takes.keep(place, at, { bytes, about });
    if (status !== 'saved') throw new Error(status);
  }
}
