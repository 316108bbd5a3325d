/** Builds what is measured, each as it would be served: the app, the bare page, and the pages that measure parts. */
import { join } from 'node:path';
import { build as viteBuild, loadConfigFromFile, type InlineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { cascadeLayers } from '../../src/ui/styles/vite-plugin-layers.ts';
import { poCatalogs } from '../../src/ui/text/vite-plugin-po.ts';

const root = join(import.meta.dirname, '../..');
const config = join(root, 'vite.config.ts');
const building = { command: 'build', mode: 'production' } as const;
const made = join(root, 'dist/bench');

/** The app as it is released, with the pages that measure beside it under `/bench/`. */
export const appFolder = join(made, 'app');
/** Pages of the other peers. */
export const peersFolder = join(made, 'peers');
/** The bare Preact + Dexie page. */
export const bareFolder = join(made, 'bare');

/** Peers ask and keep the same statements as the app, whose words are in its catalogs. */
const instrumentWords = poCatalogs(join(root, 'src'));

export async function build(): Promise<void> {
  // The runner that loaded this file set it otherwise; a development build is another program.
  process.env['NODE_ENV'] = 'production';
  await viteBuild({
    root,
    configFile: config,
    logLevel: 'warn',
    build: { outDir: appFolder, emptyOutDir: true },
  });
  // The same Dexie as the app's; the bare page takes the one that anybody gets.
  const { resolve } = (await loadConfigFromFile(building, config))?.config ?? {};
  // Built after the app: its service worker must not know of them.
  await viteBuild({
    ...quiet('pages', join(appFolder, 'bench'), ['seed', 'save', 'star', 'sync', 'growth']),
    base: '/bench/',
    plugins: [cascadeLayers(), poCatalogs(join(root, 'src'))],
    ...(resolve ? { resolve } : {}),
  });
  await viteBuild({
    ...quiet('peers', peersFolder, ['pouchdb', 'survey', 'saves']),
    base: '/pages/',
    plugins: [instrumentWords],
  });
  await viteBuild({
    ...quiet('bare', bareFolder, ['index']),
    plugins: [
      VitePWA({
        strategies: 'injectManifest',
        srcDir: '.',
        filename: 'service-worker.ts',
        manifest: false,
        injectRegister: false,
        injectManifest: { globPatterns: ['**/*.{html,js,css}'], rollupFormat: 'iife', minify: true },
      }),
    ],
  });
  await viteBuild({
    ...quiet('pages', join(bareFolder, 'bench'), ['fill-bare']),
    base: '/bench/',
    plugins: [instrumentWords],
  });
}

/** Pages of a folder, built with what the app is built with. */
function quiet(folder: string, outDir: string, pages: string[]): InlineConfig {
  const home = join(import.meta.dirname, folder);
  return {
    root: home,
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      target: ['chrome109', 'safari16.4', 'firefox115'],
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: { input: pages.map((page) => join(home, `${page}.html`)) },
    },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  };
}
