/** The engine with real vaults: phones of one project and the endpoint between them. */
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/core/store.ts';
import type { NotReceived, SyncStore } from '../../../src/core/sync-store.ts';
import type { Ended } from '../../../src/sync/client/ended.ts';
import { createMemory, round } from '../../../src/sync/client/round.ts';
import { createMemoryEndpoint, type MemoryEndpoint } from '../../support/memory-endpoint.ts';
import { openTestVault, plan, saved, talk, until, type TestVault } from '../../support/vault.ts';

interface Phone extends TestVault {
  store: Store;
  sync: SyncStore;
  round(): Promise<Ended>;
  notReceived(): Promise<NotReceived[]>;
  deliveryOf(id: string): Promise<string | undefined>;
}

const open: TestVault[] = [];
afterEach(() => {
  for (const { vault } of open.splice(0)) vault.close();
});

async function phoneAt(endpoint: MemoryEndpoint, connection = 'garden'): Promise<Phone> {
  const vault = await openTestVault();
  open.push(vault);
  const sync = await vault.vault.sync();
  await sync.saveConnection({ id: connection, carries: 'everything', settings: {} });
  const memory = createMemory(endpoint);
  return {
    ...vault,
    store: vault.vault,
    sync,
    notReceived: () => until(sync.watchNotReceived(), () => true),
    async deliveryOf(id) {
      const found = await vault.vault.get(id);
      return found?.status === 'ok' ? found.delivery : undefined;
    },
    async round() {
      await sync.endSending(connection);
      return round({
        store: sync,
        connection,
        endpoint,
        memory,
        now: () => vault.environment.now(),
        cut: new AbortController().signal,
        clock: () => {},
        settled: () => {},
        came: () => {},
      });
    },
  };
}

async function write(phone: Phone, what: string): Promise<string> {
  // Ids are in the order of writing where time goes on.
  phone.environment.time += 1;
  const id = phone.newId();
  const subject = phone.owner.personId;
  saved(
    await phone.store.write([{ do: 'create', id, kind: plan, subject, body: { what }, audience: 'team' }]),
  );
  return id;
}

async function newest(phone: Phone, id: string) {
  const found = await phone.store.get(id);
  if (found?.status !== 'ok') throw new Error(`not here: ${found?.status}`);
  return found.version;
}

describe('two phones', () => {
  it('end up with the same records, and each knows that they are received', async () => {
    const endpoint = createMemoryEndpoint();
    const [a, b] = [await phoneAt(endpoint), await phoneAt(endpoint)];
    const [one, two] = [await write(a, 'on a'), await write(b, 'on b')];
    expect(await a.deliveryOf(one)).toBe('here');
    for (const phone of [a, b, a, b]) expect(await phone.round()).toEqual({ end: 'done' });
    for (const id of [one, two]) expect(await newest(a, id)).toEqual(await newest(b, id));
    expect([await a.deliveryOf(one), await b.deliveryOf(two)]).toEqual(['received', 'received']);
    expect(await a.notReceived()).toEqual([]);
  });

  it('a late replay of an older version leaves the newer one current', async () => {
    const endpoint = createMemoryEndpoint();
    const [a, b] = [await phoneAt(endpoint), await phoneAt(endpoint)];
    const id = await write(a, 'first');
    const second = await newest(a, id);
    await a.store.write([{ do: 'edit', id, kind: plan, base: second.rev, body: { what: 'second' } }]);
    const third = await newest(a, id);
    await a.store.write([{ do: 'edit', id, kind: plan, base: third.rev, body: { what: 'third' } }]);
    await a.round();
    await b.round();
    const { wire } = { wire: [...endpoint.kept.values()][1] };
    if (!wire) throw new Error('nothing sent');
    for (let times = 0; times < 20; times += 1) {
      await endpoint.create([wire]);
      await b.sync.takeIn('garden', { versions: [wire.version], setAside: [], cursor: 'again' });
    }
    expect((await newest(b, id)).body).toEqual({ what: 'third' });
    expect(endpoint.kept.size).toBe(3);
  });
});

