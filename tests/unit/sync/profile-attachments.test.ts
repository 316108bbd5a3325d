/** Photos and recordings: sent on from where a cut left off, believed only by their hash. Here as files. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { connectEndpoint } from '../../../src/sync/client/connect-endpoint.ts';
import type { AttachmentPort } from '../../../src/sync/protocol/endpoint.ts';
import type { Profile } from '../../../src/sync/protocol/profile.ts';
import { hubProfile } from '../../../src/sync/protocol/profiles/hub.ts';
import { webdavProfile } from '../../../src/sync/protocol/profiles/webdav.ts';
import { settingsFor } from '../../support/plain-profile.ts';
import { empty, json, webPage } from '../../support/scripted-fetch.ts';

const content = Uint8Array.from({ length: 1000 }, (_, at) => (at * 7) % 251);
const sha256 = createHash('sha256').update(content).digest('hex');
const none = new Uint8Array(0);

function portOf(profile: Profile, fetch: typeof globalThis.fetch): AttachmentPort {
  const { attachments } = connectEndpoint(settingsFor(profile), { fetch, now: () => 0 });
  if (!attachments) throw new Error('it takes none');
  return attachments;
}

function bytesOf(init: RequestInit | undefined): Promise<ArrayBuffer> {
  return new Response(init?.body ?? null).arrayBuffer();
}

describe('in parts', () => {
  const inParts: Profile = {
    ...hubProfile,
    attachments: {
      ...hubProfile.attachments,
      resume: { offset: 'Upload-Offset', bytes: 300 },
    } as Profile['attachments'],
  };

  /** As the hub does it: brief decision 6. `cutAt`: the first part that reaches it is cut there and never answered. */
  function partServer({ cutAt = Infinity, spoils = false, vouches = true } = {}) {
    let there = none;
    let cut = false;
    const asked: string[] = [];
    const fetch: typeof globalThis.fetch = async (_, init) => {
      const headers = new Headers(init?.headers);
      const range = headers.get('content-range');
      asked.push(`${init?.method} ${range ?? headers.get('range') ?? ''}`.trim());
      if (init?.method === 'HEAD') {
        return there.length === content.length
          ? empty(200, { 'content-length': `${there.length}`, ...(vouches && { etag: `"${sha256}"` }) })
          : empty(404, { 'upload-offset': `${there.length}` });
      }
      if (init?.method === 'GET') return new Response(there);
      const body = new Uint8Array(await bytesOf(init));
      const from = Number(/^bytes (\d+)-/.exec(range ?? '')?.[1] ?? 0);
      if (from !== there.length) return json({}, 409, { 'upload-offset': `${there.length}` });
      const whole = Uint8Array.from([...there, ...body]);
      if (!cut && whole.length > cutAt) {
        cut = true;
        there = whole.slice(0, cutAt);
        throw new TypeError('Failed to fetch');
      }
      there = whole;
      if (there.length < content.length) return empty(204, { 'upload-offset': `${there.length}` });
      if (!spoils) return empty(201);
      there = none;
      return json({ detail: 'the hash is another' }, 422);
    };
    return { fetch, asked, there: () => there };
  }

  test('it goes there part by part, and each is told', async () => {
    const server = partServer();
    const told: number[] = [];
    expect(
      await portOf(inParts, server.fetch).put(sha256, content.buffer, 'image/jpeg', 0, (sent) =>
        told.push(sent),
      ),
    ).toMatchObject({ outcome: 'ok' });
    expect(server.asked).toEqual([
      'PUT bytes 0-299/1000',
      'PUT bytes 300-599/1000',
      'PUT bytes 600-899/1000',
      'PUT bytes 900-999/1000',
    ]);
    expect(told).toEqual([300, 600, 900, 1000]);
    expect(server.there()).toEqual(content);
  });

  test('cut, it goes on from what is there and not from what was sent', async () => {
    const server = partServer({ cutAt: 450 });
    const port = portOf(inParts, server.fetch);
    expect(await port.put(sha256, content.buffer, 'image/jpeg', 0)).toMatchObject({ outcome: 'retry' });
    const has = await port.has(sha256, content.length);
    expect(has).toMatchObject({ outcome: 'missing', offset: 450 });
    expect(await port.put(sha256, content.buffer, 'image/jpeg', has.offset ?? 0)).toMatchObject({
      outcome: 'ok',
    });
    expect(server.there()).toEqual(content);
    expect(await port.has(sha256, content.length)).toMatchObject({ complete: true });
  });

  test('a yes to whether it is there that names no hash is looked into', async () => {
    const server = partServer({ vouches: false });
    const port = portOf(inParts, server.fetch);
    await port.put(sha256, content.buffer, 'image/jpeg', 0);
    server.asked.length = 0;
    expect(await port.has(sha256, 1000)).toMatchObject({ complete: true });
    expect(server.asked).toEqual(['HEAD', 'GET']);
    // A network's own answer to everything.
    const hotspot = portOf(inParts, async () => new Response('ok'));
    expect((await hotspot.has(sha256, 1000)).complete).toBeUndefined();
  });

  test('begun at the wrong place, it takes the place that the server names', async () => {
    const server = partServer();
    expect(await portOf(inParts, server.fetch).put(sha256, content.buffer, 'image/jpeg', 600)).toMatchObject({
      outcome: 'ok',
    });
    expect(server.asked.slice(0, 2)).toEqual(['PUT bytes 600-899/1000', 'PUT bytes 0-299/1000']);
    expect(server.there()).toEqual(content);
  });

  test('a hash that the server finds wrong is told with its reason', async () => {
    const server = partServer({ spoils: true });
    expect(await portOf(inParts, server.fetch).put(sha256, content.buffer, 'image/jpeg', 0)).toMatchObject({
      outcome: 'reject',
      why: 'the hash is another',
    });
  });

  test('a server that never gets further is given up for now', async () => {
    const fetch: typeof globalThis.fetch = async () => empty(204, { 'upload-offset': '0' });
    expect(await portOf(inParts, fetch).put(sha256, content.buffer, 'image/jpeg', 0)).toMatchObject({
      outcome: 'retry',
    });
  });
});

