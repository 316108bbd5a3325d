/** What is too much for the hub, and how it says so. */
import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/hub/database/database.ts';
import type { Problem } from '../../src/sync/protocol/hub-api.ts';
import { MOST_VERSIONS } from '../../src/sync/protocol/wire.ts';
import {
  environment,
  openPrepared,
  startHub,
  type HubServer,
  type HubServerOptions,
} from '../support/hub.ts';
import { about, phone, wire, type HubPhone } from '../support/hub-phone.ts';

const MIB = 1024 * 1024;
let database: Database;
let hub: HubServer | undefined;
beforeAll(async () => {
  database = await openPrepared();
});
afterEach(() => hub?.close());
afterAll(() => database.close());

async function begin(options: HubServerOptions = {}): Promise<{ hub: HubServer; ada: HubPhone }> {
  hub = await startHub({ ...options, database });
  return { hub, ada: await phone(hub) };
}
const problem = async (answer: Response) => {
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8');
  const { type, status, detail } = (await answer.json()) as Problem;
  expect(status).toBe(answer.status);
  expect(detail).toMatch(/^[A-Z].*\.$/);
  return `${status} ${type.replace('urn:plotline:', '')}`;
};

describe('the body of a request', () => {
  test('is of a certain size at most, packed and unpacked', async () => {
    // 200 MB of nothing, in 200 KB.
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(200 * MIB)));
    expect(bomb.length).toBeLessThan(MIB);
    const { ada } = await begin();
    const post = (body: BodyInit, headers: Record<string, string> = {}) =>
      ada.ask('POST', '/v1/versions', body, headers).then(problem);
    expect(await post('x'.repeat(3 * MIB))).toBe('413 too-large');
    const before = process.memoryUsage().rss;
    expect(await post(bomb, { 'Content-Encoding': 'gzip' })).toBe('413 too-large');
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * MIB);
    expect(await post(new Uint8Array(gzipSync('[]').subarray(0, 12)), { 'Content-Encoding': 'gzip' })).toBe(
      '400 malformed',
    );
    expect(await post('{}', { 'Content-Encoding': 'br' })).toBe('415 unknown-encoding');
    expect(await post('{"versions":')).toBe('400 malformed');
    expect(await post(new Uint8Array([0x22, 0xff, 0x22]))).toBe('400 malformed');
    expect(await post('{"versions":{}}')).toBe('400 malformed');
    expect(await ada.outcomes(about(ada.id))).toEqual(['ok']);
  });

  test(`takes ${MOST_VERSIONS} versions at once and no more, each of a certain size and depth`, async () => {
    const { ada } = await begin();
    const many = Array.from({ length: MOST_VERSIONS }, () => about(ada.id));
    const more = await Promise.all([...many, about(ada.id)].map(wire));
    expect(await problem(await ada.ask('POST', '/v1/versions', JSON.stringify({ versions: more })))).toBe(
      '413 too-large',
    );
    expect(new Set(await ada.outcomes(...many))).toEqual(new Set(['ok']));
    const large = about(ada.id, { body: 'x'.repeat(600 * 1024) });
    expect(await ada.outcomes(large, about(ada.id))).toEqual(['reject: too-large', 'ok']);
    // So deep that whoever walks it without a bound runs out of stack.
    const deep = JSON.stringify({ version: about(ada.id, { body: 'deep' }), digest: '0'.repeat(64) });
    const nested = deep.replace('"deep"', `${'['.repeat(5000)}${']'.repeat(5000)}`);
    const answer = await ada.ask('POST', '/v1/versions', `{"versions":[${nested}]}`);
    expect(await answer.json()).toMatchObject({ results: [{ outcome: 'reject', reason: 'malformed' }] });
  });
});

describe('how often', () => {
  test('a device may ask is limited, and it is told when to come back', async () => {
    let ms = Date.now();
    const { hub, ada } = await begin({
      environment: { ...environment, now: () => ms },
      limits: { perToken: { burst: 5, perSecond: 1 } },
    });
    const other = await phone(hub);
    const me = (who: HubPhone) => who.ask('GET', '/v1/me');
    for (let at = 0; at < 5; at++) expect((await me(ada)).status).toBe(200);
    const refused = await me(ada);
    expect(refused.headers.get('Retry-After')).toBe('1');
    expect(await problem(refused)).toBe('429 too-many');
    expect((await me(other)).status).toBe(200);
    ms += 1000;
    expect((await me(ada)).status).toBe(200);
  });

  test('an address may ask is limited, with or without a token', async () => {
    const { hub } = await begin({ limits: { perAddress: { burst: 10, perSecond: 0.001 } } });
    const ask = () => fetch(`${hub.origin}/v1/me`);
    const statuses = [];
    for (let at = 0; at < 12; at++) statuses.push((await ask()).status);
    expect(statuses.slice(-3)).toEqual([429, 429, 429]);
    // The app itself and the signs of life are not counted.
    expect((await fetch(`${hub.origin}/healthz`)).status).toBe(200);
  });

  test('codes may be guessed is limited; right ones do not count', async () => {
    let ms = Date.now();
    const { hub } = await begin({
      environment: { ...environment, now: () => ms },
      limits: { failedEnrolments: { burst: 3, perSecond: 1 / 60 } },
    });
    const enrol = (code: string) =>
      fetch(`${hub.origin}/v1/enrol`, {
        method: 'POST',
        body: JSON.stringify({ code, personId: randomUUID(), attempt: randomUUID() }),
      });
    for (let at = 0; at < 5; at++) expect((await enrol((await hub.invite()).code)).status).toBe(201);
    for (let at = 0; at < 3; at++) expect((await enrol('0000-0000-0000')).status).toBe(403);
    const { code } = await hub.invite();
    const refused = await enrol(code);
    expect(refused.headers.get('Retry-After')).toBe('60');
    expect(await problem(refused)).toBe('429 too-many');
    ms += 60_000;
    expect((await enrol(code)).status).toBe(201);
  });
});
