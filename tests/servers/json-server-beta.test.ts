/** The control: a server that gives its own ids must be refused before anything is sent there. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trial } from './endpoint-at.ts';
import type { RealServer } from './real-server.ts';
import { jsonServerBeta } from './start-json-server.ts';

describe('json-server 1.0.0-beta', () => {
  let server: RealServer;
  beforeAll(async () => {
    server = await jsonServerBeta.start();
  });
  afterAll(() => server.stop());

  test('"Try this endpoint" refuses it, because it ignores our ids', async () => {
    const { findings, verdict } = await trial(server);
    expect(verdict).toBe('refused');
    expect(findings).toContainEqual({ step: 'own-id', result: 'failed', reason: 'ids-ignored' });
  });
});