describe('what needs the person', () => {
  it('refused then mended: the edit makes a new version, which is received', async () => {
    const endpoint = createMemoryEndpoint();
    const phone = await phoneAt(endpoint);
    const id = await write(phone, 'too bold');
    endpoint.judge = ({ version }) =>
      JSON.stringify(version.body).includes('too bold')
        ? { outcome: 'reject', status: 422, why: 'no' }
        : null;
    await phone.round();
    expect(await phone.deliveryOf(id)).toBe('needs-you');
    expect(await phone.notReceived()).toMatchObject([
      { id, state: 'refused', refused: { why: 'no', reason: 'rejected' } },
    ]);
    const { rev } = await newest(phone, id);
    await phone.store.write([{ do: 'edit', id, kind: plan, base: rev, body: { what: 'mild' } }]);
    await phone.round();
    expect([...endpoint.kept.values()].map(({ version }) => version.body)).toEqual([{ what: 'mild' }]);
    expect(await phone.deliveryOf(id)).toBe('received');
    // The words that were refused stay in the history here, and need nobody any more.
    expect(await phone.notReceived()).toEqual([]);
  });

  it('refused, and tried again when the person says so', async () => {
    const endpoint = createMemoryEndpoint();
    const phone = await phoneAt(endpoint);
    const id = await write(phone, 'a plan');
    endpoint.judge = () => ({ outcome: 'reject', status: 403, why: 'not yet a member' });
    await phone.round();
    endpoint.judge = () => null;
    await phone.round();
    expect(await phone.deliveryOf(id)).toBe('needs-you');
    await phone.sync.retry('garden');
    await phone.round();
    expect(await phone.deliveryOf(id)).toBe('received');
  });

  it('withdrawn: the record is hidden on the other phone too', async () => {
    const endpoint = createMemoryEndpoint();
    const [a, b] = [await phoneAt(endpoint), await phoneAt(endpoint)];
    const id = await write(a, 'soon withdrawn');
    await a.round();
    await b.round();
    await a.store.write([{ do: 'withdraw', id, base: (await newest(a, id)).rev }]);
    await a.round();
    await b.round();
    expect((await newest(b, id)).removed).toBe('withdrawn');
    expect((await b.store.list({ kinds: ['plan'] })).items).toEqual([]);
  });

  it('private words never leave the phone, and a share taken back tells only its end', async () => {
    const endpoint = createMemoryEndpoint();
    const phone = await phoneAt(endpoint);
    const subject = phone.owner.personId;
    const [secret, shared] = [phone.newId(), phone.newId()];
    await phone.store.write([
      { do: 'create', id: secret, kind: talk, subject, body: { words: 'only mine' }, audience: 'me' },
      { do: 'create', id: shared, kind: talk, subject, body: { words: 'for you' }, audience: 'team' },
    ]);
    await phone.round();
    const { rev } = await newest(phone, shared);
    await phone.store.write([
      { do: 'edit', id: shared, kind: talk, base: rev, body: { words: 'not any more' }, audience: 'me' },
    ]);
    await phone.round();
    const sent = JSON.stringify([...endpoint.kept.values()]);
    expect(sent).toContain('for you');
    expect(sent).not.toContain('only mine');
    expect(sent).not.toContain('not any more');
    expect([...endpoint.kept.values()].at(-1)?.version).toMatchObject({
      id: shared,
      audience: 'me',
      body: null,
    });
    expect(await phone.notReceived()).toEqual([]);
  });
});

describe('what was read ahead', () => {
  it.each(['taken back', 'erased'] as const)('and was %s since does not leave any more', async (how) => {
    const endpoint = createMemoryEndpoint({ batch: { versions: 1, bytes: 10_000 } });
    const phone = await phoneAt(endpoint);
    const [first, second] = [await write(phone, 'first'), await write(phone, 'second thoughts')];
    const { rev } = await newest(phone, second);
    const honest = endpoint.create;
    endpoint.create = async (versions) => {
      const answer = await honest(versions);
      if (versions[0]?.version.id !== first) return answer;
      await phone.store.write([
        how === 'erased'
          ? { do: 'erase', id: second }
          : { do: 'edit', id: second, kind: plan, base: rev, audience: 'me' },
      ]);
      return answer;
    };
    await phone.round();
    const sent = JSON.stringify([...endpoint.kept.values()]);
    expect(sent).toContain('first');
    expect(sent).not.toContain('second thoughts');
    expect(await phone.notReceived()).toEqual([]);
  });
});

