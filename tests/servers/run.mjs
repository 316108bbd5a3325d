// @ts-check
/** `npm run test:servers`: installs the servers next to this file (not with the app), runs the suite over them, and says which ran. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const root = join(here, '../..');

/** @param {string} command @param {string[]} args @param {string} cwd */
function run(command, args, cwd) {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}

const lock = createHash('sha256')
  .update(readFileSync(join(here, 'package-lock.json')))
  .digest('hex');
const mark = join(here, 'node_modules/.installed');
if (!existsSync(mark) || readFileSync(mark, 'utf8') !== lock) {
  console.log('Installing the servers into tests/servers/node_modules (once).');
  // No package's own script is run: none of these needs one.
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], here);
  writeFileSync(mark, lock);
}
run('npx', ['vitest', 'run', '--config', 'tests/servers/vitest.config.ts', ...process.argv.slice(2)], root);
