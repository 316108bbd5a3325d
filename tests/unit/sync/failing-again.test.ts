/** What fails each time is tried again after ever longer, up to five minutes; a round that got further begins anew. */
import { describe, expect, it } from 'vitest';
import { digestOf, keyOf } from '../../../src/sync/protocol/wire.ts';
import {
  createMemoryEndpoint,
  cutLine,
  sha256Of,
  type MemoryEndpoint,
} from '../../support/memory-endpoint.ts';
import type { MemorySyncStore } from '../../support/memory-sync-store.ts';
import { CONNECTION, keyAt, openPhone, record, records, startOn } from '../../support/sync-stage.ts';
import { createVirtualTimers } from '../../support/virtual-timers.ts';

/** Chance is the same each time here: about a half of what it may be. */
const FIRST = 502;
const fails = { outcome: 'retry' as const, status: 500, why: 'it fell over' };

async function photoOf(store: MemorySyncStore | null, nth: number, length = 100) {
  const bytes = new Uint8Array(length).fill(nth);
  const photo = { sha256: await sha256Of(bytes), type: 'image/jpeg', bytes: length };
  store?.files.set(photo.sha256, bytes);
  return { bytes, photo, version: record(nth, nth, { body: { photo } }) };
}

/** A phone that is connected and has sent what it had, and the engine on it. */
async function begun(endpoint: MemoryEndpoint) {
  const timers = createVirtualTimers();
  const { store } = await openPhone(endpoint, timers);
  store.save(...records(2));
  const running = startOn({ store, endpoint, timers });
  expect(await running.quiet()).toMatchObject({ at: 'idle' });
  return { store, timers, running };
}

/** How many times as long as the first time it waits after each of so many rounds, or until there is nothing more to do. */
async function waits({ timers, running }: Awaited<ReturnType<typeof begun>>, count: number) {
  const all: number[] = [];
  while (all.length < count && (await running.quiet()).at === 'waiting') {
    all.push(Math.round(((timers.next() ?? 0) - timers.time) / FIRST));
    timers.fire();
  }
  return all;
}

/** From one second to five minutes. */
const growing = [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300];

describe('what fails each time', () => {
  it('whatever is sent is answered 500', async () => {
    const endpoint = createMemoryEndpoint();
    const phone = await begun(endpoint);
    endpoint.meddle = ({ ask }) => (ask === 'create' ? { when: 'before', answer: fails } : null);
    phone.store.save(record(3));
    expect(await waits(phone, 11)).toEqual(growing);
    phone.running.sync.stop();
  });

  it('one version is always answered 500, and a neighbour is refused', async () => {
    const endpoint = createMemoryEndpoint();
    const phone = await begun(endpoint);
    endpoint.judge = ({ version }) => {
      if (version.id === record(4).id) return { outcome: 'reject', status: 422, why: 'no' };
      return version.id === record(3).id ? fails : null;
    };
    phone.store.save(record(3), record(4), record(5));
    expect(await waits(phone, 11)).toEqual(growing);
    expect([3, 4, 5].map((at) => phone.store.stateOf(keyAt(at)))).toEqual(['tried', 'refused', 'received']);
    phone.running.sync.stop();
  });

  it('a photo is said to be taken, and is not kept', async () => {
    const endpoint = createMemoryEndpoint();
    const phone = await begun(endpoint);
    if (endpoint.attachments) endpoint.attachments.put = async () => ({ outcome: 'ok', status: 200 });
    phone.store.save((await photoOf(phone.store, 3)).version);
    expect(await waits(phone, 11)).toEqual(growing);
    phone.running.sync.stop();
  });

  it('the bytes of a photo come back other than they were', async () => {
    const endpoint = createMemoryEndpoint();
    const { version } = await photoOf(null, 3);
    const phone = await begun(endpoint);
    endpoint.kept.set(keyOf(version), { version, digest: await digestOf(version) });
    endpoint.meddle = ({ ask }) =>
      ask === 'get' ? { when: 'before', answer: { ...fails, status: 200 } } : null;
    phone.running.sync.now();
    expect(await waits(phone, 11)).toEqual(growing);
    phone.running.sync.stop();
  });

  it('a photo goes there by half, and that half is lost each time', async () => {
    const endpoint = createMemoryEndpoint();
    const phone = await begun(endpoint);
    let asked = 0;
    if (endpoint.attachments) {
      endpoint.attachments.has = async () => ({
        outcome: 'missing',
        status: 404,
        offset: (asked++ % 2) * 50,
      });
      endpoint.attachments.put = async () => cutLine;
    }
    phone.store.save((await photoOf(phone.store, 3)).version);
    // The words, then half of the photo for the first time.
    expect(await waits(phone, 12)).toEqual([1, ...growing]);
    phone.running.sync.stop();
  });

  it('what was received cannot be noted on the phone: it is proven again and again, which gets nobody further', async () => {
    const endpoint = createMemoryEndpoint();
    const phone = await begun(endpoint);
    phone.store.settle = async () => ({ status: 'full' });
    phone.store.save(record(3));
    expect(await waits(phone, 11)).toEqual(growing);
    phone.running.sync.stop();
  });
});

