/** The first six of the nine promises of sync, each with a test named after it; the others: semantics-arriving.test.ts. */
import { describe, expect, it } from 'vitest';
import { digestOf, keyOf } from '../../../src/sync/protocol/wire.ts';
import { createMemoryEndpoint } from '../../support/memory-endpoint.ts';
import { CONNECTION, keyAt, openPhone, record, records, startOn } from '../../support/sync-stage.ts';
import { createVirtualTimers } from '../../support/virtual-timers.ts';

describe('identity', () => {
  it('identity: the same key with other contents is reported and never written over, at the endpoint', async () => {
    const endpoint = createMemoryEndpoint();
    const other = record(1, 1, { body: { what: 'somebody else wrote this' } });
    endpoint.kept.set(keyOf(other), { version: other, digest: await digestOf(other) });
    const phone = await openPhone(endpoint);
    phone.store.save(record(1), record(2));
    await phone.round();
    expect(endpoint.kept.get(keyAt(1))?.version.body).toEqual(other.body);
    expect(phone.store.stateOf(keyAt(1))).toBe('refused');
    expect(phone.store.refusal(keyAt(1))?.reason).toBe('conflict');
    expect(phone.store.stateOf(keyAt(2))).toBe('received');
  });

  it('identity: nor on the phone, where the other is set aside to be looked at', async () => {
    const endpoint = createMemoryEndpoint();
    const other = record(1, 1, { body: { what: 'somebody else wrote this' } });
    endpoint.kept.set(keyOf(other), { version: other, digest: await digestOf(other) });
    const phone = await openPhone(endpoint);
    phone.store.save(record(1));
    await phone.round();
    expect(phone.store.versions.get(keyAt(1))?.body).toEqual({ what: 'version 1' });
    expect(phone.store.setAside).toMatchObject([{ key: keyAt(1), raw: { body: other.body } }]);
  });

  it('identity: the order of members in what lies there makes no other contents', async () => {
    const endpoint = createMemoryEndpoint({ echoes: false });
    const phone = await openPhone(endpoint);
    const { body, ...rest } = record(1, 1, { body: { b: 1, a: 2 } });
    const turned = { body: { a: 2, b: 1 }, ...rest };
    endpoint.kept.set(keyOf(turned), { version: turned, digest: await digestOf(turned) });
    phone.store.save({ ...rest, body });
    await phone.round();
    expect(phone.store.stateOf(keyAt(1))).toBe('received');
  });
});

describe('proven receipt', () => {
  it('proven receipt: an echoed digest proves it, and nothing is asked again', async () => {
    const endpoint = createMemoryEndpoint();
    const phone = await openPhone(endpoint);
    phone.store.save(...records(3));
    await phone.round();
    expect(phone.store.outbox.get()).toBe(0);
    expect(endpoint.asked.filter(({ ask }) => ask === 'read')).toEqual([]);
  });

  it('proven receipt: where nothing is echoed, what is read back proves it', async () => {
    const endpoint = createMemoryEndpoint({ echoes: false });
    const phone = await openPhone(endpoint);
    phone.store.save(...records(9));
    await phone.round();
    expect(phone.store.outbox.get()).toBe(0);
    expect(endpoint.asked.filter(({ ask }) => ask === 'read')).toHaveLength(9);
  });

  it('proven receipt: a server that says 200 and writes nothing has received nothing', async () => {
    const endpoint = createMemoryEndpoint({ echoes: false });
    endpoint.judge = ({ version }) => (version.id === record(2).id ? { outcome: 'ok', status: 200 } : null);
    const phone = await openPhone(endpoint);
    phone.store.save(...records(3));
    const ended = await phone.round();
    expect(ended.end).toBe('later');
    expect([1, 2, 3].map((at) => phone.store.stateOf(keyAt(at)))).toEqual(['received', 'tried', 'received']);
  });

  it('proven receipt: an endpoint that drops fields and says ok is no receipt either', async () => {
    const endpoint = createMemoryEndpoint({ echoes: false });
    const phone = await openPhone(endpoint);
    phone.store.save(record(1));
    endpoint.judge = ({ version, digest }) => {
      endpoint.kept.set(keyOf(version), { version: { ...version, body: {} }, digest });
      return { outcome: 'ok', status: 200 };
    };
    await phone.round();
    expect(phone.store.stateOf(keyAt(1))).toBe('refused');
  });

  it('proven receipt: a lost answer is proven the next time, without a second copy', async () => {
    const endpoint = createMemoryEndpoint();
    const phone = await openPhone(endpoint);
    phone.store.save(...records(5));
    endpoint.meddle = ({ ask }) =>
      ask === 'create' ? { when: 'after', answer: { outcome: 'retry' } } : null;
    expect((await phone.round()).end).toBe('later');
    expect(endpoint.kept.size).toBe(5);
    expect(phone.store.stateOf(keyAt(1))).toBe('tried');
    endpoint.meddle = () => null;
    expect(await phone.round()).toEqual({ end: 'done' });
    expect(endpoint.kept.size).toBe(5);
    expect(phone.store.outbox.get()).toBe(0);
  });
});

