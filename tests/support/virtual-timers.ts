/** Time that passes only when a test says so: nothing is waited for. */
import type { Timers } from '../../src/sync/client/timers.ts';

export interface VirtualTimers extends Timers {
  /** Milliseconds since 1970; tests may move it too. */
  time: number;
  now(): number;
  /** When the next one is due, or null. */
  next(): number | null;
  /** Moves to the next one that is due and calls it; false where there is none. */
  fire(): boolean;
}

export function createVirtualTimers(time = Date.UTC(2026, 4, 1, 9)): VirtualTimers {
  const due: { at: number; call: () => void }[] = [];
  return {
    time,
    now() {
      return this.time;
    },
    after(ms, call) {
      const entry = { at: this.time + ms, call };
      due.push(entry);
      return () => {
        const index = due.indexOf(entry);
        if (index >= 0) due.splice(index, 1);
      };
    },
    next: () => (due.length === 0 ? null : Math.min(...due.map(({ at }) => at))),
    fire() {
      const at = this.next();
      const index = due.findIndex((entry) => entry.at === at);
      const [entry] = index >= 0 ? due.splice(index, 1) : [];
      if (!entry) return false;
      this.time = Math.max(this.time, entry.at);
      entry.call();
      return true;
    },
  };
}
