// @ts-check
/** `npm run bench`, or `npm run bench -- start save` for some of it. What it measures is written in TypeScript: bench.ts. */
import { join } from 'node:path';
import { runnerImport } from 'vite';

/** @type {{ module: typeof import('./bench.ts') }} */
const { module } = await runnerImport(join(import.meta.dirname, 'bench.ts'), { configFile: false });
await module.bench(process.argv.slice(2));
