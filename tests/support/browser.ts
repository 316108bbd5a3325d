/** A phone for end-to-end tests: Chromium with a small screen, that reports whatever should never happen. */
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright';
import { browserFlags, fakeMediaFlags, findBrowser } from './find-browser.mjs';
import { patience } from './patience.ts';

/** The small phone every screen is made for. */
export const smallPhone = { width: 360, height: 640 };

export interface PhoneOptions {
  /** Where the app is: the only place the phone may talk to, but for `others`. */
  origin: string;
  /** Further origins that the phone may talk to; asked each time, because a server may come up later than the phone. */
  others?: () => readonly string[];
  /** Width and height in CSS pixels; a small phone when left out. */
  screen?: { width: number; height: number };
  /** `en-GB` when left out. */
  locale?: string;
  /**
   * Whether the app is kept for offline use, as on every real phone. Left out, its service worker is not let in: to keep
   * two hundred files takes a browser longer than most tests take, and only some are about that.
   */
  offline?: boolean;
  /** Anything else Playwright can set for a context: colour scheme, permissions, `isMobile: false` for a laptop. */
  context?: BrowserContextOptions;
}

export interface Phone {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors, refusals of the security policy and requests elsewhere so far, in words. */
  readonly troubles: readonly string[];
  /** Cuts the network for the page. The service worker's own may live on: stop the server as well (AppServer). */
  setOffline(offline: boolean): Promise<void>;
  /** Forgets troubles that the test caused on purpose; those that do not match stay. */
  forgive(expected: RegExp): void;
  /** Closes the phone, and throws where there was any trouble. */
  close(): Promise<void>;
}

/** What `exposeBinding` adds to the page. */
interface Reporting {
  reportRefusal(words: string): void;
}

/**
 * Starts the browser. With `media`, it has a camera and a microphone and allows them without asking; `film` (Y4M) is what
 * its camera sees. `refused`: it has them, and the person said no. `none`: it would be allowed to use some.
 */
export async function launchBrowser(
  options: { media?: boolean | 'refused' | 'none'; film?: string } = {},
): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('no Chromium: node tests/support/ensure-browser.mjs gets one');
  const [device, allowed] = fakeMediaFlags;
  const media = { true: [device, allowed], refused: [device], none: [allowed], false: [] }[
    `${options.media ?? false}`
  ];
  const film = options.film === undefined ? [] : [`--use-file-for-fake-video-capture=${options.film}`];
  return chromium.launch({ executablePath, args: [...browserFlags, ...media, ...film] });
}

/** Where `untilOfflineReady` would wait for ever. */
const onlyOnline = new WeakSet<BrowserContext>();

/** A fresh phone: nothing stored, nothing opened yet. */
export async function newPhone(browser: Browser, options: PhoneOptions): Promise<Phone> {
  const context = await browser.newContext({
    viewport: options.screen ?? smallPhone,
    isMobile: true,
    hasTouch: true,
    locale: options.locale ?? 'en-GB',
    baseURL: options.origin,
    serviceWorkers: options.offline ? 'allow' : 'block',
    ...options.context,
  });
  context.setDefaultTimeout(patience);
  if (!options.offline) onlyOnline.add(context);
  let troubles: string[] = [];
  let offline = false;
  context.on('weberror', (found) =>
    troubles.push(`page error: ${found.error().stack || found.error().message}`),
  );
  context.on('console', (message) => {
    // The browser writes a line for each request that the missing network cut; that is what was asked for.
    if (offline && message.text().startsWith('Failed to load resource: net::ERR_')) return;
    if (message.type() === 'error') troubles.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    const known = [options.origin, ...(options.others?.() ?? [])];
    if (protocol.startsWith('http') && !known.includes(origin)) troubles.push(`request to ${request.url()}`);
  });
  // Chromium writes refusals of the policy to the console as well, but not all kinds and not as errors.
  await context.exposeBinding('reportRefusal', (_source, words: string) => void troubles.push(words));
  await context.addInitScript(() => {
    const report = (words: string) => (globalThis as unknown as Reporting).reportRefusal(words);
    addEventListener('securitypolicyviolation', (event) => {
      report(`security policy: ${event.violatedDirective} refused ${event.blockedURI} ${event.sample}`);
    });
  });
  const page = await context.newPage();
  return {
    context,
    page,
    get troubles() {
      return troubles;
    },
    async setOffline(wanted) {
      offline = wanted;
      await context.setOffline(wanted);
    },
    forgive(expected) {
      troubles = troubles.filter((trouble) => !expected.test(trouble));
    },
    async close() {
      await context.close();
      if (troubles.length > 0) throw new Error(`The phone reported:\n- ${troubles.join('\n- ')}`);
    },
  };
}

/** Resolves once the service worker runs the page, that is, once the app needs no network any more. */
export async function untilOfflineReady(page: Page): Promise<void> {
  if (onlyOnline.has(page.context())) throw new Error('this phone was made without `offline`');
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((done) =>
      navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }),
    );
  });
}
