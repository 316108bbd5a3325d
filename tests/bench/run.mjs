// @ts-check
/** `npm run bench`, or `npm run bench -- start save` for some of it. What it measures is written in TypeScript: bench.ts. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';

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

/** @type {{ module: typeof import('./bench.ts') }} */
const { module } = await runnerImport(join(here, 'bench.ts'), { configFile: false });
await module.bench(process.argv.slice(2));
