// @ts-check
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * Runs the tests of one configuration, with what else was given on the command line, and ends as they end.
 * @param {string} config from the root of the project
 */
export function runVitest(config) {
  const { status } = spawnSync('npx', ['vitest', 'run', '--config', config, ...process.argv.slice(2)], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  process.exitCode = status ?? 1;
}
