/** What Lighthouse says of the built app as the hub serves it, with its settings for a mobile phone. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod/mini';
import { startApp } from '../support/app-server.ts';
import { findBrowser } from '../support/find-browser.mjs';
import { appFolder } from './builds.ts';
import { counted, type Figure } from './figure.ts';
import { onInterruption } from './interruption.ts';

const categories = ['performance', 'accessibility', 'best-practices'] as const;
const reportSchema = z.object({
  categories: z.record(z.string(), z.object({ score: z.nullable(z.number()) })),
  audits: z.record(z.string(), z.object({ title: z.string(), score: z.nullable(z.number()) })),
  runtimeError: z.optional(z.object({ message: z.string() })),
});

export async function lighthouse(): Promise<Figure[]> {
  const browser = findBrowser();
  if (!browser) throw new Error('no Chromium: node tests/support/ensure-browser.mjs gets one');
  const app = await startApp(appFolder);
  const stop = new AbortController();
  const letGo = onInterruption(() => stop.abort());
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        join(import.meta.dirname, 'node_modules/lighthouse/cli/index.js'),
        app.origin,
        '--quiet',
        '--output=json',
        `--only-categories=${categories.join(',')}`,
        '--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run',
      ],
      {
        env: { ...process.env, CHROME_PATH: browser },
        maxBuffer: 100 * 1024 * 1024,
        signal: stop.signal,
        // The one signal at which it ends its browser too.
        killSignal: 'SIGINT',
      },
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
    await app.stop();
  }
}
