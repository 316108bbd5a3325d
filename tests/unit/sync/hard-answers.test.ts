/** What endpoints and lines do that they should not: each of it ends with nothing lost and nothing blocked. */
import { describe, expect, it } from 'vitest';
import { writeBookmark } from '../../../src/sync/client/bookmark.ts';
import { digestOf, keyOf } from '../../../src/sync/protocol/wire.ts';
import { createMemoryEndpoint, cutLine, sha256Of, type Request } from '../../support/memory-endpoint.ts';
import { CONNECTION, keyAt, openPhone, record, records, startOn } from '../../support/sync-stage.ts';
import { createVirtualTimers } from '../../support/virtual-timers.ts';

const creates = (asked: Request[]) => asked.flatMap((one) => (one.ask === 'create' ? [one.keys.length] : []));

describe('a server that fails', () => {
  it('500 for everything: left alone after a try, and everything is sent once it is well', async () => {
    const endpoint = createMemoryEndpoint();
    const timers = createVirtualTimers();
    const { store } = await openPhone(endpoint, timers);
    store.save(...records(250));
    endpoint.meddle = () => ({ when: 'before', answer: { outcome: 'retry', status: 500, why: 'down' } });
    const running = startOn({ store, endpoint, timers });
    expect(await running.quiet()).toMatchObject({ at: 'waiting', why: 'down' });
    for (let tries = 0; tries < 12; tries += 1) {
      timers.fire();
      expect(await running.quiet()).toMatchObject({ at: 'waiting' });
    }
    // A pull and at most three versions a round, however much waits.
    expect(endpoint.asked.length).toBeLessThan(13 * 8);
    expect(store.outbox.get()).toBe(250);
    endpoint.meddle = () => null;
    timers.fire();
    expect(await running.quiet()).toMatchObject({ at: 'idle' });
    expect([store.outbox.get(), endpoint.kept.size]).toEqual([0, 250]);
    running.sync.stop();
  });

  it('500 whenever certain versions are in a batch: the others go through, and those stay unreceived', async () => {
    const endpoint = createMemoryEndpoint();
    const poison = [3, 40, 41, 77, 120].map((at) => keyAt(at));
    endpoint.meddle = (request) =>
      request.ask === 'create' && request.keys.some((key) => poison.includes(key))
        ? { when: 'before', answer: { outcome: 'retry', status: 500, why: 'it fell over' } }
        : null;
    const timers = createVirtualTimers();
    const { store } = await openPhone(endpoint, timers);
    store.save(...records(150));
    const running = startOn({ store, endpoint, timers });
    for (let rounds = 0; rounds < 120 && endpoint.kept.size < 145; rounds += 1) {
      await running.quiet();
      timers.fire();
    }
    await running.quiet();
    expect(endpoint.kept.size).toBe(145);
    expect(poison.map((key) => store.stateOf(key))).toEqual(['tried', 'tried', 'tried', 'tried', 'tried']);
    running.sync.stop();
  });

  it('413: the batch is halved, so much is never sent again, and one too large alone says so', async () => {
    const endpoint = createMemoryEndpoint();
    endpoint.meddle = (request) =>
      request.ask === 'create' && request.bytes > 20_000
        ? { when: 'before', answer: { outcome: 'reject', status: 413, why: 'too large' } }
        : null;
    const phone = await openPhone(endpoint);
    const body = { long: 'x'.repeat(1000) };
    phone.store.save(...records(60).map((one) => ({ ...one, body })));
    phone.store.save(record(30, 99, { body: { long: 'x'.repeat(30_000) } }));
    expect(await phone.round()).toEqual({ end: 'done' });
    expect(endpoint.kept.size).toBe(60);
    expect(phone.store.refusal(keyAt(30, 99))).toMatchObject({ reason: 'too-large', why: 'too large' });
    endpoint.asked.length = 0;
    phone.store.save(...records(60).map((one) => ({ ...one, rev: record(1, 1000).rev, body })));
    await phone.round();
    const sent = endpoint.asked.flatMap((one) => (one.ask === 'create' ? [one.bytes] : []));
    expect(Math.max(...sent)).toBeLessThanOrEqual(20_000);
  });

  it.each([
    ['a hotspot answers 200 with its own page', { outcome: 'retry' as const, status: 200, why: '<html>' }],
    ['a gateway answers 502', { outcome: 'retry' as const, status: 502 }],
    ['the line is cut', cutLine],
  ])('%s: nothing counts as received', async (_name, answer) => {
    const endpoint = createMemoryEndpoint({ batch: { versions: 1, bytes: 10_000 } });
    const phone = await openPhone(endpoint);
    phone.store.save(...records(3));
    endpoint.meddle = () => ({ when: 'before', answer });
    expect((await phone.round()).end).toBe('later');
    expect(creates(endpoint.asked)).toEqual([1]);
    expect(phone.store.outbox.get()).toBe(3);
    endpoint.meddle = () => null;
    expect(await phone.round()).toEqual({ end: 'done' });
    expect([phone.store.outbox.get(), endpoint.kept.size]).toEqual([0, 3]);
  });

  it('an answer that does not tell of each version proves none', async () => {
    const endpoint = createMemoryEndpoint();
    const phone = await openPhone(endpoint);
    phone.store.save(...records(3));
    const honest = endpoint.create;
    endpoint.create = async (versions) => {
      const outcome = await honest(versions);
      return 'each' in outcome ? { each: outcome.each.slice(1) } : outcome;
    };
    expect((await phone.round()).end).toBe('later');
    expect(phone.store.outbox.get()).toBe(3);
  });

  it('a list that does not go on is left, and the sending is done all the same', async () => {
    const endpoint = createMemoryEndpoint();
    endpoint.list = async () => ({ status: 'page', items: [], cursor: 'always', more: true });
    const phone = await openPhone(endpoint);
    phone.store.save(record(1));
    expect((await phone.round()).end).toBe('later');
    expect(phone.store.stateOf(keyAt(1))).toBe('received');
  });
});

