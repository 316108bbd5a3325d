/** Firefox ESR as Debian has it, through WebDriver BiDi. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Engine } from './engine.ts';
import { smallPhone } from '../support/browser.ts';

const executablePath =
  process.env['PLOTLINE_FIREFOX'] ??
  ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((path) => existsSync(path));

/** What is used of it: it is not there when the types are checked. */
interface Puppeteer {
  launch(options: object): Promise<{ newPage(): Promise<PuppeteerPage>; close(): Promise<void> }>;
}

interface PuppeteerPage {
  setViewport(size: { width: number; height: number }): Promise<void>;
  goto(url: string): Promise<unknown>;
  evaluate(source: string): Promise<unknown>;
}

export const firefox: Engine = {
  name: 'Firefox',
  missing: () =>
    executablePath ? null : 'firefox-esr (apt-get install -y firefox-esr, or PLOTLINE_FIREFOX=path)',
  async start() {
    // Installed beside this file by run.mjs, not with the app.
    const installed = createRequire(join(import.meta.dirname, 'package.json'));
    const puppeteer = installed('puppeteer-core') as Puppeteer;
    const browser = await puppeteer.launch({
      browser: 'firefox',
      ...(executablePath ? { executablePath } : {}),
      headless: true,
      extraPrefsFirefox: { 'intl.accept_languages': 'en-GB' },
    });
    const page = await browser.newPage();
    await page.setViewport(smallPhone);
    return {
      open: async (url) => void (await page.goto(url)),
      run: async <Out>(work: (...given: never) => Out | Promise<Out>, ...given: readonly unknown[]) =>
        (await page.evaluate(`(${work.toString()})(...${JSON.stringify(given)})`)) as Out,
      close: () => browser.close(),
    };
  },
};
