/** Whether the app is on this phone whole, so that it starts without a network. */

/** The parts of `navigator.serviceWorker` that tell. */
export type Worker = Pick<ServiceWorkerContainer, 'getRegistration' | 'ready'>;

/**
 * Tells whether it is, and once more when that changes: the worker is active only when every file is here. Gives what ends
 * the telling. Where the browser has no service workers, or refuses them, it never is.
 */
export function watchOfflineReady(
  see: (ready: boolean) => void,
  worker: Worker | null = 'serviceWorker' in navigator ? navigator.serviceWorker : null,
): () => void {
  let over = false;
  const tell = (ready: boolean) => {
    if (!over) see(ready);
  };
  async function look(): Promise<void> {
    const registration = await worker?.getRegistration();
    if (registration?.active) return tell(true);
    tell(false);
    await worker?.ready;
    if (worker) tell(true);
  }
  look().catch(() => tell(false));
  return () => {
    over = true;
  };
}
