/** The last three of the nine promises of sync, each with a test named after it: pull, clocks, one syncer. */
import { describe, expect, it } from 'vitest';
import { createClockCheck } from '../../../src/sync/client/clock-check.ts';
import { digestOf, keyOf, MOST_VERSIONS } from '../../../src/sync/protocol/wire.ts';
import { createMemoryEndpoint } from '../../support/memory-endpoint.ts';
import {
  CONNECTION,
  createWindows,
  keyAt,
  openPhone,
  record,
  records,
  startOn,
} from '../../support/sync-stage.ts';
import { createVirtualTimers } from '../../support/virtual-timers.ts';

describe('pull', () => {
  it('pull: page by page, and what is not valid is set aside and stops nothing', async () => {
    const endpoint = createMemoryEndpoint({ page: 10 });
    for (const one of records(25))
      endpoint.kept.set(keyOf(one), { version: one, digest: await digestOf(one) });
    const bad = { ...record(12), kind: 'NOT A KIND' };
    endpoint.kept.set(keyAt(12), { version: bad, digest: '' });
    const phone = await openPhone(endpoint);
    expect(await phone.round()).toEqual({ end: 'done' });
    expect(phone.store.versions.size).toBe(24);
    expect(phone.store.setAside).toMatchObject([{ key: keyAt(12), raw: { kind: 'NOT A KIND' } }]);
  });

  it('pull: a page and its cursor are kept together, so that a cut loses and doubles nothing', async () => {
    const endpoint = createMemoryEndpoint({ page: 10 });
    for (const one of records(25))
      endpoint.kept.set(keyOf(one), { version: one, digest: await digestOf(one) });
    const phone = await openPhone(endpoint);
    endpoint.meddle = (request) =>
      request.ask === 'list' && request.cursor === '20'
        ? { when: 'after', answer: { outcome: 'retry' } }
        : null;
    expect((await phone.round()).end).toBe('later');
    expect(phone.store.versions.size).toBe(20);
    endpoint.meddle = () => null;
    const before = endpoint.asked.length;
    expect(await phone.round()).toEqual({ end: 'done' });
    expect(phone.store.versions.size).toBe(25);
    expect(endpoint.asked[before]).toMatchObject({ ask: 'list', cursor: '20' });
  });

  it('pull: where a page could not be kept, none after it is, and it goes on from there', async () => {
    const endpoint = createMemoryEndpoint({ page: 10 });
    for (const one of records(45))
      endpoint.kept.set(keyOf(one), { version: one, digest: await digestOf(one) });
    const phone = await openPhone(endpoint);
    endpoint.meddle = (request) => {
      // The second page has come, and the third is asked for.
      if (request.ask === 'list' && request.cursor === '20') phone.store.failing = { status: 'full' };
      return null;
    };
    expect(await phone.round()).toEqual({ end: 'store', why: 'full' });
    const kept = phone.store.versions.size;
    expect(kept).toBeLessThan(30);
    endpoint.meddle = () => null;
    phone.store.failing = null;
    expect(await phone.round()).toEqual({ end: 'done' });
    expect(phone.store.versions.size).toBe(45);
    expect(phone.store.setAside).toEqual([]);
  });

  it('pull: kinds newer than the app are kept and passed on', async () => {
    const endpoint = createMemoryEndpoint();
    const newer = record(1, 1, { kind: 'not-yet-made', schema: 7, body: { later: [true] } });
    endpoint.kept.set(keyOf(newer), { version: newer, digest: await digestOf(newer) });
    const phone = await openPhone(endpoint);
    await phone.round();
    const elsewhere = createMemoryEndpoint();
    await phone.store.queueAgain(CONNECTION);
    const passedOn = await openPhone(elsewhere);
    passedOn.store.save(...phone.store.versions.values());
    await passedOn.round();
    expect(elsewhere.kept.get(keyOf(newer))?.version).toEqual(newer);
  });
});

