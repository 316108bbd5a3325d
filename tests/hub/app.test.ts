/** What a browser gets from the hub: the app's files with the right headers, and nothing else. */
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHub } from '../../src/hub/app.ts';

const page = '<!doctype html><title>Plotline</title>';
const script = `console.log(${JSON.stringify('leaf '.repeat(200))});`;
let root: string;
let hub: Hono;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'plotline-hub-'));
  const appFolder = join(root, 'app');
  mkdirSync(join(appFolder, 'built'), { recursive: true });
  mkdirSync(join(appFolder, '.vite'));
  writeFileSync(join(root, 'secret.txt'), 'not for the network');
  writeFileSync(join(appFolder, 'index.html'), page);
  writeFileSync(join(appFolder, 'service-worker.js'), 'self;');
  writeFileSync(join(appFolder, 'icon.png'), 'png');
  writeFileSync(join(appFolder, 'built', 'main-1a2b.js'), script);
  writeFileSync(join(appFolder, '.vite', 'manifest.json'), '{}');
  hub = createHub({ appFolder });
});
afterAll(() => rmSync(root, { recursive: true }));

const navigation = { headers: { Accept: 'text/html,*/*', 'Sec-Fetch-Mode': 'navigate' } };

describe('addresses', () => {
  test.each(['/', '/index.html', '/reading/0190a', '/settings?from=home'])(
    '%s opens the app',
    async (path) => {
      const answer = await hub.request(path, navigation);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
      expect(await answer.text()).toBe(page);
    },
  );

  test('a file that is not there is not answered with the page', async () => {
    // A page of the app, whatever bundlers usually call their folder.
    expect((await hub.request('/assets/add', navigation)).status).toBe(200);
    expect((await hub.request('/built/old-9f.js', navigation)).status).toBe(404);
    expect((await hub.request('/icons/none.svg', { headers: { 'Sec-Fetch-Mode': 'no-cors' } })).status).toBe(
      404,
    );
    expect((await hub.request('/some/data', { headers: { Accept: 'application/json' } })).status).toBe(404);
  });

  test.each(['/../secret.txt', '/..%2fsecret.txt', '/built/..%2f..%2fsecret.txt', '/.vite/manifest.json'])(
    '%s stays shut',
    async (path) => {
      const answer = await hub.request(path, { headers: { 'Sec-Fetch-Mode': 'no-cors' } });
      expect(answer.status).toBe(404);
      expect(await answer.text()).not.toContain('network');
    },
  );

  test('nothing can be sent to it', async () => {
    expect((await hub.request('/', { method: 'POST', body: 'x' })).status).toBe(404);
  });

  test('says that it is well', async () => {
    const answer = await hub.request('/healthz');
    expect(await answer.json()).toEqual({ status: 'ok' });
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
  });
});

describe('keeping', () => {
  test('a file named by its contents is kept for good, the page and the worker are asked for each time', async () => {
    const caching = async (path: string) => (await hub.request(path)).headers.get('Cache-Control');
    expect(await caching('/built/main-1a2b.js')).toBe('public, max-age=31536000, immutable');
    expect(await caching('/')).toBe('no-cache');
    expect(await caching('/service-worker.js')).toBe('no-cache');
    expect(await caching('/icon.png')).toBe('no-cache');
  });

  test('what the browser has already is not sent again', async () => {
    const etag = (await hub.request('/')).headers.get('ETag') ?? '';
    const again = await hub.request('/', { headers: { 'If-None-Match': `"other", W/${etag}` } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect((await hub.request('/', { headers: { 'If-None-Match': '"other"' } })).status).toBe(200);
  });

  test('a check without contents says as much as the answer would', async () => {
    const head = await hub.request('/built/main-1a2b.js', { method: 'HEAD' });
    expect(head.headers.get('Content-Length')).toBe(String(script.length));
    expect(await head.text()).toBe('');
  });
});

describe('compression', () => {
  const ask = async (path: string, accepted: string) => {
    const answer = await hub.request(path, { headers: { 'Accept-Encoding': accepted } });
    return {
      encoding: answer.headers.get('Content-Encoding'),
      bytes: Buffer.from(await answer.arrayBuffer()),
    };
  };

  test('is what the browser takes best, and opens to the same contents', async () => {
    const brotli = await ask('/built/main-1a2b.js', 'gzip, deflate, br');
    expect(brotli.encoding).toBe('br');
    expect(brotliDecompressSync(brotli.bytes).toString()).toBe(script);
    const gzip = await ask('/built/main-1a2b.js', 'gzip, br;q=0');
    expect(gzip.encoding).toBe('gzip');
    expect(gunzipSync(gzip.bytes).toString()).toBe(script);
    expect((await ask('/built/main-1a2b.js', '')).encoding).toBeNull();
  });

  test('is not tried on pictures', async () => {
    expect((await ask('/icon.png', 'br')).encoding).toBeNull();
  });
});

test.each(['/', '/built/main-1a2b.js', '/healthz', '/built/none.js'])(
  '%s comes with every guard',
  async (path) => {
    const { headers } = await hub.request(path);
    const policy = headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:/);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
    expect(headers.get('Permissions-Policy')).toContain('geolocation=()');
  },
);

test('without a built app it does not start', () => {
  expect(() => createHub({ appFolder: join(root, 'nowhere') })).toThrow('ENOENT');
});
