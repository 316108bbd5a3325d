/** Whether the app is on this phone whole, so that it starts without a network. */

/** `missing`: nothing of it is coming either: the browser does not keep it, or could not fetch all of it. */
export type OfflineCopy = 'ready' | 'coming' | 'missing';

/** The parts of `navigator.serviceWorker` that tell. */
export type Workers = Pick<ServiceWorkerContainer, 'getRegistration' | 'ready'>;

/** The worker is registered some seconds after the start: so long nothing is said, and so often it is looked for. */
const LOOK_EVERY_MS = 5000;

/**
 * Tells how it stands once that is known, and each time it changes, until it is ready: the worker is active only when every
 * file is here. Gives what ends the telling.
 */
export function watchOfflineCopy(
  see: (copy: OfflineCopy) => void,
  workers: Workers | null = 'serviceWorker' in navigator ? navigator.serviceWorker : null,
): () => void {
  let over = false;
  let told: OfflineCopy | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tell(copy: OfflineCopy): void {
    if (over || copy === told) return;
    told = copy;
    over = copy === 'ready';
    see(copy);
  }

  async function look(from: Workers, first: boolean): Promise<void> {
    const registration = await from.getRegistration();
    if (over) return;
    if (registration?.active) return tell('ready');
    const coming = registration?.installing ?? registration?.waiting;
    if (coming) {
      tell('coming');
      coming.addEventListener('statechange', () => {
        // Cut off, or another one came in its place.
        if (coming.state === 'redundant') lookAt(from, false);
      });
      return;
    }
    if (!first) tell('missing');
    timer = setTimeout(() => lookAt(from, false), LOOK_EVERY_MS);
  }

  function lookAt(from: Workers, first: boolean): void {
    if (!over) look(from, first).catch(() => tell('missing'));
  }

  if (workers) {
    void workers.ready.then(() => tell('ready'));
    lookAt(workers, true);
  } else {
    tell('missing');
  }
  return () => {
    over = true;
    clearTimeout(timer);
  };
}