describe('one bad record in a batch', () => {
  it('at each of 100 positions its neighbours are stored', async () => {
    for (let position = 1; position <= 100; position += 1) {
      const endpoint = createMemoryEndpoint();
      endpoint.meddle = (request) =>
        request.ask === 'create' && request.keys.includes(keyAt(position))
          ? { when: 'before', answer: { outcome: 'reject', status: 400, why: 'bad' } }
          : null;
      const phone = await openPhone(endpoint);
      phone.store.save(...records(100));
      expect(await phone.round()).toEqual({ end: 'done' });
      expect([endpoint.kept.size, phone.store.stateOf(keyAt(position))]).toEqual([99, 'refused']);
    }
  });
});

describe('an end in the middle', () => {
  it('restart in mid-sending: what was under way counts as tried, and is proven the next time', async () => {
    const endpoint = createMemoryEndpoint();
    const timers = createVirtualTimers();
    const { store } = await openPhone(endpoint, timers);
    store.save(...records(5));
    const honest = endpoint.create;
    const sent = new Promise<void>((resolve) => {
      endpoint.create = async (versions) => {
        const outcome = await honest(versions);
        first.sync.stop();
        resolve();
        return outcome;
      };
    });
    const first = startOn({ store, endpoint, timers });
    await sent;
    expect(store.stateOf(keyAt(1))).toBe('sending');
    endpoint.create = honest;
    // Without a line nothing is sent, and nothing is said to be under way.
    const cursor = writeBookmark({ cursor: '0', seen: [] });
    await store.takeIn(CONNECTION, { versions: [], setAside: [], cursor });
    endpoint.meddle = () => ({ when: 'before', answer: cutLine });
    const second = startOn({ store, endpoint, timers });
    expect(await second.quiet()).toMatchObject({ at: 'waiting' });
    expect(store.stateOf(keyAt(1))).toBe('tried');
    endpoint.meddle = () => null;
    second.sync.now();
    expect(await second.quiet()).toMatchObject({ at: 'idle' });
    expect([store.outbox.get(), endpoint.kept.size]).toEqual([0, 5]);
    second.sync.stop();
  });

  it('a phone without room: the page is not half kept, the person is told, and it goes on later', async () => {
    const endpoint = createMemoryEndpoint();
    for (const one of records(5))
      endpoint.kept.set(keyOf(one), { version: one, digest: await digestOf(one) });
    const phone = await openPhone(endpoint);
    await phone.store.endSending(CONNECTION);
    phone.store.takeIn = async () => ({ status: 'full' });
    expect(await phone.round()).toEqual({ end: 'store', why: 'full' });
    expect([phone.store.versions.size, await phone.store.cursor(CONNECTION)]).toEqual([0, null]);
  });

  it('a phone too full for what comes still sends what waits, words and photos: they are on it alone', async () => {
    const endpoint = createMemoryEndpoint();
    const phone = await openPhone(endpoint);
    await phone.round();
    const [theirs, bytes] = [record(1), new Uint8Array([1, 2, 3])];
    endpoint.kept.set(keyOf(theirs), { version: theirs, digest: await digestOf(theirs) });
    const photo = { sha256: await sha256Of(bytes), type: 'image/jpeg', bytes: 3 };
    phone.store.files.set(photo.sha256, bytes);
    phone.store.save(record(2, 2, { body: { photo } }), record(3));
    const lacking = { ...photo, sha256: 'a'.repeat(64) };
    phone.store.versions.set(keyAt(4), record(4, 4, { body: { photo: lacking } }));
    phone.store.takeIn = async () => ({ status: 'full' });
    expect(await phone.round()).toEqual({ end: 'store', why: 'full' });
    expect([2, 3].map((at) => phone.store.stateOf(keyAt(at)))).toEqual(['received', 'received']);
    expect(endpoint.attachmentsKept.has(photo.sha256)).toBe(true);
    expect(endpoint.asked.map(({ ask }) => ask)).not.toContain('get');
  });

  it('and what the endpoint asks for then is obeyed all the same', async () => {
    const endpoint = createMemoryEndpoint();
    const phone = await openPhone(endpoint);
    await phone.round();
    phone.store.save(record(2));
    phone.store.takeIn = async () => ({ status: 'full' });
    const answer = { outcome: 'retry' as const, status: 429, retryAfterMs: 90_000 };
    endpoint.meddle = ({ ask }) => (ask === 'create' ? { when: 'before', answer } : null);
    expect(await phone.round()).toEqual({ end: 'store', why: 'full', retryAfterMs: 90_000 });
  });

  it('what is saved while a round is under way goes with it', async () => {
    const endpoint = createMemoryEndpoint();
    const phone = await openPhone(endpoint);
    phone.store.save(...records(3));
    endpoint.judge = ({ version }) => {
      if (version.id === record(2).id) phone.store.save(record(50));
      return null;
    };
    await phone.round();
    expect(phone.store.stateOf(keyAt(50))).toBe('received');
  });

  it('removing the connection ends its sending and keeps every record; a new one gets all of it', async () => {
    const endpoint = createMemoryEndpoint();
    const timers = createVirtualTimers();
    const { store } = await openPhone(endpoint, timers);
    store.save(...records(4));
    endpoint.meddle = () => ({ when: 'before', answer: cutLine });
    const running = startOn({ store, endpoint, timers });
    await running.quiet();
    await store.removeConnection(CONNECTION);
    expect([store.versions.size, endpoint.kept.size]).toEqual([4, 0]);
    endpoint.meddle = () => null;
    await store.saveConnection({ id: 'another', carries: 'everything', settings: {} });
    expect(await running.quiet()).toMatchObject({ at: 'idle' });
    expect([store.outbox.get(), endpoint.kept.size]).toEqual([0, 4]);
    running.sync.stop();
  });

  it('without a line it says so, and goes on when it is there again', async () => {
    const endpoint = createMemoryEndpoint();
    const timers = createVirtualTimers();
    const { store } = await openPhone(endpoint, timers);
    store.save(record(1));
    endpoint.meddle = () => ({ when: 'before', answer: cutLine });
    const running = startOn({ store, endpoint, timers });
    running.phone.online = false;
    expect(await running.quiet()).toEqual({ at: 'offline' });
    endpoint.meddle = () => null;
    running.phone.online = true;
    running.wake('online');
    expect(await running.quiet()).toMatchObject({ at: 'idle' });
    expect(store.outbox.get()).toBe(0);
    running.sync.stop();
  });
});

