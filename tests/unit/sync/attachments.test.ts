/** Photos and recordings: after their words, one at a time, resumed, and only what is proven counts. */
import { describe, expect, it } from 'vitest';
import type { AttachmentRef } from '../../../src/core/define-record.ts';
import { createMemoryEndpoint, cutLine, sha256Of } from '../../support/memory-endpoint.ts';
import { keyAt, openPhone, record, type Phone } from '../../support/sync-stage.ts';

/** Bytes that look like chance, the same each time. */
function someBytes(length: number, seed: number): Uint8Array<ArrayBuffer> {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}

async function savePhoto(phone: Phone, nth: number, length = 1000): Promise<AttachmentRef> {
  const bytes = someBytes(length, nth + 1);
  const photo = { sha256: await sha256Of(bytes), type: 'image/jpeg', bytes: bytes.byteLength };
  phone.store.files.set(photo.sha256, bytes);
  phone.store.save(record(nth, nth, { body: { photo } }));
  return photo;
}

describe('sending', () => {
  it('a record is received only when all of its parts are', async () => {
    const endpoint = createMemoryEndpoint();
    const phone = await openPhone(endpoint);
    const photo = await savePhoto(phone, 1);
    endpoint.meddle = ({ ask }) => (ask === 'put' ? { when: 'before', answer: cutLine } : null);
    expect((await phone.round()).end).toBe('later');
    expect(phone.store.stateOf(keyAt(1))).toBe('words-there');
    endpoint.meddle = () => null;
    expect(await phone.round()).toEqual({ end: 'done' });
    expect(phone.store.stateOf(keyAt(1))).toBe('received');
    expect(endpoint.attachmentsKept.get(photo.sha256)).toEqual(phone.store.files.get(photo.sha256));
    expect(endpoint.asked.filter(({ ask }) => ask === 'create')).toHaveLength(1);
  });

  it('a server that says yes to a photo and does not have it has not received the record', async () => {
    const endpoint = createMemoryEndpoint();
    const phone = await openPhone(endpoint);
    await savePhoto(phone, 1);
    await savePhoto(phone, 2);
    const { port } = { port: endpoint.attachments };
    if (!port) throw new Error('no attachments');
    const honest = port.put;
    let lied = '';
    port.put = async (sha256, ...rest) => {
      lied ||= sha256;
      return sha256 === lied ? { outcome: 'ok', status: 200 } : honest(sha256, ...rest);
    };
    expect((await phone.round()).end).toBe('later');
    const states = [1, 2].map((at) => phone.store.stateOf(keyAt(at))).sort();
    expect(states).toEqual(['received', 'words-there']);
  });

  it('a photo that is not taken is said, and does not hold back the others', async () => {
    const endpoint = createMemoryEndpoint();
    const phone = await openPhone(endpoint);
    const first = await savePhoto(phone, 1);
    await savePhoto(phone, 2);
    endpoint.meddle = (request) =>
      request.ask === 'put' && request.sha256 === first.sha256
        ? { when: 'before', answer: { outcome: 'reject', status: 415, why: 'no pictures of this sort' } }
        : null;
    expect(await phone.round()).toEqual({ end: 'done' });
    expect(phone.store.refusal(keyAt(1))).toMatchObject({
      why: 'no pictures of this sort',
      reason: 'attachment',
    });
    expect(phone.store.stateOf(keyAt(2))).toBe('received');
  });

  it('a photo that is gone from the phone is said, unless the endpoint has it already', async () => {
    const endpoint = createMemoryEndpoint();
    const phone = await openPhone(endpoint);
    const [gone, there] = [await savePhoto(phone, 1), await savePhoto(phone, 2)];
    endpoint.attachmentsKept.set(there.sha256, someBytes(1000, 3));
    phone.store.files.clear();
    phone.store.wanted = async () => [];
    await phone.round();
    expect(phone.store.refusal(keyAt(1))).toMatchObject({ reason: 'attachment' });
    expect(phone.store.stateOf(keyAt(2))).toBe('received');
    expect(gone.sha256).not.toBe(there.sha256);
  });

  it('a photo that is still to come from another endpoint is waited for, not given up', async () => {
    const endpoint = createMemoryEndpoint();
    const phone = await openPhone(endpoint);
    const photo = await savePhoto(phone, 1);
    const content = phone.store.files.get(photo.sha256) ?? new Uint8Array();
    phone.store.files.clear();
    phone.store.wanted = async () => [{ ref: photo, have: new Uint8Array() }];
    expect(await phone.round()).toEqual({ end: 'done' });
    expect(phone.store.stateOf(keyAt(1))).toBe('words-there');
    phone.store.files.set(photo.sha256, content);
    await phone.round();
    expect(phone.store.stateOf(keyAt(1))).toBe('received');
  });

  it('an endpoint without photos gets the words; the record goes on counting as not received', async () => {
    const endpoint = createMemoryEndpoint({ takesAttachments: false });
    const phone = await openPhone(endpoint);
    await savePhoto(phone, 1);
    phone.store.save(record(2));
    expect(await phone.round()).toEqual({ end: 'done' });
    expect([1, 2].map((at) => phone.store.stateOf(keyAt(at)))).toEqual(['words-there', 'received']);
    endpoint.asked.length = 0;
    await phone.round();
    expect(endpoint.asked.filter(({ ask }) => ask === 'create')).toEqual([]);
  });
});

describe('cut at a random byte', () => {
  it('500 photos up, and 500 down on another phone: every one is whole in the end, and was resumed', async () => {
    const endpoint = createMemoryEndpoint();
    const phone = await openPhone(endpoint);
    const photos: AttachmentRef[] = [];
    for (let at = 1; at <= 500; at += 1) photos.push(await savePhoto(phone, at, 200 + at));
    const chance = someBytes(40_000, 77);
    let drawn = 0;
    const resumed = { count: 0 };
    /** Cut once on the way up and once on the way down, somewhere past where it began. */
    const cuts = new Map<string, number>();
    endpoint.cutAfter = (sha256, from) => {
      if (from > 0) resumed.count += 1;
      const cut = cuts.get(sha256) ?? 0;
      if (cut > 0) return null;
      cuts.set(sha256, 1);
      const length = photos.find((photo) => photo.sha256 === sha256)?.bytes ?? 0;
      return Math.floor(((chance[drawn++] ?? 0) / 256) * length);
    };
    for (let rounds = 0; rounds < 600 && (await phone.round()).end !== 'done';) rounds += 1;
    expect(phone.store.outbox.get()).toBe(0);
    expect(resumed.count).toBeGreaterThan(450);

    cuts.clear();
    resumed.count = 0;
    const other = await openPhone(endpoint);
    for (let rounds = 0; rounds < 600 && (await other.round()).end !== 'done';) rounds += 1;
    expect(other.store.files.size).toBe(500);
    for (const { sha256 } of photos) {
      const bytes = other.store.files.get(sha256);
      expect(bytes && (await sha256Of(bytes))).toBe(sha256);
    }
    expect(resumed.count).toBeGreaterThan(450);
  });
});
