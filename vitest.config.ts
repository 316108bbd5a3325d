/** The three kinds of tests: rules in Node, what needs a browser in Chromium, and the built app as a person uses it. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { cascadeLayers } from './src/ui/styles/vite-plugin-layers.ts';
import { poCatalogs } from './src/ui/text/vite-plugin-po.ts';
import { browserFlags, fakeMediaFlags, findBrowser } from './tests/support/find-browser.mjs';
import { patience } from './tests/support/patience.ts';

const executablePath = findBrowser();

const libraries = [
  '@preact/signals',
  'axe-core',
  'chart.js',
  'dexie',
  'fast-check',
  'fflate',
  'preact',
  'preact-iso',
  'preact-iso/router',
  'preact/hooks',
  'preact/jsx-dev-runtime',
  'qr',
  'qr/decode.js',
  'workbox-window',
  'zod/mini',
];

export default defineConfig({
  plugins: [cascadeLayers(), poCatalogs(join(import.meta.dirname, 'src'))],
  test: {
    // No test depends on how fast the machine is; left out, it would be one second.
    expect: { poll: { timeout: patience } },
    // Half of the time is waiting: for browsers, databases and servers. Each file has its own of those.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // A worker takes file after file: to start one and read what all import cost as much as the tests themselves.
          isolate: false,
          testTimeout: patience * 4,
          hookTimeout: patience * 4,
          environment: 'node',
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/hub/**/*.test.ts'],
        },
      },
      {
        extends: true,
        // Found late, a library would make the page load again in the middle of a test.
        optimizeDeps: { include: libraries },
        test: {
          name: 'browser',
          // What is waited for there is waited for as long as the test may take.
          testTimeout: patience * 1.5,
          hookTimeout: patience * 1.5,
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(executablePath ? { executablePath } : {}),
                args: [...browserFlags, ...fakeMediaFlags],
              },
            }),
            viewport: { width: 360, height: 640 },
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          isolate: false,
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          // A whole way through the app, in browsers that share the processor with others.
          testTimeout: patience * 4,
          hookTimeout: patience * 4,
        },
      },
    ],
  },
});
