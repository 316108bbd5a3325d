// @ts-check
/** Packages that a command needs and the app does not: they are installed beside that command, with its first run. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Installs what the lockfile in `folder` names, where it is not there yet or another one was. Ends the process where that fails.
 * @param {string} folder
 * @param {string} what as it is told: "the peers"
 */
export function installBeside(folder, what) {
  const lock = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  const mark = join(folder, 'node_modules/.installed');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return;
  console.error(`Installing ${what} into ${folder}/node_modules (once).`);
  // No package's own script is run: none of these needs one.
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(mark, lock);
}
