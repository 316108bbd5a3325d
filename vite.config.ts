/** How the app is built: dist/app, with its service worker. The hub has its own: vite.hub.config.ts. */
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { cascadeLayers } from './src/ui/styles/vite-plugin-layers.ts';
import { poCatalogs } from './src/ui/text/vite-plugin-po.ts';

export default defineConfig({
  resolve: {
    // The same Dexie, not rewritten for browsers of ten years ago: smaller, and quicker to start.
    alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }],
  },
  plugins: [
    cascadeLayers(),
    poCatalogs(join(import.meta.dirname, 'src')),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'service-worker.ts',
      manifest: false,
      injectRegister: false,
      injectManifest: {
        // Everything the app may ever ask for: it must work offline from the first load on.
        globPatterns: ['**/*.{html,js,css,svg,png,webp,webmanifest,woff2,json}'],
        rollupFormat: 'iife',
        minify: true,
        sourcemap: false,
      },
    }),
  ],
  build: {
    outDir: 'dist/app',
    // Not the usual `assets`: /assets is a page of the app, the one with what a person can do.
    assetsDir: 'built',
    // Cheap phones of 2022 and later, and iOS 16.4, the first that can install a web app with notifications.
    target: ['chrome109', 'safari16.4', 'firefox115'],
    // The size check reads which chunks the entry loads at once.
    manifest: true,
    // A data: URL would need a hole in the content security policy.
    assetsInlineLimit: 0,
    // All files are kept on the phone at the first visit; naming them in advance costs more than it saves.
    modulePreload: false,
    // One style sheet (12 KB compressed): a dozen small ones keep a screen waiting longer.
    cssCodeSplit: false,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // What starts the app is one file: on a slow phone, fetching each costs as much as several KB more.
        // So is what is fetched next, by everybody: reading and writing of records.
        codeSplitting: {
          groups: [
            { name: 'start', tags: ['$initial'], priority: 2 },
            { name: 'records', test: /\/src\/(records|storage\/record-store)\.ts$/, priority: 1 },
          ],
        },
      },
    },
  },
});
