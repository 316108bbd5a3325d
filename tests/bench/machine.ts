/** Where and with what it was measured. */
import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import project from '../../package.json';
import { findBrowser } from '../support/find-browser.mjs';

/** A few lines; the load tells how busy the machine was with other things. */
export function machine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  const load = loadavg().map((value) => value.toFixed(1));
  const { dependencies } = project;
  const versions = ['preact', 'dexie', 'chart.js'] as const;
  return [
    `${processors.length} × ${processors[0]?.model ?? 'unknown processor'}, ${memory} GB; load ${load.join(' ')}`,
    `${browser()}; Node ${process.versions.node}; ${versions.map((name) => `${name} ${dependencies[name]}`).join(', ')}`,
  ].join('\n');
}

function browser(): string {
  const path = findBrowser();
  if (!path) throw new Error('no Chromium: node tests/support/ensure-browser.mjs gets one');
  return execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}
