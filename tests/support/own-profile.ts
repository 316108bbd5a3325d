/** A browser with a profile on the disk, that can be closed, killed like an app on a phone, and opened again. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { smallPhone } from './browser.ts';
import { browserFlags, fakeMediaFlags, findBrowser } from './find-browser.mjs';
import { patience } from './patience.ts';

export interface Running {
  readonly page: Page;
  /** As the system ends an app for want of memory: at once, nothing is asked. */
  kill(): Promise<void>;
  /** As a person closes it. */
  close(): Promise<void>;
}

export interface OwnProfile {
  readonly folder: string;
  /** Starts the browser at an address of the app. One at a time. */
  open(address: string): Promise<Running>;
  /** Names of the files on the disk that hold a word, as UTF-8 or UTF-16. */
  filesWith(word: string): string[];
  /** Ends what still runs and removes the folder. */
  remove(): Promise<void>;
}

/** With `media`, the browser has a microphone that beeps, and allows it without asking. */
export function createProfile({ media = false } = {}): OwnProfile {
  const folder = mkdtempSync(join(tmpdir(), 'plotline-profile-'));
  let running: { process: ChildProcess; ended: Promise<unknown> } | null = null;

  async function kill(): Promise<void> {
    if (!running) return;
    const { process: main, ended } = running;
    // All of its processes: it was started as the first of its group.
    if (main.pid !== undefined && main.exitCode === null) process.kill(-main.pid, 'SIGKILL');
    await ended;
    running = null;
  }

  /** One that starts beside what is left of a killed one sometimes listens and never answers: it is started once more. */
  async function start(tries = 3): Promise<Browser> {
    const executable = findBrowser();
    if (!executable) throw new Error('no Chromium: node tests/support/ensure-browser.mjs gets one');
    const started = spawn(
      executable,
      [
        ...browserFlags,
        ...(media ? fakeMediaFlags : []),
        '--headless=new',
        '--remote-debugging-port=0',
        `--user-data-dir=${folder}`,
      ],
      { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    running = { process: started, ended: once(started, 'exit') };
    try {
      return await chromium.connectOverCDP(await endpointOf(started), { timeout: patience / 2 });
    } catch (error) {
      await kill();
      if (tries === 1) throw error;
      return start(tries - 1);
    }
  }

  return {
    folder,
    async open(address) {
      const browser = await start();
      const page = await pageOf(browser);
      await page.goto(address);
      return {
        page,
        kill,
        async close() {
          const session = await browser.newBrowserCDPSession();
          // The answer may not come any more.
          await Promise.race([session.send('Browser.close'), running?.ended]);
          await running?.ended;
          running = null;
        },
      };
    },
    filesWith(word) {
      const forms = [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')];
      return readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .filter((path) => {
          const bytes = readFileSync(path);
          return forms.some((form) => bytes.includes(form));
        })
        .map((path) => relative(folder, path));
    },
    async remove() {
      await kill();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function pageOf(browser: Browser): Promise<Page> {
  const [context] = browser.contexts();
  if (!context) throw new Error('the browser has no window');
  context.setDefaultTimeout(patience);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.setViewportSize(smallPhone);
  return page;
}

/** Where the browser listens, which it says on its standard error. Throws where it ends before that. */
async function endpointOf({ stderr }: ChildProcess): Promise<string> {
  let said = '';
  for await (const part of stderr ?? []) {
    said += String(part);
    const endpoint = /DevTools listening on (\S+)/.exec(said)?.[1];
    if (endpoint) return endpoint;
  }
  throw new Error(`the browser did not start: ${said}`);
}
