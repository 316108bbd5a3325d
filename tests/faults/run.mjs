// @ts-check
/** `npm run faults:sync`, or `npm run faults:sync -- 40 50` for 40 phones with 50 versions each. Written in TypeScript: sync.ts. */
import { createServer } from 'vite';

// The program fetches parts of itself while it runs, so what loads it stays until the end.
const server = await createServer({
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, watch: null, hmr: false, ws: false },
  optimizeDeps: { noDiscovery: true },
});
const { faultsOfSync } = await server.ssrLoadModule('/tests/faults/sync.ts');
const code = await faultsOfSync(process.argv.slice(2));
await server.close();
process.exit(code);
