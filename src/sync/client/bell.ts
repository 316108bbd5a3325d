/** Reasons to try again, and waiting for one. */
import type { Timers } from './timers.ts';

/** `changed`: something about what waits changed. `saved`: more waits than before. */
export type Reason = 'changed' | 'saved' | 'front' | 'online' | 'asked' | 'time' | 'stop';

export interface Bell {
  ring(reason: Reason): void;
  /** The first of `reasons` that was rung since the last wait or is rung now; `time` after `ms`. `stop` always counts. */
  wait(reasons: readonly Reason[], ms: number): Promise<Reason>;
  /** Forgets what was rung, and tells what that was. */
  hush(): ReadonlySet<Reason>;
}

export function createBell(timers: Timers): Bell {
  const rung = new Set<Reason>();
  let heard: (() => void) | null = null;
  return {
    ring(reason) {
      rung.add(reason);
      heard?.();
    },
    wait: (reasons, ms) =>
      new Promise((resolve) => {
        let callOff = () => {};
        const look = () => {
          const reason = (['stop', ...reasons] as const).find((one) => rung.has(one));
          if (!reason) return;
          callOff();
          heard = null;
          if (reason !== 'stop') rung.delete(reason);
          resolve(reason);
        };
        heard = look;
        callOff = timers.after(ms, () => {
          heard = null;
          resolve('time');
        });
        look();
      }),
    hush() {
      const forgotten = new Set(rung);
      rung.clear();
      if (forgotten.has('stop')) rung.add('stop');
      return forgotten;
    },
  };
}
