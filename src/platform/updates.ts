/** Registers the service worker and offers its updates. Nothing here reloads the page unless the person asked. */
import { Workbox } from 'workbox-window';

type ScriptUrl = ConstructorParameters<typeof Workbox>[0];
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): ScriptUrl };
}

export interface Updates {
  /** Changes over to the waiting version and reloads once it is in charge. */
  apply(): void;
  /** Looks for a newer version now; does nothing without a network. */
  check(): Promise<void>;
}

export interface UpdateHooks {
  /** A newer version is ready, or another window has already changed over to it. Both are taken up with `apply()`. */
  onWaiting(): void;
  /** The phone refuses the worker (private window, no room): the app works for as long as it is open. */
  onRefused?: (error: unknown) => void;
  /** Loads the page anew. */
  reload?: () => void;
}

/** Registers the worker at `url` and watches it. Where there are no service workers, nothing ever waits. */
export function watchForUpdate(url: string, hooks: UpdateHooks): Updates {
  if (!('serviceWorker' in navigator)) return { apply: () => undefined, check: () => Promise.resolve() };
  const reload = hooks.reload ?? (() => location.reload());
  const workbox = new Workbox(trusted(url));
  let asked = false;
  let controlled = navigator.serviceWorker.controller !== null;
  let inCharge = false;
  let reloaded = false;

  function reloadOnce(): void {
    if (reloaded) return;
    reloaded = true;
    reload();
  }

  workbox.addEventListener('waiting', () => hooks.onWaiting());
  workbox.addEventListener('controlling', () => {
    // The very first worker takes over a page that is already of its version.
    const replaced = controlled;
    controlled = true;
    if (asked) reloadOnce();
    else if (replaced) {
      inCharge = true;
      hooks.onWaiting();
    }
  });
  workbox.register().catch((error: unknown) => hooks.onRefused?.(error));

  return {
    apply() {
      asked = true;
      if (inCharge) reloadOnce();
      else workbox.messageSkipWaiting();
    },
    check: () => workbox.update().catch(() => undefined),
  };
}

/** The content security policy lets only this policy name scripts, and it names only the worker it was given. */
function trusted(url: string): ScriptUrl {
  if (!('trustedTypes' in globalThis)) return url;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- lib.dom does not know Trusted Types yet
  const factory = (globalThis as unknown as { trustedTypes: TrustedTypes }).trustedTypes;
  const policy = factory.createPolicy('plotline', {
    createScriptURL: (asked) => {
      if (asked !== url) throw new TypeError('Only the service worker may be named');
      return asked;
    },
  });
  return policy.createScriptURL(url);
}
