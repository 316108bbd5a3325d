/** What goes over the line is what the profile says: addresses, headers, logins, bodies, gzip, batches. */
import { describe, expect, test } from 'vitest';
import { connectEndpoint } from '../../../src/sync/client/connect-endpoint.ts';
import type { Profile } from '../../../src/sync/protocol/profile.ts';
import { digestOf, keyOf, type WireVersion } from '../../../src/sync/protocol/wire.ts';
import { plainProfile, settingsFor } from '../../support/plain-profile.ts';
import {
  empty,
  json,
  scriptedFetch,
  webPage,
  type AskedFor,
  type Scripted,
} from '../../support/scripted-fetch.ts';
import { version } from '../../support/versions.ts';

async function wires(count: number, words = 'x'): Promise<WireVersion[]> {
  const versions = Array.from({ length: count }, (_, at) => version(at + 1, { body: { words } }));
  return Promise.all(versions.map(async (one) => ({ version: one, digest: await digestOf(one) })));
}

function connected(
  profile: Profile,
  answer: (asked: AskedFor) => Scripted,
  login: Record<string, string> = {},
) {
  const script = scriptedFetch(answer);
  const tools = { fetch: script.fetch, now: () => 0 };
  return { ...script, endpoint: connectEndpoint(settingsFor(profile, { login }), tools) };
}

