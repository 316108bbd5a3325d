/** Whether the app is on this phone whole, so that it starts without a network. */

/** `missing`: nothing of it is coming either: the browser does not keep it, or could not fetch all of it. */
export type OfflineCopy = 'ready' | 'coming' | 'missing';

/** The parts of `navigator.serviceWorker` that tell. */
export type Workers = Pick<ServiceWorkerContainer, 'getRegistration' | 'ready'>;

/** The worker is registered some seconds after the start: so long nothing is said. */
const REGISTERED_MS = 5000;

/**
 * Tells how it stands once that is known, and each time it changes: the worker is active only when every file is here. Gives
 * what ends the telling.
 */
export function watchOfflineCopy(
  see: (copy: OfflineCopy) => void,
  workers: Workers | null = 'serviceWorker' in navigator ? navigator.serviceWorker : null,
): () => void {
  let over = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (copy: OfflineCopy) => {
    if (!over) see(copy);
  };

  async function look(from: Workers, waited: boolean): Promise<void> {
    const registration = await from.getRegistration();
    const coming = registration?.installing ?? registration?.waiting;
    if (over) return;
    if (registration?.active) return tell('ready');
    if (coming) {
      tell('coming');
      coming.addEventListener('statechange', () => {
        if (coming.state === 'redundant') tell('missing');
      });
      void from.ready.then(() => tell('ready'));
      return;
    }
    if (waited) return tell('missing');
    timer = setTimeout(() => lookAt(from, true), REGISTERED_MS);
  }

  function lookAt(from: Workers, waited: boolean): void {
    look(from, waited).catch(() => tell('missing'));
  }

  if (workers) lookAt(workers, false);
  else tell('missing');
  return () => {
    over = true;
    clearTimeout(timer);
  };
}
