/** Photos and recordings at servers that keep only JSON: in pieces, gone on with after a cut, believed only by their hash. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { connectEndpoint } from '../../../src/sync/client/connect-endpoint.ts';
import type { AttachmentPort } from '../../../src/sync/protocol/endpoint.ts';
import type { Profile } from '../../../src/sync/protocol/profile.ts';
import { plainProfile, settingsFor } from '../../support/plain-profile.ts';
import { plainServer } from '../../support/plain-server.ts';

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

describe('in pieces of JSON', () => {
  const inPieces: Profile = {
    ...plainProfile,
    attachments: {
      by: 'pieces',
      bytes: 300,
      key: 'key',
      content: 'content',
      extra: { type: 'piece' },
      create: { method: 'PUT', path: '/pieces/{key}', body: '{document}' },
      read: { method: 'GET', path: '/pieces/{key}', document: '' },
    },
  };

  function pieceServer() {
    const server = plainServer();
    let left = Infinity;
    const asked: string[] = [];
    const fetch: typeof globalThis.fetch = async (address, init) => {
      const { pathname } = new URL(new Request(address).url);
      const method = init?.method ?? 'GET';
      asked.push(`${method} ${pathname.slice(pathname.lastIndexOf('-') + 1)}`);
      if (method === 'PUT' && (left -= 1) < 0) throw new TypeError('Failed to fetch');
      const body = new TextDecoder().decode(await bytesOf(init));
      return server.answer({ method, path: pathname, headers: new Headers(), body, bytes: 0 });
    };
    return { fetch, asked, kept: server.kept, cutAfter: (puts: number) => void (left = puts) };
  }

  test('it goes there and comes back byte for byte', async () => {
    const server = pieceServer();
    expect(await portOf(inPieces, server.fetch).put(sha256, content.buffer, 'image/jpeg', 0)).toMatchObject({
      outcome: 'ok',
    });
    expect(server.kept.size).toBe(4);
    expect([...server.kept.values()][0]).toMatchObject({ key: `${sha256}-0`, type: 'piece' });
    const other = portOf(inPieces, server.fetch);
    expect(await other.has(sha256, 1000)).toMatchObject({ complete: true });
    const got = await other.get(sha256, none);
    expect(got).toMatchObject({ outcome: 'ok', complete: true });
    expect(got.content).toEqual(content);
  });

  test('cut, it goes on with the first piece that is missing', async () => {
    const server = pieceServer();
    server.cutAfter(2);
    const port = portOf(inPieces, server.fetch);
    expect(await port.put(sha256, content.buffer, 'image/jpeg', 0)).toMatchObject({ outcome: 'retry' });
    server.cutAfter(Infinity);
    const has = await port.has(sha256, 1000);
    expect(has).toMatchObject({ outcome: 'missing', offset: 600 });
    server.asked.length = 0;
    expect(await port.put(sha256, content.buffer, 'image/jpeg', has.offset ?? 0)).toMatchObject({
      outcome: 'ok',
    });
    expect(server.asked.filter((one) => one.startsWith('PUT'))).toEqual(['PUT 2', 'PUT 3']);
  });

  test('pieces of another size, begun by somebody else, are gone on with in that size', async () => {
    const server = pieceServer();
    server.cutAfter(2);
    await portOf(inPieces, server.fetch).put(sha256, content.buffer, 'image/jpeg', 0);
    server.cutAfter(Infinity);
    const bigger = {
      ...inPieces,
      attachments: { ...inPieces.attachments, bytes: 500 } as Profile['attachments'],
    };
    const port = portOf(bigger, server.fetch);
    const { offset } = await port.has(sha256, 1000);
    expect(await port.put(sha256, content.buffer, 'image/jpeg', offset ?? 0)).toMatchObject({
      outcome: 'ok',
    });
    expect((await portOf(bigger, server.fetch).get(sha256, none)).content).toEqual(content);
  });

  test('a piece that is damaged there is never taken for it', async () => {
    const server = pieceServer();
    await portOf(inPieces, server.fetch).put(sha256, content.buffer, 'image/jpeg', 0);
    const one = server.kept.get(`/pieces/${sha256}-1`);
    const text = String(one?.['content']);
    if (one) one['content'] = `${text.slice(0, 20)}${text[20] === 'A' ? 'B' : 'A'}${text.slice(21)}`;
    const got = await portOf(inPieces, server.fetch).get(sha256, none);
    expect(got.complete).toBeUndefined();
    expect(got).toMatchObject({ outcome: 'retry' });
    const has = await portOf(inPieces, server.fetch).has(sha256, 1000);
    expect(has.complete).toBeUndefined();
    expect(has).toMatchObject({ outcome: 'conflict' });
  });

  test('a piece that the server lost from the middle is missed, and sent again', async () => {
    const server = pieceServer();
    await portOf(inPieces, server.fetch).put(sha256, content.buffer, 'image/jpeg', 0);
    server.kept.delete(`/pieces/${sha256}-1`);
    const port = portOf(inPieces, server.fetch);
    const has = await port.has(sha256, 1000);
    expect(has.complete).toBeUndefined();
    expect(has).toMatchObject({ outcome: 'missing', offset: 300 });
    expect(await port.put(sha256, content.buffer, 'image/jpeg', has.offset ?? 0)).toMatchObject({
      outcome: 'ok',
    });
    expect(await port.has(sha256, 1000)).toMatchObject({ complete: true });
    expect((await portOf(inPieces, server.fetch).get(sha256, none)).content).toEqual(content);
  });

  test('nor is one missed too late that was lost while the rest was still to be sent', async () => {
    const server = pieceServer();
    server.cutAfter(9);
    const smaller = {
      ...inPieces,
      attachments: { ...inPieces.attachments, bytes: 100 } as Profile['attachments'],
    };
    await portOf(smaller, server.fetch).put(sha256, content.buffer, 'image/jpeg', 0);
    server.cutAfter(Infinity);
    server.kept.delete(`/pieces/${sha256}-1`);
    const port = portOf(smaller, server.fetch);
    // As the sender does it: asked before and after.
    for (let tries = 0; tries < 3; tries += 1) {
      const has = await port.has(sha256, 1000);
      if (!has.complete) await port.put(sha256, content.buffer, 'image/jpeg', has.offset ?? 0);
    }
    expect(await port.has(sha256, 1000)).toMatchObject({ complete: true });
    expect((await portOf(smaller, server.fetch).get(sha256, none)).complete).toBe(true);
  });

  test('fetching goes on after whole pieces, and hands on what came before a cut', async () => {
    const server = pieceServer();
    await portOf(inPieces, server.fetch).put(sha256, content.buffer, 'image/jpeg', 0);
    server.kept.delete(`/pieces/${sha256}-2`);
    const port = portOf(inPieces, server.fetch);
    const got = await port.get(sha256, none);
    expect(got).toMatchObject({ outcome: 'missing' });
    expect(got.content).toEqual(content.slice(0, 600));
    server.asked.length = 0;
    await port.get(sha256, content.slice(0, 650));
    expect(server.asked).toEqual(['GET 0', 'GET 2']);
  });
});
