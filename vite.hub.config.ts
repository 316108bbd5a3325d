/** How the hub is built: dist/hub/main.js with its libraries in it, so that dist/ alone is an installation. */
import { copyFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

/** What PGlite looks for beside its own code: PostgreSQL as WebAssembly, and its files. */
const pgliteFiles = ['pglite.wasm', 'pglite.data', 'initdb.wasm'];

/** Puts PGlite's files beside main.js. */
function besideMain(): Plugin {
  return {
    name: 'pglite-beside-main',
    writeBundle({ dir = '' }) {
      const home = dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'));
      for (const file of pgliteFiles) copyFileSync(join(home, file), join(dir, file));
    },
  };
}

export default defineConfig({
  publicDir: false,
  plugins: [besideMain()],
  ssr: {
    noExternal: true,
    // A faster driver that somebody may have installed; it is asked for and may be missing.
    external: ['pg-native'],
  },
  build: {
    ssr: 'src/hub/main.ts',
    outDir: 'dist/hub',
    target: 'node20',
    rolldownOptions: {
      output: { entryFileNames: 'main.js', codeSplitting: false },
      // PGlite's own; nothing from outside reaches it.
      checks: { eval: false },
    },
    reportCompressedSize: false,
  },
});