describe('what gets further each time', () => {
  it('a first upload on a line that is cut again and again is gone on with at once', async () => {
    const endpoint = createMemoryEndpoint({ batch: { versions: 1, bytes: 10_000 } });
    const phone = await begun(endpoint);
    let sent = 0;
    endpoint.meddle = ({ ask }) =>
      ask === 'create' && ++sent % 2 === 0 ? { when: 'before', answer: cutLine } : null;
    phone.store.save(...records(50).slice(2));
    const all = await waits(phone, 60);
    expect(all.length).toBeGreaterThan(5);
    expect(new Set(all)).toEqual(new Set([1]));
    expect(phone.store.outbox.get()).toBe(0);
    phone.running.sync.stop();
  });

  it('so is a long recording that goes there bit by bit, and one that comes bit by bit', async () => {
    const endpoint = createMemoryEndpoint();
    const phone = await begun(endpoint);
    endpoint.cutAfter = (_, from) => from + 10;
    const up = await photoOf(phone.store, 3);
    phone.store.save(up.version);
    expect(await waits(phone, 20)).toEqual(Array.from({ length: 9 }, () => 1));
    expect(endpoint.attachmentsKept.get(up.photo.sha256)).toEqual(up.bytes);

    const down = await photoOf(null, 4);
    endpoint.kept.set(keyOf(down.version), { version: down.version, digest: await digestOf(down.version) });
    endpoint.attachmentsKept.set(down.photo.sha256, down.bytes);
    phone.running.sync.now();
    expect(await waits(phone, 20)).toEqual(Array.from({ length: 9 }, () => 1));
    expect(phone.store.files.get(down.photo.sha256)).toEqual(down.bytes);
    phone.running.sync.stop();
  });

  /** Two pages of two come in each round, then the line is cut. */
  async function inPagesOfTwo(lay: (endpoint: MemoryEndpoint, store: MemorySyncStore) => Promise<unknown>) {
    const endpoint = createMemoryEndpoint({ page: 2 });
    const phone = await begun(endpoint);
    phone.store.save(...records(20).slice(2));
    await phone.running.quiet();
    let listed = 0;
    endpoint.meddle = ({ ask }) =>
      ask === 'list' && ++listed % 3 === 0 ? { when: 'before', answer: cutLine } : null;
    await lay(endpoint, phone.store);
    phone.running.sync.now();
    const all = await waits(phone, 30);
    phone.running.sync.stop();
    return { all, store: phone.store };
  }

  it('a list that goes on, though it brings only what the phone sent itself', async () => {
    expect((await inPagesOfTwo(async () => undefined)).all).toEqual([1, 1, 1, 1]);
  });

  it('a list that is read again from its start', async () => {
    const { all } = await inPagesOfTwo((_, store) => store.queueAgain(CONNECTION));
    expect(all).toEqual([1, 1, 1, 1]);
  });

  it('a list that brings only what is set aside', async () => {
    const { all, store } = await inPagesOfTwo(async (endpoint) => {
      for (const [key, { version, digest }] of [...endpoint.kept].slice(2))
        endpoint.kept.set(key, { version: { ...version, rev: 'odd' }, digest });
    });
    expect(all).toEqual([1, 1, 1, 1]);
    expect(store.setAside).toHaveLength(18);
  });

  it('once it went well, the next failure is a first one again', async () => {
    const endpoint = createMemoryEndpoint();
    const phone = await begun(endpoint);
    const down = () => ({ when: 'before' as const, answer: fails });
    for (let times = 0; times < 2; times += 1) {
      endpoint.meddle = down;
      phone.running.sync.now();
      expect(await waits(phone, 4)).toEqual(growing.slice(0, 4));
      await phone.running.quiet();
      endpoint.meddle = () => null;
      phone.running.sync.now();
      expect(await phone.running.quiet()).toMatchObject({ at: 'idle' });
    }
    phone.running.sync.stop();
  });
});
