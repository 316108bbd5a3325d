/** Real servers from npm and Debian: `npm run test:servers`, which installs them first. */
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    name: 'servers',
    environment: 'node',
    include: ['tests/servers/*.test.ts'],
    globalSetup: ['tests/servers/say-which-ran.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
