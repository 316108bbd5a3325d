/** Two requests under way at once: while the endpoint works on one, the next is on the line. */
import { done, worse, type Ended } from './ended.ts';
import type { Ready } from './outgoing-feed.ts';

const LANES = 2;

export interface Lanes {
  /** Sends it; to be called when there is room. */
  take(batch: Ready[]): void;
  /** Over when `batch` may go: a lane is free, and nothing that has to arrive before it is under way. */
  roomFor(batch: readonly Ready[]): Promise<void>;
  /** Over when nothing is under way. Rejects, as `roomFor` does, with what a `transmit` threw. */
  empty(): Promise<void>;
  /** The worst end of any so far. */
  ended(): Ended;
}

export function createLanes(transmit: (batch: Ready[]) => Promise<Ended>): Lanes {
  const underWay = new Map<readonly Ready[], Promise<void>>();
  let ended: Ended = done;
  let failure: { error: unknown } | null = null;

  async function run(batch: Ready[]): Promise<void> {
    try {
      ended = worse(ended, await transmit(batch));
    } catch (error) {
      failure ??= { error };
    }
    underWay.delete(batch);
  }

  function raise(): void {
    if (failure) throw failure.error;
  }

  const mustWait = (batch: readonly Ready[]) =>
    underWay.size >= LANES || [...underWay.keys()].some((before) => comesAfter(batch, before));

  return {
    take(batch) {
      underWay.set(batch, run(batch));
    },
    async roomFor(batch) {
      while (mustWait(batch)) await Promise.race(underWay.values());
      raise();
    },
    async empty() {
      await Promise.all(underWay.values());
      raise();
    },
    ended: () => ended,
  };
}

/** A record's versions go in order, and people and projects before what refers to them. */
function comesAfter(batch: readonly Ready[], before: readonly Ready[]): boolean {
  if (before.some(({ wire: { version } }) => version.id === version.subject)) return true;
  const ids = new Set(before.map(({ wire }) => wire.version.id));
  return batch.some(({ wire }) => ids.has(wire.version.id));
}
