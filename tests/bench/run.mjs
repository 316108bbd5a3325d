// @ts-check
/** `npm run bench`, or `npm run bench -- start save` for some of it. Gets the peers, and leaves nothing behind. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const here = import.meta.dirname;
const lock = createHash('sha256')
  .update(readFileSync(join(here, 'package-lock.json')))
  .digest('hex');
const mark = join(here, 'node_modules/.installed');
if (!existsSync(mark) || readFileSync(mark, 'utf8') !== lock) {
  console.error('Installing the peers into tests/bench/node_modules (once).');
  // No package's own script is run: none of these needs one.
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: here,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(mark, lock);
}

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
