/** Whether the phone believes it has a network. A hint only: "online" may still reach nothing. */
import type { Live } from '../core/store.ts';

/** Tells the present belief at once and each change of it. */
export function watchOnline(
  page: EventTarget = globalThis,
  isOnline: () => boolean = () => navigator.onLine,
): Live<boolean> {
  return {
    subscribe(see) {
      const tell = () => see(isOnline());
      page.addEventListener('online', tell);
      page.addEventListener('offline', tell);
      tell();
      return () => {
        page.removeEventListener('online', tell);
        page.removeEventListener('offline', tell);
      };
    },
  };
}