describe('clocks', () => {
  it('clocks: an endpoint that is off by more than five minutes is told once, and its end too', () => {
    const told: (number | null)[] = [];
    const check = createClockCheck(
      () => 1_000_000_000,
      (off) => told.push(off),
    );
    for (const off of [0, 299_000, -299_000, 400_000, 401_000, 0, -86_400_000]) check(1_000_000_000 + off);
    check(undefined);
    expect(told).toEqual([null, 400_000, null, -86_400_000]);
  });

  it('clocks: the person is told, and the store, so that no new rev is fed with it', async () => {
    const endpoint = createMemoryEndpoint();
    const timers = createVirtualTimers();
    const { store } = await openPhone(endpoint, timers);
    endpoint.clockMs = timers.time + 3_600_000;
    const running = startOn({ store, endpoint, timers });
    await running.quiet();
    let told: number | null | undefined;
    running.sync.status.subscribe((all) => {
      told = all[0]?.clockOffMs;
    })();
    expect(told).toBe(3_600_000);
    expect(store.clockOff).toEqual([3_600_000]);
    running.sync.stop();
  });
});

describe('clocks of several', () => {
  it('clocks: what one endpoint agrees with is right, whatever another one says', async () => {
    const [right, wrong] = [createMemoryEndpoint(), createMemoryEndpoint()];
    const timers = createVirtualTimers();
    const { store } = await openPhone(right, timers);
    await store.saveConnection({ id: 'copy', carries: 'mine', settings: 'wrong' });
    right.clockMs = timers.time;
    wrong.clockMs = timers.time + 3_600_000;
    const endpointOf = (settings: unknown) => (settings === 'wrong' ? wrong : right);
    const running = startOn({ store, endpoint: right, endpointOf, timers });
    await running.quiet();
    expect(store.clockOff.length).toBeGreaterThan(0);
    expect(store.clockOff.at(-1)).toBeNull();
    running.sync.stop();
  });
});

describe('one syncer', () => {
  it('one syncer: of two windows one does it; the other says so, can ask, and takes over', async () => {
    const endpoint = createMemoryEndpoint();
    const timers = createVirtualTimers();
    const { store } = await openPhone(endpoint, timers);
    const windows = createWindows();
    const first = startOn({ store, endpoint, timers, windows });
    const second = startOn({ store, endpoint, timers, windows });
    expect(await first.quiet()).toMatchObject({ at: 'idle' });
    expect(await second.quiet()).toEqual({ at: 'elsewhere' });
    store.save(record(1));
    await first.quiet();
    expect(endpoint.asked.filter(({ ask }) => ask === 'create')).toHaveLength(1);

    const before = endpoint.asked.length;
    second.sync.now();
    await first.quiet();
    expect(endpoint.asked.length).toBe(before + 1);

    first.sync.stop();
    expect(await second.quiet()).toMatchObject({ at: 'idle' });
    second.sync.stop();
  });

  it('one syncer: a batch holds no more than is allowed, 256 KiB here, and less on a failing line', async () => {
    const endpoint = createMemoryEndpoint();
    const phone = await openPhone(endpoint);
    const long = 'x'.repeat(4000);
    phone.store.save(...records(250).map((one) => ({ ...one, body: { long } })));
    let fail = 3;
    endpoint.meddle = ({ ask }) => {
      if (ask !== 'create' || fail === 0) return null;
      fail -= 1;
      return { when: 'before', answer: { outcome: 'retry' } };
    };
    for (let rounds = 0; rounds < 4; rounds += 1) await phone.round();
    const sizes = endpoint.asked.flatMap((request) => (request.ask === 'create' ? [request] : []));
    expect(Math.max(...sizes.map(({ bytes }) => bytes))).toBeLessThanOrEqual(256 * 1024);
    const counts = sizes.map(({ keys }) => keys.length);
    expect(counts.slice(0, 4)).toEqual(counts.slice(0, 4).sort((a, b) => b - a));
    expect(counts[3]).toBeLessThan(10);
    expect(phone.store.outbox.get()).toBe(0);
    expect(Math.max(...counts.slice(4))).toBeGreaterThan(50);
  });

  it('one syncer: a batch grows on a line that answers at once, to 1,000 versions at most, whatever is allowed', async () => {
    const endpoint = createMemoryEndpoint({ batch: { versions: 5000, bytes: 2 ** 24 } });
    const phone = await openPhone(endpoint);
    phone.store.save(...records(3000));
    await phone.round();
    const counts = endpoint.asked.flatMap((one) => (one.ask === 'create' ? [one.keys.length] : []));
    expect(counts[0]).toBe(250);
    expect(Math.max(...counts)).toBe(1000);
    expect(MOST_VERSIONS).toBe(1000);
    expect(endpoint.kept.size).toBe(3000);
  });
});
