/** What answers mean: "Seen on real servers, so expect it" of the design, each as a server gives it. */
import { describe, expect, test } from 'vitest';
import { connectEndpoint } from '../../../src/sync/client/connect-endpoint.ts';
import type { Profile } from '../../../src/sync/protocol/profile.ts';
import { digestOf, keyOf, type WireVersion } from '../../../src/sync/protocol/wire.ts';
import { plainProfile, settingsFor } from '../../support/plain-profile.ts';
import { empty, json, scriptedFetch, webPage, type Scripted } from '../../support/scripted-fetch.ts';
import { version } from '../../support/versions.ts';

const NOW = Date.parse('2026-06-01T10:00:00Z');
const one = version(1);
const wire: WireVersion = { version: one, digest: await digestOf(one) };
const key = keyOf(one);
const document = { key, version: one, digest: wire.digest };

function endpointAnswering(answer: () => Scripted, profile: Profile = plainProfile) {
  const script = scriptedFetch(answer);
  return {
    ...script,
    endpoint: connectEndpoint(settingsFor(profile), { fetch: script.fetch, now: () => NOW }),
  };
}

async function created(answer: () => Scripted, profile?: Profile): Promise<unknown> {
  const outcome = await endpointAnswering(answer, profile).endpoint.create([wire]);
  return 'whole' in outcome ? outcome.whole : outcome.each[0];
}
const read = (answer: () => Scripted, profile?: Profile) =>
  endpointAnswering(answer, profile).endpoint.read(key);

describe('sending one', () => {
  test.each([
    [400, 'reject'],
    [401, 'auth'],
    [403, 'auth'],
    [404, 'retry'],
    [405, 'retry'],
    [408, 'retry'],
    [409, 'exists'],
    [412, 'exists'],
    [413, 'reject'],
    [422, 'reject'],
    [425, 'retry'],
    [429, 'retry'],
    [500, 'retry'],
    [502, 'retry'],
    [507, 'retry'],
    [511, 'retry'],
  ])('%i is %s, and no proof', async (status, outcome) => {
    const answer = await created(() => json({}, status));
    expect(answer).toMatchObject({ outcome, status });
    expect(answer).not.toHaveProperty('digest');
  });

  test.each([200, 201])('%i with the document as it stands there is proof', async (status) => {
    expect(await created(() => json(document, status))).toMatchObject({ outcome: 'ok', digest: wire.digest });
  });

  test.each([204, 205])('%i says nothing and proves nothing', async (status) => {
    const answer = await created(() => empty(status));
    expect(answer).toMatchObject({ outcome: 'ok', status });
    expect(answer).not.toHaveProperty('digest');
  });

  test('a digest that is given back beside changed contents proves nothing', async () => {
    const changed = { ...document, version: { ...one, body: null } };
    expect(await created(() => json(changed))).not.toHaveProperty('digest');
    expect(await created(() => json({ ...document, version: undefined }))).not.toHaveProperty('digest');
  });

  test('another version given back proves nothing', async () => {
    const other = version(2);
    const answer = { key: keyOf(other), version: other, digest: await digestOf(other) };
    expect(await created(() => json(answer))).not.toHaveProperty('digest');
  });

  test('the login page of a network is no success, whatever a rule says', async () => {
    const rules = [{ status: 200, outcome: 'ok' as const }];
    expect(await created(() => webPage(), { ...plainProfile, rules })).toMatchObject({
      outcome: 'retry',
      status: 200,
      why: 'Welcome to the café',
    });
  });

  test('no answer is told from an answer', async () => {
    expect(await created(() => 'lost')).toEqual({ outcome: 'retry' });
  });

  test('an answer that is cut in the middle is none', async () => {
    const cut = () =>
      new Response(
        new ReadableStream<Uint8Array>({
          start: (controller) => {
            controller.enqueue(new TextEncoder().encode('{"key":'));
            controller.error(new Error('cut'));
          },
        }),
        { status: 201, headers: { date: 'Mon, 01 Jun 2026 10:00:05 GMT' } },
      );
    expect(await created(cut)).toEqual({ outcome: 'retry', clockMs: NOW + 5000 });
  });

  test('an answer that never comes is given up', async () => {
    const never: typeof fetch = (_, init) =>
      new Promise((_, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new Error('given up')));
      });
    const endpoint = connectEndpoint(settingsFor(plainProfile), {
      fetch: never,
      now: () => NOW,
      timeoutMs: 5,
    });
    expect(await endpoint.create([wire])).toEqual({ whole: { outcome: 'retry' } });
    const ended = new AbortController();
    const waiting = connectEndpoint(settingsFor(plainProfile), {
      fetch: never,
      now: () => NOW,
      signal: ended.signal,
    });
    const reading = waiting.read(key);
    ended.abort();
    expect(await reading).toEqual({ outcome: 'retry' });
  });

  test('what the server says is handed on in one line', async () => {
    const problem = { title: 'Refused', detail: 'this word\n is not   taken here' };
    expect(await created(() => json(problem, 422))).toMatchObject({ why: 'this word is not taken here' });
    expect(await created(() => json({ errors: [{ message: 'no' }] }, 400))).toMatchObject({ why: 'no' });
    expect(await created(() => new Response('too\nlong', { status: 413 }))).toMatchObject({
      why: 'too long',
    });
    const endless = await created(() => json({ message: 'x'.repeat(9999) }, 400));
    expect((endless as { why: string }).why).toHaveLength(200);
  });

  test.each([
    ['120', 120_000],
    ['Mon, 01 Jun 2026 10:02:00 GMT', 120_000],
    ['999999999', 86_400_000],
    ['soon', undefined],
  ])('it is left alone as long as it asks: Retry-After %s', async (after, ms) => {
    const answer = (await created(() => json({}, 429, { 'retry-after': after }))) as {
      retryAfterMs?: number;
    };
    expect(answer.retryAfterMs).toBe(ms);
  });

  test('a date to wait for is counted by the clock of the server', async () => {
    const headers = { 'retry-after': 'Mon, 01 Jun 2026 12:02:00 GMT', date: 'Mon, 01 Jun 2026 12:00:00 GMT' };
    expect(await created(() => json({}, 503, headers))).toMatchObject({
      retryAfterMs: 120_000,
      clockMs: NOW + 7_200_000,
    });
  });

  test.each([
    ['a duplicate answered 400', 400, { code: 'RECORD_NOT_UNIQUE' }, 'exists'],
    ['a duplicate answered 500', 500, { code: 'duplicate id' }, 'exists'],
    ['a dead token answered 400', 400, { code: 'TOKEN_EXPIRED' }, 'auth'],
    ['another 400', 400, { code: 'OTHER' }, 'reject'],
    ['a 403 that is about the record', 403, { code: 'POLICY' }, 'reject'],
  ])('a rule says what the table does not know: %s', async (_, status, body, outcome) => {
    const rules: Profile['rules'] = [
      { on: ['create'], status: [400, 409], at: '/code', is: 'RECORD_NOT_UNIQUE', outcome: 'exists' },
      { on: ['create'], status: 500, contains: 'duplicate id', outcome: 'exists' },
      { status: 400, at: '/code', is: 'TOKEN_EXPIRED', outcome: 'auth' },
      { on: ['create'], status: 403, at: '/code', is: 'POLICY', outcome: 'reject' },
    ];
    expect(await created(() => json(body, status), { ...plainProfile, rules })).toMatchObject({
      outcome,
      status,
    });
  });
});

