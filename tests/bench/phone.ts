/** A slow phone: a browser started anew on a profile that stays, its processor throttled, watched from inside the page. */
import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright';
import { smallPhone } from '../support/browser.ts';
import { browserFlags, findBrowser } from '../support/find-browser.mjs';
import { onInterruption } from './interruption.ts';

export interface SlowPhone {
  page: Page;
  devtools: CDPSession;
}

/**
 * Starts the browser on `profile`, with its processor `slower` times slower than this machine's, and closes it when `work`
 * is over, or fails, or is interrupted.
 */
export async function onPhone<T>(
  profile: string,
  slower: number,
  work: (phone: SlowPhone) => Promise<T>,
): Promise<T> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('no Chromium: node tests/support/ensure-browser.mjs gets one');
  let context: BrowserContext | undefined;
  let interrupted = false;
  // Closed, it fails whatever waits for it.
  const letGo = onInterruption(() => {
    interrupted = true;
    void context?.close();
  });
  try {
    context = await chromium.launchPersistentContext(profile, {
      executablePath,
      args: browserFlags,
      viewport: smallPhone,
      isMobile: true,
      hasTouch: true,
      locale: 'en-GB',
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    if (interrupted) throw new Error('interrupted');
    const page = context.pages()[0] ?? (await context.newPage());
    const devtools = await context.newCDPSession(page);
    if (slower > 1) await slowDown(devtools, slower);
    return await work({ page, devtools });
  } finally {
    letGo();
    await context?.close();
  }
}

/** From now on the processor is `slower` times slower than this machine's. */
export async function slowDown(devtools: CDPSession, slower: number): Promise<void> {
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
}

/** Pages that are not kept for offline come from the network; the app's service worker would answer with the app. */
export async function pastServiceWorker(devtools: CDPSession): Promise<void> {
  await devtools.send('Network.enable');
  await devtools.send('Network.setBypassServiceWorker', { bypass: true });
}
