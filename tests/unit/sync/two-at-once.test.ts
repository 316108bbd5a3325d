/** On a good line two requests are under way at once, and still nothing goes before what it has to follow. */
import { expect, it } from 'vitest';
import type { CreateOutcome } from '../../../src/sync/protocol/endpoint.ts';
import type { WireVersion } from '../../../src/sync/protocol/wire.ts';
import { createMemoryEndpoint, cutLine } from '../../support/memory-endpoint.ts';
import { CONNECTION, openPhone, record, records } from '../../support/sync-stage.ts';

/** An endpoint that works on a request until it is told to answer. */
function slowEndpoint() {
  const endpoint = createMemoryEndpoint({ batch: { versions: 5, bytes: 256 * 1024 } });
  const honest = endpoint.create;
  const held: { versions: readonly WireVersion[]; go: () => void }[] = [];
  let most = 0;
  endpoint.create = async (versions): Promise<CreateOutcome> => {
    await new Promise<void>((go) => {
      held.push({ versions, go });
      most = Math.max(most, held.length);
    });
    return honest(versions);
  };
  return {
    endpoint,
    held,
    /** The most that were under way at the same time. */
    most: () => most,
    /** Answers one by one, each when nothing more comes, until `over`. `which` chooses among those under way. */
    async answerAll(over: Promise<unknown>, which: (count: number) => number = () => 0) {
      let ended = false;
      void over.finally(() => {
        ended = true;
      });
      while (!ended) {
        for (let turn = 0; turn < 20; turn += 1) await new Promise((next) => setImmediate(next));
        held.splice(which(held.length), 1)[0]?.go();
      }
    },
  };
}

it('while the endpoint works on one request the next leaves, and whichever is answered first, all is received', async () => {
  for (const which of [() => 0, (count: number) => count - 1]) {
    const { endpoint, most, answerAll } = slowEndpoint();
    const phone = await openPhone(endpoint);
    phone.store.save(...records(40));
    const round = phone.round();
    await answerAll(round, which);
    expect(await round).toEqual({ end: 'done' });
    expect([most(), endpoint.kept.size, phone.store.outbox.get()]).toEqual([2, 40, 0]);
  }
});

it("a record's later version does not leave while an earlier one is under way", async () => {
  const { endpoint, held, answerAll } = slowEndpoint();
  const phone = await openPhone(endpoint);
  // Twelve versions of the seventh record: they fill more than two requests.
  phone.store.save(...records(6), ...Array.from({ length: 12 }, (_, at) => record(7, 100 + at)));
  const together: string[][] = [];
  const round = phone.round();
  await answerAll(round, () => {
    together.push(held.flatMap(({ versions }) => [...new Set(versions.map(({ version }) => version.id))]));
    return held.length - 1;
  });
  expect(await round).toEqual({ end: 'done' });
  for (const ids of together) expect(new Set(ids).size).toBe(ids.length);
  const sent = [...endpoint.kept.values()].filter(({ version }) => version.id === record(7).id);
  expect(sent.map(({ version }) => version.rev)).toEqual(sent.map(({ version }) => version.rev).sort());
});

it('nobody is written about before their own record has arrived', async () => {
  const { endpoint, held, answerAll } = slowEndpoint();
  const phone = await openPhone(endpoint);
  // The first request is always alone, for nobody knows yet how good the line is: the other three people are in the second.
  const people = records(8).map((one) => ({ ...one, kind: 'person', subject: one.id }));
  phone.store.save(...people, ...records(30).slice(8));
  const beside: number[] = [];
  const round = phone.round();
  await answerAll(round, () => {
    const underWay = held.flatMap(({ versions }) => versions.map(({ version }) => version.kind));
    if (underWay.includes('person')) beside.push(held.length);
    return 0;
  });
  expect(await round).toEqual({ end: 'done' });
  expect(beside).toEqual([1, 1]);
});

it('the line breaks with two under way: both are tried again, and nothing is lost or doubled', async () => {
  const { endpoint, answerAll } = slowEndpoint();
  const phone = await openPhone(endpoint);
  phone.store.save(...records(40));
  let answered = 0;
  endpoint.meddle = (request) => {
    if (request.ask !== 'create') return null;
    answered += 1;
    return answered > 3 ? { when: 'after', answer: cutLine } : null;
  };
  const cut = phone.round();
  await answerAll(cut);
  expect((await cut).end).toBe('later');
  const left = phone.store.outbox.get();
  expect(left).toBe(25);
  endpoint.meddle = () => null;
  const again = phone.round();
  await answerAll(again);
  expect(await again).toEqual({ end: 'done' });
  expect([phone.store.outbox.get(), endpoint.kept.size]).toEqual([0, 40]);
  expect(phone.store.stateOf(`${record(1).id}_${record(1).rev}`, CONNECTION)).toBe('received');
});

it('while a page is kept the next is made ready, also the third and every one after it', async () => {
  const endpoint = createMemoryEndpoint({ page: 5 });
  const other = await openPhone(endpoint);
  other.store.save(...records(30));
  await other.round();
  const phone = await openPhone(endpoint);
  const { takeIn } = phone.store;
  const begun: (() => void)[] = [];
  phone.store.takeIn = async (...asked) => {
    await new Promise<void>((go) => begun.push(go));
    return takeIn(...asked);
  };
  const round = phone.round();
  const ahead: number[] = [];
  for (let kept = 0; kept < 6; kept += 1) {
    for (let turn = 0; turn < 20; turn += 1) await new Promise((next) => setImmediate(next));
    ahead.push(begun.length - kept);
    begun[kept]?.();
  }
  expect(await round).toEqual({ end: 'done' });
  expect(ahead).toEqual([2, 2, 2, 2, 2, 1]);
  expect(phone.store.versions.size).toBe(30);
});
