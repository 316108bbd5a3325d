/** Photos and recordings at every server: as files where it takes them, else in pieces of JSON. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AttachmentPort } from '../../src/sync/protocol/endpoint.ts';
import { endpointAt } from './endpoint-at.ts';
import { deliver, made } from './exchange-with.ts';
import type { Asked } from './gate.ts';
import { randomPhoto } from './random-photo.ts';
import type { RealServer, Startable } from './real-server.ts';

const size = 900_000;
const large = ({ body }: Asked) => body.length > 50_000;
/** Only the one that comes as the nth. */
const nth = (wanted: number, fits: (asked: Asked) => boolean) => {
  let come = 0;
  return (asked: Asked) => fits(asked) && (come += 1) === wanted;
};

interface Photo {
  sha256: string;
  content: ArrayBuffer;
  bytes: Uint8Array<ArrayBuffer>;
}

const same = (a: Uint8Array | undefined, b: Uint8Array) =>
  a !== undefined && Buffer.from(a).equals(Buffer.from(b));

export function describeAttachments(startable: Startable): void {
  describe(`photos at ${startable.name}`, () => {
    let server: RealServer;
    const port = (): AttachmentPort => {
      const { attachments } = endpointAt(server);
      if (!attachments) throw new Error('it takes none');
      return attachments;
    };
    /** A photo that a record there refers to: some servers keep no others. */
    const photo = async (): Promise<Photo> => {
      const bytes = randomPhoto(size);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await deliver(endpointAt(server), [await made({ photo: { sha256, type: 'image/jpeg', bytes: size } })]);
      return { sha256, content: bytes.buffer, bytes };
    };
    beforeAll(async () => {
      server = await startable.start();
    });
    afterAll(() => server.stop());

    test('what is not there is said to be not there', async () => {
      const { sha256 } = await photo();
      const has = await port().has(sha256, size);
      expect(has.complete ?? false).toBe(false);
      expect(has.offset ?? 0).toBe(0);
      const { content, complete } = await port().get(sha256, new Uint8Array());
      expect(complete ?? false).toBe(false);
      expect(content?.byteLength ?? 0).toBe(0);
    });

    test('a photo goes there and comes back byte for byte', async () => {
      const { sha256, content, bytes } = await photo();
      expect(await port().put(sha256, content, 'image/jpeg', 0)).toMatchObject({ outcome: 'ok' });
      expect(await port().has(sha256, size)).toMatchObject({ complete: true });
      const come = await port().get(sha256, new Uint8Array());
      expect(come.complete).toBe(true);
      expect(same(come.content, bytes)).toBe(true);
    });

    test('sent twice, it is the same photo', async () => {
      const { sha256, content, bytes } = await photo();
      await port().put(sha256, content, 'image/jpeg', 0);
      expect(await port().put(sha256, content, 'image/jpeg', 0)).toMatchObject({ outcome: 'ok' });
      expect(same((await port().get(sha256, new Uint8Array())).content, bytes)).toBe(true);
    });

    test('cut on its way, it is not taken for sent, and goes on from what is there', async () => {
      const { sha256, content, bytes } = await photo();
      const { attachments } = server.profile;
      const inParts = attachments?.by === 'pieces' || attachments?.resume !== undefined;
      // Where it goes in one request, that one; else the second.
      server.gate.befall({ cutAfter: 40_000 }, nth(inParts ? 2 : 1, large));
      expect(await port().put(sha256, content, 'image/jpeg', 0)).toMatchObject({ outcome: 'retry' });
      expect(server.gate.toCome()).toBe(0);

      const { complete = false, offset = 0 } = await port().has(sha256, size);
      expect(complete).toBe(false);
      expect(offset > 0).toBe(inParts);
      const before = server.gate.asked.length;
      expect(await port().put(sha256, content, 'image/jpeg', offset)).toMatchObject({ outcome: 'ok' });
      const sent = server.gate.asked
        .slice(before)
        .filter(large)
        .reduce((sum, { body }) => sum + body.length, 0);
      // What lies there is not sent again: base64 makes the rest a third more.
      expect(sent).toBeLessThan((size - offset) * 1.4);
      expect(same((await port().get(sha256, new Uint8Array())).content, bytes)).toBe(true);
    });

    test('an answer that is lost is asked again', async () => {
      const { sha256, content, bytes } = await photo();
      server.gate.befall('lost', large);
      expect(await port().put(sha256, content, 'image/jpeg', 0)).toMatchObject({ outcome: 'retry' });
      const { offset = 0, complete = false } = await port().has(sha256, size);
      if (!complete) await port().put(sha256, content, 'image/jpeg', offset);
      expect(await port().has(sha256, size)).toMatchObject({ complete: true });
      expect(same((await port().get(sha256, new Uint8Array())).content, bytes)).toBe(true);
    });

    test('fetching goes on after what is here already', async () => {
      const { sha256, content, bytes } = await photo();
      await port().put(sha256, content, 'image/jpeg', 0);
      const before = server.gate.asked.length;
      const come = await port().get(sha256, bytes.slice(0, 600_000));
      expect(come.complete).toBe(true);
      expect(same(come.content, bytes)).toBe(true);
      expect(server.gate.asked.length - before).toBeGreaterThan(0);
    });

    test('cut while it is fetched, it goes on from what has come', async () => {
      const { sha256, content, bytes } = await photo();
      await port().put(sha256, content, 'image/jpeg', 0);
      const fetches = ({ method, path }: Asked) => method === 'GET' && path.includes(sha256);
      const inPieces = server.profile.attachments?.by === 'pieces';
      server.gate.befall({ answerCutAfter: 40_000 }, nth(inPieces ? 3 : 1, fetches));
      const before = server.gate.asked.length;
      const cut = await port().get(sha256, new Uint8Array());
      expect(server.gate.toCome()).toBe(0);
      expect(cut).toMatchObject({ outcome: 'retry' });
      const have = cut.content ?? new Uint8Array();
      expect(have.byteLength).toBeGreaterThan(0);
      expect(have.byteLength).toBeLessThan(size);

      const between = server.gate.asked.length;
      const come = await port().get(sha256, have);
      expect(same(come.content, bytes)).toBe(true);
      const fetched = server.gate.asked.slice(before, between).filter(fetches);
      const after = server.gate.asked.slice(between).filter(fetches);
      // Of pieces, what came is not fetched again but the first, which tells their size; a file is asked for from there on.
      const again = inPieces ? after.filter(({ path }) => path === fetched[1]?.path) : [];
      expect(again).toEqual([]);
      expect(after[0]?.headers.range).toBe(inPieces ? undefined : `bytes=${have.byteLength}-`);
    });

    test('with a dead login it says so', async () => {
      const { sha256, content } = await photo();
      await server.expireLogin();
      try {
        expect(await port().put(sha256, content, 'image/jpeg', 0)).toMatchObject({ outcome: 'auth' });
        expect(await port().get(sha256, new Uint8Array())).toMatchObject({ outcome: 'auth' });
      } finally {
        await server.renewLogin();
      }
    });
  });
}