describe('reading one', () => {
  test('the digest is counted anew over what was given back', async () => {
    expect(await read(() => json(document))).toMatchObject({ outcome: 'ok', digest: wire.digest });
  });

  test.each([
    ['unknown fields were dropped', { ...document, version: { ...one, settles: undefined, body: {} } }],
    ['nothing but the key is left', { key }],
    ['the digest is of something else', { ...document, digest: 'a'.repeat(64) }],
  ])('%s: something else stands there', async (_, stands) => {
    const answer = await read(() => json(stands));
    expect(answer).toMatchObject({ outcome: 'conflict', status: 200 });
    expect(answer).not.toHaveProperty('digest');
  });

  test.each([404, 410])('%i: it is not there', async (status) => {
    expect(await read(() => json({}, status))).toMatchObject({ outcome: 'missing' });
  });

  test('a web page that says "not found" says so too, one that says yes does not', async () => {
    expect(await read(() => webPage(404))).toMatchObject({ outcome: 'missing' });
    expect(await read(() => webPage())).toMatchObject({ outcome: 'retry' });
  });

  test('an empty list where it would be: it is not there', async () => {
    const profile = { ...plainProfile, read: { ...plainProfile.read, document: '/0' } };
    expect(await read(() => json([]), profile)).toMatchObject({ outcome: 'missing' });
    expect(await read(() => json([document]), profile)).toMatchObject({ outcome: 'ok', digest: wire.digest });
    expect(await read(() => json({ status: 'maintenance' }), profile)).toMatchObject({ outcome: 'retry' });
  });

  test.each([
    ['another document', { hello: 'world' }],
    ['nothing', null],
    ['a text', 'ok'],
  ])('somebody else answered with %s: neither a yes nor a no', async (_, body) => {
    const answer = await read(() => json(body));
    expect(answer).toMatchObject({ outcome: 'retry', why: expect.stringMatching(/not what/) as string });
  });

  test('the document of another key is not taken for this one', async () => {
    const other = version(2);
    const stands = { key: keyOf(other), version: other, digest: await digestOf(other) };
    const answer = await read(() => json(stands));
    expect(answer).toMatchObject({ outcome: 'retry' });
    expect(answer).not.toHaveProperty('digest');
  });
});

describe('removing', () => {
  test('where it cannot, it says so without asking', async () => {
    const { endpoint, asked } = endpointAnswering(() => json({}));
    expect(await endpoint.remove(key)).toMatchObject({ outcome: 'reject' });
    expect(asked).toEqual([]);
  });

  test('the state that is removed is named where the server wants it', async () => {
    const profile: Profile = {
      ...plainProfile,
      remove: { method: 'DELETE', path: '/versions/{key}?rev={revision}', revision: '/_rev' },
    };
    const { endpoint, asked } = endpointAnswering(() => json({ ...document, _rev: '1-a&b' }), profile);
    expect(await endpoint.remove(key)).toMatchObject({ outcome: 'ok' });
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `GET /versions/${key}`,
      `DELETE /versions/${key}?rev=1-a%26b`,
    ]);
  });
});
