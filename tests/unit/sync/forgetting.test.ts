/** An endpoint whose database was put back from a copy, which goes on as if nothing had been: what it lost is found out. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Version } from '../../../src/core/version.ts';
import { createMemory } from '../../../src/sync/client/round.ts';
import { digestOf, keyOf } from '../../../src/sync/protocol/wire.ts';
import { createMemoryEndpoint, cutLine, type MemoryEndpoint } from '../../support/memory-endpoint.ts';
import { keyAt, openPhone, record, records } from '../../support/sync-stage.ts';
import { oneRound } from '../../support/one-round.ts';
import { openSyncPhone } from '../../support/sync-phone.ts';
import { createVirtualTimers } from '../../support/virtual-timers.ts';

const HOUR = 60 * 60 * 1000;

/** As the hub does: a cursor that no longer stands is taken for none, without a word. */
function createQuietEndpoint(page = 100): MemoryEndpoint {
  const endpoint = createMemoryEndpoint({ page });
  const honest = endpoint.list;
  endpoint.list = async (cursor, most) => {
    const keys = [...endpoint.kept.keys()];
    const answer = await honest(cursor === null ? null : String(keys.indexOf(cursor) + 1), most);
    if (answer.status !== 'page') return answer;
    return { ...answer, cursor: [...endpoint.kept.keys()][Number(answer.cursor) - 1] ?? 'empty' };
  };
  return endpoint;
}

/** What another phone sends there. */
async function byAnother(endpoint: MemoryEndpoint, ...versions: Version[]): Promise<void> {
  for (const one of versions) endpoint.kept.set(keyOf(one), { version: one, digest: await digestOf(one) });
}

async function connected(endpoint: MemoryEndpoint) {
  const timers = createVirtualTimers();
  const phone = await openPhone(endpoint, timers);
  phone.store.save(...records(5));
  await phone.round();
  await phone.round();
  endpoint.asked.length = 0;
  return { ...phone, timers };
}

const fromStart = ({ asked }: MemoryEndpoint) =>
  asked.filter((one) => one.ask === 'list' && (one.cursor === null || one.cursor === '0')).length;

describe('a copy without what came last', () => {
  it('lacks only the record sent last: it goes there again with the next one that is sent', async () => {
    const endpoint = createQuietEndpoint();
    const phone = await connected(endpoint);
    phone.store.save(record(6));
    await phone.round();
    endpoint.restore(5);
    phone.store.save(record(7));
    expect(await phone.round()).toEqual({ end: 'done' });
    expect([...endpoint.kept.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6, 7].map((nth) => keyAt(nth)));
    expect(phone.store.outbox.get()).toBe(0);
  });

  it('lacks it, and nothing more is written: the next start of the app sends it, or the next hour', async () => {
    for (const later of ['start', 'hour'] as const) {
      const endpoint = createQuietEndpoint();
      const phone = await connected(endpoint);
      phone.store.save(record(6));
      await phone.round();
      endpoint.restore(5);
      if (later === 'start') phone.memory.askedAt = null;
      else phone.timers.time += HOUR + 1;
      expect(await phone.round()).toEqual({ end: 'done' });
      expect(endpoint.kept.has(keyAt(6))).toBe(true);
    }
  });

  it('lacks only what somebody else sent last, whose phone is gone: it is sent from here', async () => {
    const endpoint = createQuietEndpoint();
    const phone = await connected(endpoint);
    await byAnother(endpoint, record(6));
    await phone.round();
    endpoint.restore(5);
    await byAnother(endpoint, record(7));
    await phone.round();
    expect(endpoint.kept.has(keyAt(6))).toBe(true);
  });

  it('is read in two goes, cut in between, and newer ones stand on top: it is found out all the same', async () => {
    const endpoint = createQuietEndpoint(2);
    const phone = await connected(endpoint);
    await byAnother(endpoint, record(6));
    await phone.round();
    endpoint.restore(4);
    await byAnother(endpoint, record(7), record(8));
    let lists = 0;
    endpoint.meddle = ({ ask }) => {
      if (ask === 'list') lists += 1;
      return ask === 'list' && lists > 1 ? { when: 'before', answer: cutLine } : null;
    };
    expect((await phone.round()).end).toBe('later');
    endpoint.meddle = () => null;
    expect(await phone.round()).toEqual({ end: 'done' });
    expect([5, 6].map((nth) => endpoint.kept.has(keyAt(nth)))).toEqual([true, true]);
  });

  it('could not be asked after at that moment: it is asked after the next time', async () => {
    const endpoint = createQuietEndpoint();
    const phone = await connected(endpoint);
    await byAnother(endpoint, record(6));
    await phone.round();
    endpoint.restore(5);
    await byAnother(endpoint, record(7));
    endpoint.meddle = ({ ask }) => (ask === 'read' ? { when: 'before', answer: cutLine } : null);
    await phone.round();
    expect(endpoint.kept.has(keyAt(6))).toBe(false);
    endpoint.meddle = () => null;
    await phone.round();
    expect(endpoint.kept.has(keyAt(6))).toBe(true);
  });
});

describe('what is no loss', () => {
  it('erased from another phone, a record is not missed', async () => {
    const endpoint = createQuietEndpoint();
    const phone = await connected(endpoint);
    await byAnother(endpoint, record(6));
    await phone.round();
    endpoint.kept.delete(keyAt(6));
    await byAnother(endpoint, record(6, 60, { removed: 'erased', body: null }));
    // Its place is gone, so the list begins anew; it is not taken for a loss.
    phone.memory.askedAt = null;
    endpoint.asked.length = 0;
    await phone.round();
    expect(fromStart(endpoint)).toBe(1);
    expect(endpoint.kept.has(keyAt(6))).toBe(false);
  });

  it('where nothing moves, nothing is asked but what is new', async () => {
    const endpoint = createQuietEndpoint();
    const phone = await connected(endpoint);
    await phone.round();
    endpoint.asked.length = 0;
    for (let rounds = 0; rounds < 3; rounds += 1) await phone.round();
    expect(endpoint.asked.map(({ ask }) => ask)).toEqual(['list', 'list', 'list']);
  });

  it('taken away over there by hand: it is sent again, and nothing else is', async () => {
    const endpoint = createQuietEndpoint();
    const phone = await openSyncPhone();
    const memory = createMemory(endpoint);
    const go = () => oneRound(phone, endpoint, memory);
    for (let at = 0; at < 5; at += 1) await phone.make(`plan ${at}`);
    await go();
    const last = [...endpoint.kept.keys()].at(-1) ?? '';
    endpoint.kept.delete(last);
    memory.askedAt = null;
    endpoint.asked.length = 0;
    await go();
    await go();
    expect(endpoint.asked.flatMap((one) => (one.ask === 'create' ? one.keys : []))).toEqual([last]);
    expect(await phone.outgoing(phone.hub)).toEqual([]);
    phone.vault.close();
  });

  it('one that loses all it takes is not sent everything again at each start and each hour', async () => {
    const endpoint = createQuietEndpoint();
    const phone = await connected(endpoint);
    for (let hours = 0; hours < 12; hours += 1) {
      endpoint.restore(0);
      phone.timers.time += HOUR + 1;
      await phone.round();
    }
    expect(endpoint.asked.filter(({ ask }) => ask === 'create')).toHaveLength(1);
    endpoint.restore(0);
    phone.timers.time += 24 * HOUR;
    await phone.round();
    expect(endpoint.kept.size).toBe(5);
  });
});
