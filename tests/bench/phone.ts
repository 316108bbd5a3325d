/** A slow phone: a browser started anew on a profile that stays, its processor throttled, watched from inside the page. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright';
import { smallPhone } from '../support/browser.ts';
import { browserFlags, findBrowser } from '../support/find-browser.mjs';

export interface SlowPhone {
  context: BrowserContext;
  page: Page;
  devtools: CDPSession;
  close(): Promise<void>;
}

/** Starts the browser on `profile`, with its processor `slower` times slower than this machine's. */
export async function startPhone(profile: string, slower = 1): Promise<SlowPhone> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('no Chromium: node tests/support/ensure-browser.mjs gets one');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: browserFlags,
    viewport: smallPhone,
    isMobile: true,
    hasTouch: true,
    locale: 'en-GB',
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const devtools = await context.newCDPSession(page);
  if (slower > 1) await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
  return { context, page, devtools, close: () => context.close() };
}

/** A folder for a browser's profile, gone when `work` is over. */
export async function withProfile<T>(work: (profile: string) => Promise<T>): Promise<T> {
  const profile = await mkdtemp(join(tmpdir(), 'plotline-bench-'));
  try {
    return await work(profile);
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
