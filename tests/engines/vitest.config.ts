/** Browsers that are no Chromium: `npm run test:engines`, which installs what it needs first, but for the browsers. */
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { patience } from '../support/patience.ts';

export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    name: 'engines',
    environment: 'node',
    include: ['tests/engines/*.test.ts'],
    expect: { poll: { timeout: patience } },
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // One browser at a time.
    fileParallelism: false,
  },
});
