/** Photos and recordings into the hub and out again, cut and gone on with, on each database. */
import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HubServer } from '../support/hub.ts';
import { hubEngines, type HubEngine } from '../support/hub-engines.ts';
import { about, phone, type HubPhone } from '../support/hub-phone.ts';
import { connectEndpoint } from '../../src/sync/client/connect-endpoint.ts';
import { hubProfile } from '../../src/sync/protocol/profiles/hub.ts';

const KIB = 1024;

describe.each(hubEngines)('on $engine', ({ open }) => {
  let engine: HubEngine;
  let hub: HubServer;
  let ada: HubPhone;
  beforeAll(async () => {
    engine = await open();
    hub = await engine.start({ limits: { attachment: 2000 * KIB } });
    ada = await phone(hub);
  });
  afterAll(async () => {
    await hub.close();
    await engine.close();
  });

  /** A photo that a record here refers to. */
  const photo = async (size: number) => {
    const bytes = new Uint8Array(randomBytes(size));
    const name = createHash('sha256').update(bytes).digest('hex');
    await ada.push(about(ada.id, { body: { photos: [{ sha256: name, type: 'image/jpeg', bytes: size }] } }));
    return { bytes, name, path: `/v1/attachments/${name}` };
  };
  const part = (path: string, bytes: Uint8Array<ArrayBuffer>, from: number, to: number) =>
    ada.ask('PUT', path, bytes.slice(from, to), {
      'Content-Range': `bytes ${from}-${to - 1}/${bytes.length}`,
    });
  const offset = async (path: string) => {
    const head = await ada.ask('HEAD', path);
    return head.status === 200 ? 'complete' : (head.headers.get('Upload-Offset') ?? 'nothing');
  };

  test.each([0, 1, 256 * KIB, 700 * KIB + 1])('%i bytes go in and come out the same', async (size) => {
    const { bytes, path } = await photo(size);
    expect(await offset(path)).toBe('nothing');
    expect((await ada.ask('PUT', path, bytes)).status).toBe(201);
    const head = await ada.ask('HEAD', path);
    expect([head.status, head.headers.get('Content-Length'), await head.text()]).toEqual([
      200,
      String(size),
      '',
    ]);
    const back = await ada.ask('GET', path);
    expect(Buffer.from(await back.arrayBuffer()).equals(bytes)).toBe(true);
    expect(back.headers.get('Content-Type')).toBe('application/octet-stream');
    // Once more changes nothing.
    expect((await ada.ask('PUT', path, bytes)).status).toBe(200);
  });

  test('in parts: each says how far it is, and one that does not fit says where to go on', async () => {
    const { bytes, path } = await photo(500_000);
    const first = await part(path, bytes, 0, 200_000);
    expect([first.status, first.headers.get('Upload-Offset')]).toEqual([204, '200000']);
    expect(await offset(path)).toBe('200000');
    const gap = await part(path, bytes, 300_000, 400_000);
    expect([gap.status, gap.headers.get('Upload-Offset')]).toEqual([409, '200000']);
    // A part whose answer was lost comes again, and another overlaps.
    expect((await part(path, bytes, 0, 200_000)).headers.get('Upload-Offset')).toBe('200000');
    expect((await part(path, bytes, 150_000, 300_000)).headers.get('Upload-Offset')).toBe('300000');
    expect((await ada.ask('GET', path)).status).toBe(404);
    expect((await part(path, bytes, 300_000, 500_000)).status).toBe(201);
    expect(await offset(path)).toBe('complete');
  });

  test('cut at any byte, it goes on from where it came to', async () => {
    const { bytes, name, path } = await photo(900_000);
    for (const reach of [300_000, 555_555, 800_001]) {
      const from = Number(await offset(path)) || 0;
      await cut(path, bytes.subarray(from, reach), {
        'Content-Range': `bytes ${from}-${bytes.length - 1}/${bytes.length}`,
        'Content-Length': String(bytes.length - from),
      });
      // The server keeps what it has read of a request that is cut; how much, and how soon, is its own affair.
      await expect.poll(async () => Number(await offset(path))).toBeGreaterThan(from);
      expect(Number(await offset(path))).toBeLessThanOrEqual(reach);
    }
    // Once the last of what was cut has come to rest: a part that does not fit is told where to go on.
    await expect
      .poll(async () => (await part(path, bytes, Number(await offset(path)), bytes.length)).status)
      .toBe(201);
    const back = await ada.ask('GET', path);
    expect(
      createHash('sha256')
        .update(new Uint8Array(await back.arrayBuffer()))
        .digest('hex'),
    ).toBe(name);
  });

  /** Sends the beginning of a body and breaks the connection. */
  const cut = (path: string, bytes: Uint8Array, headers: Record<string, string>) =>
    new Promise<void>((done) => {
      const outgoing = request(`${hub.origin}${path}`, {
        method: 'PUT',
        headers: { ...headers, Authorization: `Bearer ${ada.token}` },
      });
      outgoing.on('error', () => {});
      outgoing.on('close', done);
      outgoing.write(bytes, () => setTimeout(() => outgoing.destroy(), 20));
    });

  test('bytes that are not what their name says are dropped, and the right ones can come', async () => {
    const { bytes, path } = await photo(300_000);
    const wrong = bytes.slice();
    wrong[299_999] = (wrong[299_999] ?? 0) ^ 1;
    expect((await ada.ask('PUT', path, wrong)).status).toBe(422);
    expect(await offset(path)).toBe('nothing');
    // Somebody announced another size before.
    expect((await part(path, bytes.slice(0, 200_000), 0, 100_000)).status).toBe(204);
    expect((await ada.ask('PUT', path, bytes)).status).toBe(201);
  });

  test('two phones that send the same at once both come to an end', async () => {
    const { bytes, path } = await photo(1_000_000);
    const statuses = (await Promise.all([1, 2, 3].map(() => ada.ask('PUT', path, bytes)))).map(
      ({ status }) => status,
    );
    expect(statuses.every((status) => status === 200 || status === 201)).toBe(true);
    expect(statuses.filter((status) => status === 201).length).toBeLessThanOrEqual(1);
    const back = await ada.ask('GET', path);
    expect(Buffer.from(await back.arrayBuffer()).equals(bytes)).toBe(true);
  });

  test.each([
    ['bytes=0-99', 206, [0, 100]],
    ['bytes=262140-262150', 206, [262_140, 262_151]],
    ['bytes=599999-', 206, [599_999, 600_000]],
    ['bytes=-10', 206, [599_990, 600_000]],
    ['bytes=500000-900000', 206, [500_000, 600_000]],
    ['bytes=600000-', 416, [0, 0]],
    ['bytes=0-1,5-6', 200, [0, 600_000]],
    ['lines=1-2', 200, [0, 600_000]],
  ])('a range: %s', async (range, status, [from = 0, to = 0]) => {
    ranged ??= await photo(600_000);
    const { bytes, path } = ranged;
    if ((await offset(path)) !== 'complete') await ada.ask('PUT', path, bytes);
    const answer = await ada.ask('GET', path, undefined, { Range: range });
    expect(answer.status).toBe(status);
    const said = { 200: null, 206: `bytes ${from}-${to - 1}/600000`, 416: 'bytes */600000' }[status];
    expect(answer.headers.get('Content-Range')).toBe(said);
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes.subarray(from, to))).toBe(true);
  });
  let ranged: Awaited<ReturnType<typeof photo>> | undefined;

  test('a phone takes a photo that no record there refers to as refused, and its login as good', async () => {
    const bytes = new Uint8Array(randomBytes(300 * KIB));
    const name = createHash('sha256').update(bytes).digest('hex');
    const { organisation, person } = ada.member;
    const endpoint = connectEndpoint(
      {
        name: organisation.name,
        address: hub.origin,
        profile: hubProfile,
        login: { token: ada.token },
        member: { organisation, role: person.role, sites: person.sites },
        connectedAt: 0,
      },
      { fetch, now: () => 0 },
    );
    const put = await endpoint.attachments?.put(name, bytes.buffer, 'image/jpeg', 0);
    expect(put).toMatchObject({ outcome: 'reject', status: 403 });
    expect(put?.why).toContain('No record that you may write refers to this');
    expect(await endpoint.list(null)).toMatchObject({ status: 'page' });
  });

  test('what is no attachment is refused, in words', async () => {
    const { path, bytes } = await photo(10);
    const status = async (target: string, headers: Record<string, string> = {}, body: BodyInit = bytes) =>
      (await ada.ask('PUT', target, body, headers)).status;
    expect(await status('/v1/attachments/nonsense')).toBe(400);
    expect(await status(path, { 'Content-Range': 'bytes 5-1/10' })).toBe(400);
    expect(await status(path, { 'Content-Range': 'bytes 0-10/10' })).toBe(400);
    expect(await status(path, { 'Content-Range': 'bytes 0-4/10' })).toBe(400);
    expect(await status(path, { 'Content-Range': `bytes 0-9/${2001 * KIB}` })).toBe(413);
    const large = await photo(2001 * KIB);
    expect(await status(large.path, {}, large.bytes)).toBe(413);
  });
});