describe('the login', () => {
  test.each<[string, Profile['auth'], Record<string, string>, string, string | null]>([
    ['none', { kind: 'none' }, { token: 'x' }, 'authorization', null],
    ['bearer', { kind: 'bearer' }, { token: 'x' }, 'authorization', 'Bearer x'],
    ['basic', { kind: 'basic' }, { user: 'zoé', password: 'ä:b' }, 'authorization', 'Basic em/DqTrDpDpi'],
    ['a header', { kind: 'header', name: 'apikey' }, { value: 'x' }, 'apikey', 'x'],
    [
      'a header with a word before',
      { kind: 'header', name: 'X-Auth', before: 'Token ' },
      { value: 'x' },
      'x-auth',
      'Token x',
    ],
    ['nothing known', { kind: 'bearer' }, {}, 'authorization', null],
  ])('%s', async (_, auth, login, header, value) => {
    const { endpoint, asked } = connected({ ...plainProfile, auth }, () => json({}, 404), login);
    await endpoint.read('k');
    expect(asked[0]?.headers.get(header)).toBe(value);
  });

  test('one that no header can carry is no crash', async () => {
    const { endpoint } = connected(plainProfile, () => json({}), { token: 'a\nb' });
    expect(await endpoint.read('k')).toEqual({ outcome: 'retry' });
  });

  test('nothing is sent along to wherever an answer points, and no cookie goes', async () => {
    const seen: RequestInit[] = [];
    const spy: typeof fetch = async (_, init) => {
      seen.push(init ?? {});
      return json({}, 404);
    };
    await connectEndpoint(settingsFor(plainProfile), { fetch: spy, now: () => 0 }).read('k');
    expect(seen[0]).toMatchObject({
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
  });

  test('fetch is called by itself, as a browser demands', async () => {
    const selves: unknown[] = [];
    const picky = async function (this: unknown) {
      selves.push(this);
      return json({}, 404);
    };
    await connectEndpoint(settingsFor(plainProfile), { fetch: picky, now: () => 0 }).read('k');
    expect(selves).toEqual([undefined]);
  });
});

describe('the request', () => {
  test('is made of the templates, with the headers of the profile and its own', async () => {
    const profile: Profile = {
      ...plainProfile,
      names: { table: 'my table' },
      headers: { 'X-All': 'a', Prefer: 'all' },
      create: {
        method: 'POST',
        path: '/{table}/{id}?kind={kind}',
        headers: { 'If-None-Match': '*', Prefer: 'one', 'X-Digest': '{digest}' },
        body: { wrapped: ['{document}'], by: '{subject}' },
      },
    };
    const { endpoint, asked } = connected(profile, () => empty(201), { token: 't' });
    const [wire] = await wires(1);
    if (!wire) throw new Error('no version');
    await endpoint.create([wire]);
    const [first] = asked;
    expect(first?.method).toBe('POST');
    expect(first?.path).toBe(`/my%20table/${wire.version.id}?kind=plan`);
    expect(Object.fromEntries(first?.headers ?? [])).toMatchObject({
      'x-all': 'a',
      prefer: 'one',
      'if-none-match': '*',
      'x-digest': wire.digest,
      'content-type': 'application/json',
    });
    expect(JSON.parse(first?.body ?? '')).toEqual({
      wrapped: [{ key: keyOf(wire.version), version: wire.version, digest: wire.digest }],
      by: wire.version.subject,
    });
  });

  test('never leaves the address of the endpoint', async () => {
    const profile: Profile = {
      ...plainProfile,
      names: { where: '..' },
      read: { method: 'GET', path: '/{where}/{where}/{key}', document: '' },
    };
    const script = scriptedFetch(() => json({}, 404));
    const settings = settingsFor(profile, { address: 'https://plain.example/base/' });
    await connectEndpoint(settings, { fetch: script.fetch, now: () => 0 }).read('k');
    expect(script.asked.map(({ path }) => path)).toEqual(['/base/_/_/k']);
  });
});

describe('gzip', () => {
  const profile: Profile = { ...plainProfile, gzip: true };

  test('packs a long body where the profile allows it', async () => {
    const [wire] = await wires(1, 'long '.repeat(1000));
    if (!wire) throw new Error('no version');
    const packed = connected(profile, () => empty(201));
    const plain = connected(plainProfile, () => empty(201));
    await packed.endpoint.create([wire]);
    await plain.endpoint.create([wire]);
    expect(packed.asked[0]?.headers.get('content-encoding')).toBe('gzip');
    expect(packed.asked[0]?.body).toBe(plain.asked[0]?.body);
    expect(packed.asked[0]?.bytes).toBeLessThan((plain.asked[0]?.bytes ?? 0) / 4);
  });

  test('a server that does not take it after all gets it plain, from then on', async () => {
    const [wire] = await wires(1, 'long '.repeat(1000));
    if (!wire) throw new Error('no version');
    const { endpoint, asked } = connected(profile, ({ headers }) =>
      empty(headers.has('content-encoding') ? 415 : 201),
    );
    expect(await endpoint.create([wire])).toMatchObject({ each: [{ outcome: 'ok' }] });
    await endpoint.create([wire]);
    expect(asked.map(({ headers }) => headers.has('content-encoding'))).toEqual([true, false, false]);
  });
});

describe('a batch', () => {
  const batch = {
    method: 'POST',
    path: '/bulk',
    body: { docs: '{documents}' },
    versions: 10,
    bytes: 100_000,
  } as const;
  const byKey: Profile = {
    ...plainProfile,
    create: {
      ...plainProfile.create,
      batch: {
        ...batch,
        results: {
          at: '/r',
          match: 'key',
          key: '/key',
          status: '/status',
          digest: '/digest',
          unmentioned: 'exists',
        },
      },
    },
    rules: [{ on: ['item'], at: '/error', is: 'taken', outcome: 'exists' }],
  };
  const inOrder: Profile = {
    ...plainProfile,
    create: {
      ...plainProfile.create,
      batch: { ...batch, results: { at: '/r', match: 'order', digest: '/digest' } },
    },
  };

  test('has an outcome for each, by key, in whatever order they come', async () => {
    const [a, b, c, d] = await wires(4);
    if (!a || !b || !c || !d) throw new Error('no versions');
    const { endpoint, asked } = connected(byKey, () =>
      json({
        r: [
          { key: keyOf(c.version), status: 422, message: 'no' },
          { key: keyOf(b.version), status: 200, error: 'taken' },
          { key: keyOf(a.version), status: 201, digest: a.digest },
        ],
      }),
    );
    expect(await endpoint.create([a, b, c, d])).toMatchObject({
      each: [
        { outcome: 'ok', digest: a.digest },
        { outcome: 'exists' },
        { outcome: 'reject', status: 422, why: 'no' },
        { outcome: 'exists' },
      ],
    });
    expect(asked).toHaveLength(1);
    expect((JSON.parse(asked[0]?.body ?? '') as { docs: unknown[] }).docs).toHaveLength(4);
  });

  test.each([
    ['a result is missing', { r: [{}] }],
    ['there are none', { ok: true }],
    ['it is a text', 'fine'],
  ])('in order: where %s, nothing of it is believed', async (_, answer) => {
    const { endpoint } = connected(inOrder, () => json(answer));
    expect(await endpoint.create(await wires(2))).toMatchObject({ whole: { outcome: 'retry', status: 200 } });
  });

  test.each([
    [413, 'reject'],
    [409, 'exists'],
    [401, 'auth'],
    [500, 'retry'],
  ])('refused whole with %i it says nothing of its parts', async (status, outcome) => {
    const { endpoint } = connected(byKey, () => json({}, status));
    expect(await endpoint.create(await wires(3))).toMatchObject({ whole: { outcome, status } });
  });

  test('the login page of a network is no success of each', async () => {
    const { endpoint } = connected(byKey, () => webPage());
    expect(await endpoint.create(await wires(3))).toMatchObject({ whole: { outcome: 'retry' } });
  });

  test('without results of its own it is all or nothing, and read back together to be proven', async () => {
    const [a, b, c] = await wires(3);
    if (!a || !b || !c) throw new Error('no versions');
    const profile: Profile = {
      ...plainProfile,
      create: { ...plainProfile.create, batch },
      readMany: { method: 'GET', path: '/many?k={keys}', versions: 10, items: '', document: '/doc' },
    };
    const there = [a, b].map(({ version, digest }) => ({ doc: { key: keyOf(version), version, digest } }));
    const { endpoint, asked } = connected(profile, ({ method }) =>
      method === 'POST' ? empty(204) : json(there),
    );
    expect(await endpoint.create([a, b, c])).toMatchObject({
      each: [{ outcome: 'ok', digest: a.digest }, { outcome: 'ok', digest: b.digest }, { outcome: 'ok' }],
    });
    expect(asked.map(({ path }) => path)).toEqual([
      '/bulk',
      `/many?k=${[a, b, c].map(({ version }) => keyOf(version)).join(',')}`,
    ]);
  });
});

test('a server that writes over what is there is asked first, and sent only what is missing', async () => {
  const [a, b] = await wires(2);
  if (!a || !b) throw new Error('no versions');
  const profile: Profile = { ...plainProfile, create: { ...plainProfile.create, readFirst: true } };
  const { endpoint, asked } = connected(profile, ({ method, path }) => {
    if (method === 'PUT') return empty(201);
    return path.includes(keyOf(a.version)) ? json({ key: keyOf(a.version), ...a }) : json({}, 404);
  });
  expect(await endpoint.create([a, b])).toMatchObject({
    each: [{ outcome: 'exists', digest: a.digest }, { outcome: 'ok' }],
  });
  expect(asked.filter(({ method }) => method === 'PUT').map(({ path }) => path)).toEqual([
    `/versions/${keyOf(b.version)}`,
  ]);
});

test('without a line one request is enough to know it', async () => {
  const { endpoint, asked } = connected(plainProfile, () => 'lost');
  expect(await endpoint.create(await wires(5))).toEqual({ whole: { outcome: 'retry' } });
  expect(asked).toHaveLength(1);
});
