import { test } from 'vitest';
import { postgrest } from './start-postgrest.ts';
import { jsonServerBeta } from './start-json-server.ts';
import { tryEndpoint } from '../../src/sync/client/try-endpoint.ts';
import { personId } from '../support/versions.ts';
test.each([postgrest,  jsonServerBeta])('$name', async (x) => {
  const s = await x.start();
  const trial = await tryEndpoint({ name: 'x', address: s.gate.address, profile: s.profile, login: s.login, connectedAt: 0 },
    { fetch, now: Date.now, randomBytes: (n) => crypto.getRandomValues(new Uint8Array(n)) }, { id: personId, role: 'participant' });
  console.log(x.name, trial.verdict, trial.findings.map((f) => f.result === 'ok' ? f.step : JSON.stringify(f)).join(' '), await s.keys());
  await s.stop();
});
