/** What the operator and other programs see of a hub: health, figures, log, the API in words, who may talk to it. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHub } from '../../src/hub/app.ts';
import { createLog } from '../../src/hub/log.ts';
import { apiRouteList } from '../../src/hub/openapi-routes.ts';
import { apiRoutes } from '../../src/hub/routes/api.ts';
import { MOST_VERSIONS } from '../../src/sync/protocol/wire.ts';
import { environment, startHub, type HubServer } from '../support/hub.ts';
import { about, phone, wire, type HubPhone } from '../support/hub-phone.ts';

let hub: HubServer;
let ada: HubPhone;
const lines: string[] = [];
beforeAll(async () => {
  const log = createLog((line) => lines.push(line), environment.now);
  hub = await startHub({ log, endpoints: ['https://server.example'] });
  ada = await phone(hub);
});
afterAll(() => hub.close());
const text = async (path: string) => (await fetch(`${hub.origin}${path}`)).text();

test('the log says what happened, and nothing of what was said', async () => {
  const version = about(ada.id, { body: { said: 'words that are nobody’s business' } });
  await ada.push(version);
  await ada.ask('GET', `/v1/versions/${version.id}_${version.rev}`);
  const { code } = await hub.invite();
  await fetch(`${hub.origin}/v1/enrol`, { method: 'POST', body: JSON.stringify({ code }) });
  const all = lines.join('\n');
  expect(lines.map((line) => JSON.parse(line) as object)).toContainEqual(
    expect.objectContaining({ event: 'request', method: 'POST', route: '/v1/versions', status: 200 }),
  );
  expect(all).toContain('"route":"/v1/versions/:key"');
  for (const secret of ['nobody’s business', ada.token, code, version.id, ada.id])
    expect(all).not.toContain(secret);
});

test('the log of an error names places, not values', async () => {
  const written: string[] = [];
  const log = createLog(
    (line) => written.push(line),
    () => 0,
  );
  log.error('request failed', Object.assign(new Error('Key (name)=(Ada Secret) exists'), { code: '23505' }));
  expect(written[0]).toContain('"code":"23505"');
  expect(written[0]).toContain('upkeep.test.ts');
  expect(written[0]).not.toContain('Ada Secret');
});

test('figures for a monitor: requests by route and status, durations, versions, connections', async () => {
  await ada.push(about(ada.id), about(ada.id));
  await ada.ask('GET', '/v1/nothing');
  const metrics = await text('/metrics');
  expect(metrics).toMatch(
    /^plotline_requests_total\{method="POST",route="\/v1\/versions",status="200"\} \d+$/m,
  );
  expect(metrics).toMatch(/status="404"/);
  expect(metrics).toMatch(
    /^plotline_request_seconds_bucket\{method="POST",route="\/v1\/versions",le="\+Inf"\} \d+$/m,
  );
  expect(Number(/^plotline_versions_stored_total (\d+)$/m.exec(metrics)?.[1])).toBeGreaterThanOrEqual(2);
  expect(metrics).toMatch(/^plotline_database_connections_open \d+$/m);
  expect(metrics).not.toContain(ada.id);
});

describe('who reads the figures', () => {
  const local = { incoming: { socket: { remoteAddress: '127.0.0.1' } } };
  const far = { incoming: { socket: { remoteAddress: '203.0.113.7' } } };
  const here = 'http://127.0.0.1:4173/metrics';
  const ask = async (
    options: Partial<Parameters<typeof apiRoutes>[0]>,
    {
      url = here,
      from = local,
      headers = {},
    }: { url?: string; from?: typeof far; headers?: Record<string, string> } = {},
  ) => {
    const app = apiRoutes({ database: hub.database, environment, ...options });
    return (await app.request(url, { headers }, from)).status;
  };

  test('without a token only the machine of the hub, asked by its own name', async () => {
    expect(await ask({})).toBe(200);
    expect(await ask({ origin: 'http://localhost:4173' }, { url: 'http://[::1]:4173/metrics' })).toBe(200);
    expect(await ask({}, { from: far })).toBe(403);
    expect(await ask({}, { url: 'http://hub.example/metrics' })).toBe(403);
  });

  test('behind a proxy everybody comes from this machine, so nobody does', async () => {
    expect(await ask({ behindProxy: true })).toBe(403);
    expect(await ask({ origin: 'https://hub.example' })).toBe(403);
    for (const name of ['X-Forwarded-For', 'X-Forwarded-Proto', 'Forwarded', 'Via', 'X-Real-IP']) {
      expect(await ask({}, { headers: { [name]: '127.0.0.1' } })).toBe(403);
    }
  });

  test('with a token whoever has it, from anywhere, and nobody else', async () => {
    const set = { metricsToken: 'a-long-word-for-the-monitor', behindProxy: true };
    const saying = (words: string) => ({ from: far, headers: { Authorization: words } });
    expect(await ask(set, saying('Bearer a-long-word-for-the-monitor'))).toBe(200);
    for (const words of ['Bearer a-long-word-for-the-monito', 'a-long-word-for-the-monitor', 'Bearer ']) {
      expect(await ask(set, saying(words))).toBe(401);
    }
    expect(await ask({ ...set, behindProxy: false })).toBe(401);
    expect(await ask(set, saying(`Bearer ${ada.token}`))).toBe(401);
  });
});

test('alive, ready, and not ready without its database', async () => {
  expect(await text('/healthz')).toBe('{"status":"ok"}');
  expect(await text('/readyz')).toBe('{"status":"ready"}');
  const broken = Object.assign(new Error('no'), { code: 'ECONNREFUSED' });
  const database = { ...hub.database, transaction: () => Promise.reject(broken) };
  const lost = createHub({ api: { database, environment } });
  expect((await lost.request('/readyz')).status).toBe(503);
  const asked = await lost.request('/v1/me', { headers: { Authorization: `Bearer ${ada.token}` } });
  expect([asked.status, asked.headers.get('Retry-After')]).toEqual([503, '5']);
});

test('the OpenAPI document holds every route there is, and its schemas accept what is really said', async () => {
  const document = JSON.parse(await text('/v1/openapi.json')) as {
    openapi: string;
    paths: Record<
      string,
      Record<
        string,
        {
          description: string;
          requestBody?: { content: Record<string, { schema: object }> };
          responses: Record<string, { content?: Record<string, { schema: object }> }>;
        }
      >
    >;
  };
  expect(document.openapi).toBe('3.1.0');
  for (const { path, method } of apiRouteList) expect(document.paths[path]?.[method]).toBeDefined();
  const push = document.paths['/v1/versions']?.post;
  expect(push?.description).toContain(`At most ${MOST_VERSIONS};`);
  const ajv = new Ajv2020({ strict: false });
  const version = about(ada.id);
  const request = { versions: [await wire(version)] };
  expect(ajv.validate(push?.requestBody?.content['application/json']?.schema ?? false, request)).toBe(true);
  expect(
    ajv.validate(push?.requestBody?.content['application/json']?.schema ?? false, { versions: [] }),
  ).toBe(false);
  const results = await ada.push(version);
  expect(
    ajv.validate(push?.responses['200']?.content?.['application/json']?.schema ?? false, { results }),
  ).toBe(true);
  const page =
    document.paths['/v1/versions']?.get?.responses['200']?.content?.['application/json']?.schema ?? false;
  expect(ajv.validate(page, await ada.page())).toBe(true);
});

test('no route is missing from the list', async () => {
  const app = createHub({ api: { database: hub.database, environment } });
  const there = app.routes
    .filter(({ path, method }) => path.startsWith('/v1/') && method !== 'ALL' && !/docs|openapi/.test(path))
    .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`);
  const listed = apiRouteList
    .filter(({ method }) => method !== 'head')
    .map(({ method, path }) => `${method} ${path}`);
  expect([...new Set(there)].sort()).toEqual(listed.sort());
});

test('the page of the API needs no script and nothing from elsewhere', async () => {
  const answer = await fetch(`${hub.origin}/v1/docs`);
  const page = await answer.text();
  expect(page).toContain('POST /v1/versions');
  expect(page).not.toMatch(/<script|style=|https?:\/\/(?!json-schema)/);
  expect(answer.headers.get('Content-Security-Policy')).toContain("script-src 'self'");
  expect((await fetch(`${hub.origin}/v1/docs.css`)).headers.get('Content-Type')).toContain('text/css');
});

test('an app from another origin may ask, with a token and without cookies', async () => {
  const preflight = await fetch(`${hub.origin}/v1/versions`, {
    method: 'OPTIONS',
    headers: {
      Origin: 'https://app.example',
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'authorization,content-type,content-encoding',
    },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('Access-Control-Allow-Origin')).toBe('*');
  expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('Content-Encoding');
  expect(preflight.headers.get('Access-Control-Allow-Credentials')).toBeNull();
  const refused = await fetch(`${hub.origin}/v1/me`, { headers: { Origin: 'https://app.example' } });
  expect(refused.status).toBe(401);
  expect(refused.headers.get('Access-Control-Allow-Origin')).toBe('*');
  for (const name of ['Date', 'Retry-After', 'Upload-Offset', 'ETag']) {
    expect(refused.headers.get('Access-Control-Expose-Headers')).toContain(name);
  }
});

test('the operator’s other endpoints are in the security policy and in endpoints.json', async () => {
  const answer = await fetch(`${hub.origin}/endpoints.json`);
  expect(await answer.json()).toEqual({ hub: true, endpoints: ['https://server.example'] });
  expect(answer.headers.get('Content-Security-Policy')).toContain(
    "connect-src 'self' https://server.example;",
  );
});
