// @ts-check
/** `npm run bench`, or `npm run bench -- start save` for some of it. Gets the peers, and leaves nothing behind. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installBeside } from '../support/install-beside.mjs';

const here = import.meta.dirname;
installBeside(here, 'the peers');

// Profiles of browsers, databases of servers: all that is put on the disk is in one folder, and goes with it, however it ends.
const folder = mkdtempSync(join(tmpdir(), 'plotline-bench-'));
// PostgreSQL runs as a user of its own and has to get to its data.
chmodSync(folder, 0o755);
const measuring = spawn(process.execPath, [join(here, 'measure.mjs'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, TMPDIR: folder, TMP: folder, TEMP: folder },
});
/** @type {NodeJS.Signals[]} */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
for (const signal of signals) process.on(signal, () => measuring.kill(signal));
// Told to end, npm passes that on to its shell alone, which ends without a word to whom it started.
const startedBy = process.ppid;
const alone = setInterval(() => {
  if (process.ppid === startedBy) return;
  clearInterval(alone);
  measuring.kill('SIGTERM');
}, 1000);
measuring.once('exit', (code) => {
  clearInterval(alone);
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  process.exitCode = code ?? 1;
});
