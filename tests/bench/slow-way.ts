/** One direction of a slow line: what is put in comes out in the same order, later, and no faster than the line carries. */
import type { Socket } from 'node:net';

export interface Way {
  /** Carries everything that `from` says to `into`, its end as well. */
  lead(from: Socket, into: Socket): void;
}

/** So much may be on the line or before it; then whoever sends has to wait, as TCP lets them. */
const MOST_WAITING = 256 * 1024;

/** `kilobits` a second, shared by all that is led here; `delayMs` from one end to the other. */
export function createWay(kilobits: number, delayMs: number): Way {
  /** When the line has carried all that was put in so far. */
  let free = 0;

  function putIn(bytes: number): number {
    free = Math.max(free, performance.now()) + (bytes * 8) / kilobits;
    return free + delayMs;
  }

  return {
    lead(from, into) {
      const onLine: { chunk: Buffer | null; due: number }[] = [];
      let waiting = 0;
      let timer: NodeJS.Timeout | null = null;

      function comeOut(): void {
        timer = null;
        for (;;) {
          const [next] = onLine;
          if (!next) return;
          const early = next.due - performance.now();
          if (early > 0) {
            timer = setTimeout(comeOut, early);
            return;
          }
          onLine.shift();
          if (!next.chunk) {
            into.end();
            return;
          }
          waiting -= next.chunk.length;
          if (!into.destroyed) into.write(next.chunk);
          if (waiting < MOST_WAITING) from.resume();
        }
      }

      function add(chunk: Buffer | null): void {
        onLine.push({ chunk, due: putIn(chunk?.length ?? 0) });
        if (!timer) comeOut();
      }

      from.on('data', (chunk: Buffer) => {
        waiting += chunk.length;
        add(chunk);
        if (waiting >= MOST_WAITING) from.pause();
      });
      from.on('end', () => add(null));
      from.on('close', () => {
        if (from.errored) into.destroy();
      });
    },
  };
}
