/** Real servers from npm and Debian: `npm run test:servers`, which installs them first. */
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { patience } from '../support/patience.ts';

export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    name: 'servers',
    environment: 'node',
    include: ['tests/servers/*.test.ts'],
    globalSetup: ['tests/servers/say-which-ran.ts'],
    expect: { poll: { timeout: patience } },
    testTimeout: patience * 3,
    hookTimeout: patience * 3,
  },
});