describe('per-version outcome', () => {
  it('per-version outcome: what is rejected says why and blocks nothing behind it', async () => {
    const endpoint = createMemoryEndpoint();
    endpoint.judge = ({ version }) =>
      version.id === record(2).id ? { outcome: 'reject', status: 422, why: 'NUL is not taken' } : null;
    const phone = await openPhone(endpoint);
    phone.store.save(...records(4));
    expect(await phone.round()).toEqual({ end: 'done' });
    expect(phone.store.refusal(keyAt(2))).toMatchObject({ why: 'NUL is not taken', reason: 'rejected' });
    expect([1, 3, 4].map((at) => phone.store.stateOf(keyAt(at)))).toEqual([
      'received',
      'received',
      'received',
    ]);
  });

  it('per-version outcome: a duplicate answered as a refusal is received all the same', async () => {
    const endpoint = createMemoryEndpoint();
    const phone = await openPhone(endpoint);
    phone.store.save(...records(4));
    for (const one of records(4))
      endpoint.kept.set(keyOf(one), { version: one, digest: await digestOf(one) });
    const answers = [400, 409, 412, 500];
    endpoint.judge = () => {
      const status = answers.pop() ?? 500;
      return { outcome: status === 500 ? 'retry' : status === 400 ? 'reject' : 'conflict', status };
    };
    expect(await phone.round()).toEqual({ end: 'done' });
    expect(phone.store.outbox.get()).toBe(0);
  });

  it('per-version outcome: a batch refused whole is split until the culprit stands alone', async () => {
    const endpoint = createMemoryEndpoint();
    endpoint.meddle = (request) =>
      request.ask === 'create' && request.keys.includes(keyAt(37))
        ? { when: 'before', answer: { outcome: 'reject', status: 400, why: 'one of them is bad' } }
        : null;
    const phone = await openPhone(endpoint);
    phone.store.save(...records(100));
    expect(await phone.round()).toEqual({ end: 'done' });
    expect(endpoint.kept.size).toBe(99);
    expect(phone.store.refusal(keyAt(37))?.why).toBe('one of them is bad');
    expect(phone.store.outbox.get()).toBe(1);
  });
});

describe('order', () => {
  it("order: a record's versions go in order, and words before their photos", async () => {
    const endpoint = createMemoryEndpoint();
    const phone = await openPhone(endpoint);
    const photo = { sha256: 'a'.repeat(64), type: 'image/jpeg', bytes: 3 };
    phone.store.files.set(photo.sha256, new Uint8Array([1, 2, 3]));
    phone.store.save(record(1, 3), record(1, 1, { body: { photo } }), record(1, 2));
    await phone.round();
    const created = endpoint.asked.flatMap((request) => (request.ask === 'create' ? request.keys : []));
    expect(created).toEqual([keyAt(1, 1), keyAt(1, 2), keyAt(1, 3)]);
    const asked = endpoint.asked.map(({ ask }) => ask);
    expect(asked.indexOf('put')).toBeGreaterThan(asked.lastIndexOf('create'));
  });
});

describe('back-off', () => {
  it('back-off: what a server asks for is obeyed, whoever asks otherwise', async () => {
    const endpoint = createMemoryEndpoint();
    const timers = createVirtualTimers();
    const { store } = await openPhone(endpoint, timers);
    endpoint.meddle = () => ({
      when: 'before',
      answer: { outcome: 'retry', status: 429, retryAfterMs: 90_000, why: 'too many' },
    });
    const running = startOn({ store, endpoint, timers });
    const begun = timers.time;
    expect(await running.quiet()).toMatchObject({ at: 'waiting', why: 'too many' });
    const asked = endpoint.asked.length;
    running.sync.now();
    running.wake('front');
    await running.quiet();
    expect(endpoint.asked).toHaveLength(asked);
    expect(timers.next()).toBeGreaterThanOrEqual(begun + 90_000);
    endpoint.meddle = () => null;
    timers.fire();
    expect(await running.quiet()).toMatchObject({ at: 'idle' });
    running.sync.stop();
  });

  it('back-off: tried on coming to the front, when online, after a save, by button and on a timer', async () => {
    const endpoint = createMemoryEndpoint();
    const timers = createVirtualTimers();
    const { store } = await openPhone(endpoint, timers);
    const running = startOn({ store, endpoint, timers });
    await running.quiet();
    const asks: (() => void)[] = [
      () => running.wake('front'),
      () => running.wake('online'),
      () => store.save(record(1)),
      () => running.sync.now(),
      () => timers.fire(),
    ];
    for (const ask of asks) {
      const before = endpoint.asked.length;
      ask();
      expect(await running.quiet()).toMatchObject({ at: 'idle' });
      expect(endpoint.asked.length).toBeGreaterThan(before);
    }
    expect(endpoint.kept.size).toBe(1);
    expect(running.unexpected).toEqual([]);
    running.sync.stop();
  });
});

describe('401 and 403', () => {
  it('401/403: it pauses and says so; nothing is dropped, and a new login goes on', async () => {
    const endpoint = createMemoryEndpoint();
    const timers = createVirtualTimers();
    const { store } = await openPhone(endpoint, timers);
    store.save(...records(3));
    endpoint.meddle = () => ({
      when: 'before',
      answer: { outcome: 'auth', status: 401, why: 'token ended' },
    });
    const running = startOn({ store, endpoint, timers });
    expect(await running.quiet()).toEqual({ at: 'paused', why: 'token ended' });
    const asked = endpoint.asked.length;
    store.save(record(9));
    await running.quiet();
    expect(endpoint.asked).toHaveLength(asked);
    expect(store.outbox.get()).toBe(4);
    endpoint.meddle = () => null;
    await store.saveConnection({ id: CONNECTION, carries: 'everything', settings: { login: 'new' } });
    expect(await running.quiet()).toMatchObject({ at: 'idle' });
    expect(store.outbox.get()).toBe(0);
    running.sync.stop();
  });
});
