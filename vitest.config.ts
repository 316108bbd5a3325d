/** The three kinds of tests: rules in Node, what needs a browser in Chromium, and the built app as a person uses it. */
import { existsSync } from 'node:fs';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { browserFlags, fakeMediaFlags, findBrowser } from './tests/support/find-browser.mjs';

const catalogs = './src/ui/text/vite-plugin-po.ts';
const plugins: Plugin[] = existsSync(catalogs) ? [(await import(catalogs)).poCatalogs()] : [];
const executablePath = findBrowser();

export default defineConfig({
  plugins,
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/hub/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
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
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
