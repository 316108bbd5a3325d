/** How the hub is built: one file, dist/hub/main.js, with its libraries in it, so that dist/ alone is an installation. */
import { defineConfig } from 'vite';

export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: 'src/hub/main.ts',
    outDir: 'dist/hub',
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: 'main.js' } },
    reportCompressedSize: false,
  },
});