describe('removing and forgetting', () => {
  it('the queue is kept when the connection is removed, and goes to the next one', async () => {
    const endpoint = createMemoryEndpoint();
    const phone = await phoneAt(endpoint);
    const ids = [await write(phone, 'one'), await write(phone, 'two')];
    await phone.sync.removeConnection('garden');
    expect(await until(phone.store.watchOutbox(), (count) => count === 2)).toBe(2);
    await phone.sync.saveConnection({ id: 'garden', carries: 'everything', settings: {} });
    await phone.round();
    expect(await Promise.all(ids.map((id) => phone.deliveryOf(id)))).toEqual(['received', 'received']);
  });

  it('an endpoint restored from yesterday gets everything again, what was erased too', async () => {
    const endpoint = createMemoryEndpoint();
    const phone = await phoneAt(endpoint);
    for (let at = 0; at < 10; at += 1) await write(phone, `plan ${at}`);
    await phone.round();
    const gone = await write(phone, 'to be erased');
    await phone.round();
    await phone.store.write([{ do: 'erase', id: gone }]);
    await phone.round();
    await phone.round();
    endpoint.restore(4);
    expect(await phone.round()).toEqual({ end: 'done' });
    expect(endpoint.kept.size).toBe(11);
    const tombstones = [...endpoint.kept.values()].filter(({ version }) => version.removed === 'erased');
    expect(tombstones.map(({ version }) => version.id)).toEqual([gone]);
  });

  it('erasure against a phone that was away: 100 times, and nothing rises again', async () => {
    const endpoint = createMemoryEndpoint();
    const [a, away] = [await phoneAt(endpoint), await phoneAt(endpoint)];
    const ids: string[] = [];
    for (let at = 0; at < 100; at += 1) ids.push(await write(a, `to be erased ${at}`));
    await a.round();
    await away.round();
    // Away, half of them are changed; meanwhile all are erased.
    for (const id of ids.slice(0, 50)) {
      const { rev } = await newest(away, id);
      await away.store.write([
        { do: 'edit', id, kind: plan, base: rev, body: { what: 'changed while away' } },
      ]);
    }
    for (const id of ids) await a.store.write([{ do: 'erase', id }]);
    await a.round();
    for (const phone of [away, a, away, a]) await phone.round();
    for (const phone of [a, away]) {
      const left = await Promise.all(ids.map((id) => phone.store.get(id)));
      const said = left.map((found) => (found?.status === 'ok' ? found.version.removed : found));
      expect(said).toEqual(ids.map(() => 'erased'));
      expect(await phone.notReceived()).toEqual([]);
    }
    expect(JSON.stringify([...endpoint.kept.values()])).not.toContain('changed while away');
  });
});

describe('what is hard to write', () => {
  it('NUL, lone surrogates, __proto__, 2^53+1 and 200 kB come through exactly', async () => {
    const endpoint = createMemoryEndpoint();
    const [a, b] = [await phoneAt(endpoint), await phoneAt(endpoint)];
    const words = [
      'a\u0000b',
      'half \ud800 of a pair',
      '__proto__',
      'x'.repeat(200_000),
      '2^53+1: 9007199254740993',
    ];
    const ids: string[] = [];
    for (const what of words) ids.push(await write(a, what));
    const raw = await newest(a, ids[0] ?? '');
    const body: unknown = JSON.parse('{"__proto__":{"polluted":true},"big":9007199254740993,"small":5e-324}');
    const odd = { ...raw, id: a.newId(), kind: 'from-a-newer-app', body };
    expect((await a.store.apply([odd])).status).toBe('applied');
    await a.sync.queueAgain('garden');
    await a.round();
    await b.round();
    for (const [at, id] of ids.entries()) expect((await newest(b, id)).body).toEqual({ what: words[at] });
    expect(endpoint.kept.get(`${odd.id}_${odd.rev}`)?.version.body).toEqual(body);
    const found = await b.store.get(odd.id);
    const names = found?.status === 'newer' && Object.keys(Object(found.version.body));
    expect(names).toEqual(['__proto__', 'big', 'small']);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(await a.notReceived()).toEqual([]);
  });
});
