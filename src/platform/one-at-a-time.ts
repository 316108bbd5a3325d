/** One window at a time, through Web Locks; a channel between the windows asks the one that is at it. */
import type { OneAtATime } from '../core/one-at-a-time.ts';

/** `name` says what is done one at a time, e.g. the sync of one vault. Without Web Locks each window does it. */
export function createOneAtATime(name: string): OneAtATime {
  return {
    run(work, elsewhere) {
      const locks: LockManager | undefined = navigator.locks;
      const waiting = new AbortController();
      const begin = () => (waiting.signal.aborted ? Promise.resolve() : work());
      if (!locks) {
        void begin();
        return () => waiting.abort();
      }
      const take = async () => {
        const free = await locks.request(name, { ifAvailable: true }, async (lock) => {
          if (lock) await begin();
          return lock !== null;
        });
        if (free || waiting.signal.aborted) return;
        elsewhere();
        await locks.request(name, { signal: waiting.signal }, begin);
      };
      take().catch((error: unknown) => {
        // Called off while waiting; anything else means that this browser refuses locks here.
        if (!waiting.signal.aborted) throw error;
      });
      return () => waiting.abort();
    },
    nudge() {
      const channel = new BroadcastChannel(name);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target
      channel.postMessage('now');
      channel.close();
    },
    onNudge(nudged) {
      const channel = new BroadcastChannel(name);
      channel.addEventListener('message', () => nudged());
      return () => channel.close();
    },
  };
}