describe('an endpoint that forgets', () => {
  it('its database restored from yesterday: it refuses the cursor, and gets all of it again', async () => {
    const endpoint = createMemoryEndpoint();
    const phone = await openPhone(endpoint);
    phone.store.save(...records(20));
    await phone.round();
    await phone.round();
    endpoint.restore(5);
    expect(await phone.round()).toEqual({ end: 'done' });
    expect(endpoint.kept.size).toBe(20);
    expect(phone.store.outbox.get()).toBe(0);
  });

  it('also where the cursor says nothing, it is found out at the next start of the app', async () => {
    const endpoint = createMemoryEndpoint();
    const honest = endpoint.list;
    endpoint.list = async (cursor) =>
      Number(cursor) > endpoint.kept.size
        ? { status: 'page', items: [], cursor: cursor ?? '', more: false }
        : honest(cursor);
    const phone = await openPhone(endpoint);
    phone.store.save(...records(20), record(21, 21, { removed: 'erased', body: null }));
    await phone.round();
    await phone.round();
    endpoint.restore(5);
    phone.memory.askedAt = null;
    expect(await phone.round()).toEqual({ end: 'done' });
    expect(endpoint.kept.size).toBe(21);
    // What was erased goes there again, too.
    expect(endpoint.kept.get(keyAt(21))?.version.removed).toBe('erased');
  });

  it('one that refuses every cursor is not sent everything again and again', async () => {
    const endpoint = createMemoryEndpoint();
    const phone = await openPhone(endpoint);
    phone.store.save(...records(20));
    await phone.round();
    endpoint.meddle = (request) =>
      request.ask === 'list' && request.cursor !== null
        ? { when: 'before', answer: { outcome: 'reject', status: 400 } }
        : null;
    await phone.round();
    endpoint.asked.length = 0;
    for (let rounds = 0; rounds < 5; rounds += 1) expect((await phone.round()).end).toBe('later');
    expect(creates(endpoint.asked)).toEqual([]);
  });
});
