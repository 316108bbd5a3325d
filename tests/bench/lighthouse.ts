/** What Lighthouse says of the built app as the hub serves it, with its settings for a mobile phone. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod/mini';
import { startApp } from '../support/app-server.ts';
import { freePort } from '../support/free-port.ts';
import { answersAt, startProcess } from '../servers/start-process.ts';
import { browserFlags, findBrowser } from '../support/find-browser.mjs';
import { appFolder } from './builds.ts';
import { counted, type Figure } from './figure.ts';
import { inFolder } from './in-folder.ts';
import { onInterruption } from './interruption.ts';

const categories = ['performance', 'accessibility', 'best-practices'] as const;
const reportSchema = z.object({
  categories: z.record(z.string(), z.object({ score: z.nullable(z.number()) })),
  audits: z.record(z.string(), z.object({ title: z.string(), score: z.nullable(z.number()) })),
  runtimeError: z.optional(z.object({ message: z.string() })),
});

/** As Lighthouse itself would start it. */
const alone = [
  '--headless=new',
  '--disable-extensions',
  '--disable-component-extensions-with-background-pages',
  '--no-default-browser-check',
  '--mute-audio',
];

export async function lighthouse(): Promise<Figure[]> {
  const app = await startApp(appFolder);
  try {
    return await inFolder((profile) => withBrowser(profile, (port) => audit(app.origin, port)));
  } finally {
    await app.stop();
  }
}

/** Started here, for Lighthouse leaves its own running where it is ended itself. */
async function withBrowser<T>(profile: string, work: (port: number) => Promise<T>): Promise<T> {
  const command = findBrowser();
  if (!command) throw new Error('no Chromium: node tests/support/ensure-browser.mjs gets one');
  const port = await freePort();
  const browser = await startProcess({
    command,
    args: [...alone, ...browserFlags, `--remote-debugging-port=${port}`, `--user-data-dir=${profile}`],
    up: () => answersAt(`http://127.0.0.1:${port}/json/version`),
  });
  try {
    return await work(port);
  } finally {
    await browser.stop();
  }
}

async function audit(origin: string, port: number): Promise<Figure[]> {
  const stop = new AbortController();
  const letGo = onInterruption(() => stop.abort());
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        join(import.meta.dirname, 'node_modules/lighthouse/cli/index.js'),
        origin,
        `--port=${port}`,
        '--quiet',
        '--output=json',
        `--only-categories=${categories.join(',')}`,
      ],
      { maxBuffer: 100 * 1024 * 1024, signal: stop.signal },
    );
    const report = reportSchema.parse(JSON.parse(stdout));
    if (report.runtimeError) throw new Error(report.runtimeError.message);
    for (const { title, score } of Object.values(report.audits)) {
      if (score !== null && score < 0.9) console.error(`Lighthouse: ${title} (${score})`);
    }
    return categories.map((category) =>
      counted(
        { name: `Lighthouse, mobile: ${category}`, unit: 'points', bar: 100, atLeast: true },
        Math.round((report.categories[category]?.score ?? 0) * 100),
      ),
    );
  } finally {
    letGo();
  }
}
