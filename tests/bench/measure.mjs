// @ts-check
/** The process that measures; run.mjs starts it. What it measures is written in TypeScript: bench.ts. */
import { join } from 'node:path';
import { runnerImport } from 'vite';

/** @type {{ module: typeof import('./bench.ts') }} */
const { module } = await runnerImport(join(import.meta.dirname, 'bench.ts'), { configFile: false });
await module.bench(process.argv.slice(2));
