/** Fetches files side by side into a cache: on a weak line each way there and back takes longer than what it brings. */

export interface FileToKeep {
  url: string;
  /** Under which it is kept. */
  key: string;
  /** Asked for anew: its name says nothing of its contents. */
  reload: boolean;
}

/** A browser has six connections to a server; one stays for what is wanted now. */
const AT_ONCE = 5;

/**
 * Files that are there already are left as they are, so that what was cut goes on where it was. What cannot be fetched
 * is left out: whoever needs all of them finds that out when asking for it. Never rejects.
 */
export async function fetchTogether(cacheName: string, files: readonly FileToKeep[]): Promise<void> {
  const left = [...files];
  const cache = await caches.open(cacheName).catch(() => null);
  if (!cache) return;

  async function keepNext(to: Cache): Promise<void> {
    for (let file = left.shift(); file; file = left.shift()) {
      // One that fails says nothing about the next: the line may only have been gone for a moment.
      await keep(to, file).catch(() => undefined);
    }
  }

  await Promise.all(Array.from({ length: AT_ONCE }, () => keepNext(cache)));
}

async function keep(cache: Cache, { url, key, reload }: FileToKeep): Promise<void> {
  if (await cache.match(key)) return;
  const answer = await fetch(url, {
    cache: reload ? 'reload' : 'default',
    credentials: 'same-origin',
    redirect: 'error',
    // After what the page itself asks for meanwhile.
    priority: 'low',
  });
  // Rejects where the answer ends too early, and then keeps nothing of it.
  if (answer.status === 200) await cache.put(key, answer);
}