describe('as whole files', () => {
  /** A folder; `spoils`: keeps something else than was sent. */
  function fileServer({ spoils = false, ranges = true } = {}) {
    let there: Uint8Array<ArrayBuffer> | null = null;
    const asked: string[] = [];
    const fetch: typeof globalThis.fetch = async (_, init) => {
      const range = /^bytes=(\d+)-$/.exec(new Headers(init?.headers).get('range') ?? '');
      asked.push(`${init?.method} ${range?.[0] ?? ''}`.trim());
      if (init?.method === 'PUT') {
        there = new Uint8Array(await bytesOf(init));
        if (spoils) there[3] = 99;
        return empty(201);
      }
      if (!there) return empty(404);
      const from = ranges && range ? Number(range[1]) : 0;
      if (from >= there.length) return empty(416);
      const headers = {
        'content-length': `${there.length - from}`,
        'content-range': `bytes ${from}-${there.length - 1}/${there.length}`,
      };
      if (init?.method === 'HEAD') return empty(200, { 'content-length': headers['content-length'] });
      return new Response(there.slice(from), { status: from > 0 ? 206 : 200, headers });
    };
    return { fetch, asked, put: (bytes: Uint8Array<ArrayBuffer>) => void (there = bytes) };
  }

  test('it is believed when it was read back with the right hash, and not fetched again for it', async () => {
    const server = fileServer();
    const port = portOf(webdavProfile, server.fetch);
    expect(await port.has(sha256, 1000)).toMatchObject({ outcome: 'missing', offset: 0 });
    expect(await port.put(sha256, content.buffer, 'image/jpeg', 0)).toMatchObject({ outcome: 'ok' });
    expect(await port.has(sha256, 1000)).toMatchObject({ complete: true });
    expect(server.asked).toEqual(['HEAD', 'PUT', 'GET']);
  });

  test('kept otherwise than it was sent, it is not there', async () => {
    const port = portOf(webdavProfile, fileServer({ spoils: true }).fetch);
    expect(await port.put(sha256, content.buffer, 'image/jpeg', 0)).toMatchObject({ outcome: 'retry' });
    expect((await port.has(sha256, 1000)).complete).toBeUndefined();
  });

  test('a file of the right length and the wrong contents, or cut, is sent anew', async () => {
    const server = fileServer();
    const port = portOf(webdavProfile, server.fetch);
    for (const wrong of [new Uint8Array(1000), content.slice(0, 400)]) {
      server.put(wrong);
      expect(await port.has(sha256, 1000)).toMatchObject({ outcome: 'missing', offset: 0 });
    }
  });

  test.each([true, false])('fetching goes on after what is here (server gives parts: %s)', async (ranges) => {
    const server = fileServer({ ranges });
    server.put(content);
    const got = await portOf(webdavProfile, server.fetch).get(sha256, content.slice(0, 600));
    expect(got).toMatchObject({ outcome: 'ok', complete: true });
    expect(got.content).toEqual(content);
    expect(server.asked).toEqual(['GET bytes=600-']);
  });

  test('what was here and is damaged is fetched anew', async () => {
    const server = fileServer();
    server.put(content);
    const got = await portOf(webdavProfile, server.fetch).get(sha256, new Uint8Array(600));
    expect(got.content).toEqual(content);
    expect(server.asked).toEqual(['GET bytes=600-', 'GET']);
  });

  test('all of it here already, it is known by its hash', async () => {
    const server = fileServer();
    server.put(content);
    expect(await portOf(webdavProfile, server.fetch).get(sha256, content)).toMatchObject({
      outcome: 'ok',
      complete: true,
    });
  });

  test('cut on its way here, what came is handed on', async () => {
    const fetch: typeof globalThis.fetch = async () =>
      new Response(
        new ReadableStream<Uint8Array>({
          start: (controller) => {
            controller.enqueue(content.slice(0, 400));
          },
          pull: (controller) => controller.error(new Error('cut')),
        }),
      );
    const got = await portOf(webdavProfile, fetch).get(sha256, none);
    expect(got).toMatchObject({ outcome: 'retry' });
    expect(got.content).toEqual(content.slice(0, 400));
    expect(got.complete).toBeUndefined();
  });

  test('a web page is no photo', async () => {
    const port = portOf(webdavProfile, async () => webPage());
    const got = await port.get(sha256, none);
    expect(got).toMatchObject({ outcome: 'retry' });
    expect(got.content).toBeUndefined();
    expect((await port.has(sha256, 1000)).complete).toBeUndefined();
    expect(await port.put(sha256, content.buffer, 'image/jpeg', 0)).toMatchObject({ outcome: 'retry' });
  });
});
