// @ts-check
/** Starts the hub of hub.ts: arguments are where the database is, and the folder of the app. */
import { join } from 'node:path';
import { runnerImport } from 'vite';

/** @type {{ module: typeof import('./hub.ts') }} */
const { module } = await runnerImport(join(import.meta.dirname, 'hub.ts'), {
  configFile: false,
  logLevel: 'silent',
});
await module.serveHub(process.argv.slice(2));
