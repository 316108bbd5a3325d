/** What must hold at every server, whatever it is made of. endpoints.test.ts tells it over each. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Endpoint } from '../../src/sync/protocol/endpoint.ts';
import { probeKind } from '../../src/sync/protocol/probe.ts';
import { digestOf, keyOf, type WireVersion } from '../../src/sync/protocol/wire.ts';
import { endpointAt, trial } from './endpoint-at.ts';
import { deliver, listAll, made, next } from './exchange-with.ts';
import type { Asked } from './gate.ts';
import type { RealServer, Startable } from './real-server.ts';

const there = { is: 'there' };
const refused = { is: 'refused', why: expect.stringMatching(/\w/) as string };
const writes = ({ method }: Asked) => method === 'POST' || method === 'PUT';

/** Contents that servers choke on. */
const hard: unknown[] = [
  { words: 'a NUL \u0000 in between' },
  { words: 'half a pair \ud83c' },
  { words: '🌻 é ß \u2028 "quoted" \\ </script>' },
  JSON.parse('{"__proto__": {"words": "own"}, "constructor": 1}'),
  { big: 9_007_199_254_740_991, small: 1e-7, minus: -0.1, none: null, empty: [], deep: [[[{}]]] },
  { words: 'long '.repeat(40_000) },
];

/** Tells the suite over it. `lateOnes`: how many old states come late. */
export function describeServer(startable: Startable, lateOnes = 1000): void {
  describe(`versions at ${startable.name}`, () => {
    let server: RealServer;
    let phone: Endpoint;
    /** Another device: nothing is shared with the first but the server. */
    let other: Endpoint;
    beforeAll(async () => {
      server = await startable.start();
      phone = endpointAt(server);
      other = endpointAt(server);
    });
    afterAll(async () => {
      await server.stop();
    });

    /** How often it lies there. */
    const copies = async ({ version }: WireVersion) =>
      (await server.keys()).filter((key) => key === keyOf(version)).length;

    test('what one phone sends is proven by its digest and comes to another as it was', async () => {
      const wires = await Promise.all(['one', 'two', 'three'].map((words) => made({ words })));
      expect(await deliver(phone, wires)).toEqual([there, there, there]);
      const { found, invalid } = await listAll(other);
      for (const wire of wires) expect(found.get(keyOf(wire.version))).toEqual(wire);
      expect(invalid).toEqual([]);
    });

    test('"Try this endpoint" says that it can be used, and leaves nothing that others would see', async () => {
      const { cursor } = await listAll(other);
      const { findings, verdict } = await trial(server);
      const failed = findings.filter(({ result }) => result !== 'ok').map(({ step }) => step);
      expect(failed).toEqual(server.trialMisses ?? []);
      expect(verdict).toBe('usable');
      const { found, invalid } = await listAll(other, cursor);
      expect([...found.values()].map(({ version: { kind } }) => kind)).not.toContain(probeKind);
      expect(invalid).toEqual([]);
    });

    test('a cursor goes on where it stood and misses nothing', async () => {
      await deliver(phone, [await made({ words: 'before' })]);
      const { cursor } = await listAll(other);
      const after = await Promise.all([1, 2, 3].map((n) => made({ words: `after ${n}` })));
      await deliver(phone, after);
      const { found } = await listAll(other, cursor);
      for (const wire of after) expect(found.get(keyOf(wire.version))).toEqual(wire);
    });

    test('a long list comes page by page, whole', async () => {
      const wires = await Promise.all(Array.from({ length: 230 }, (_, n) => made({ words: `page ${n}` })));
      const proofs = await deliver(phone, wires);
      expect(proofs.filter(({ is }) => is !== 'there')).toEqual([]);
      const { found } = await listAll(other);
      expect(wires.filter(({ version }) => !found.has(keyOf(version)))).toEqual([]);
    });

    test('delivered twice, it is there once', async () => {
      const wire = await made({ words: 'twice' });
      server.gate.befall('twice', writes);
      expect(await deliver(phone, [wire])).toEqual([there]);
      expect(server.gate.toCome()).toBe(0);
      expect(await deliver(other, [wire])).toEqual([there]);
      expect(await copies(wire)).toBe(1);
    });

    test('an answer that is lost proves nothing, and sending again finds it there', async () => {
      const wire = await made({ words: 'lost' });
      server.gate.befall('lost', writes);
      expect(await deliver(phone, [wire])).toMatchObject([{ is: 'unknown', answer: { outcome: 'retry' } }]);
      expect(server.gate.toCome()).toBe(0);
      expect(await copies(wire)).toBe(1);
      expect(await deliver(phone, [wire])).toEqual([there]);
      expect(await copies(wire)).toBe(1);
    });

    test('one that it refuses is set apart with the reason, and its neighbours are taken', async () => {
      const good = await Promise.all(['left', 'right', 'last'].map((words) => made({ words })));
      const bad = await made({ words: server.refusedWords });
      const proofs = await deliver(phone, [...good.slice(0, 2), bad, ...good.slice(2)]);
      expect(proofs).toMatchObject([there, there, refused, there]);
      expect(await copies(bad)).toBe(0);
    });

    test('what JSON can hold comes back exactly', async () => {
      const wires = await Promise.all(hard.map((body) => made(body)));
      expect(await deliver(phone, wires)).toEqual(hard.map(() => there));
      const { found } = await listAll(other);
      for (const wire of wires) expect(found.get(keyOf(wire.version))).toEqual(wire);
    });

    test('an expired login is told as such, nothing is taken for sent, and afterwards it goes on', async () => {
      const wire = await made({ words: 'while the login was dead' });
      await server.expireLogin();
      try {
        expect(await deliver(phone, [wire])).toMatchObject([{ is: 'unknown', answer: { outcome: 'auth' } }]);
        expect(await phone.read(keyOf(wire.version))).toMatchObject({ outcome: 'auth' });
        expect(await phone.list(null)).toMatchObject({ status: 'failed', answer: { outcome: 'auth' } });
      } finally {
        await server.renewLogin();
      }
      expect(await deliver(phone, [wire])).toEqual([there]);
    });

    test('an old version that comes late stands beside the newer one and changes nothing', async () => {
      const old = await made({ words: 'version 1' });
      const newer = await next(old, 2, { words: 'version 2' });
      const newest = await next(newer, 3, { words: 'version 3' });
      await deliver(phone, [old, newest]);
      await deliver(other, [newer, old]);
      const { found } = await listAll(endpointAt(server));
      for (const wire of [old, newer, newest]) {
        expect(found.get(keyOf(wire.version))).toEqual(wire);
        expect(await phone.read(keyOf(wire.version))).toMatchObject({ digest: wire.digest });
      }
    });

    test('many old states that come late change nothing', async () => {
      const old = await Promise.all(Array.from({ length: 20 }, (_, n) => made({ words: `late ${n}` })));
      const newer = await Promise.all(old.map((wire) => next(wire, 2, { words: 'newer' })));
      const newest = await Promise.all(newer.map((wire) => next(wire, 3, { words: 'newest' })));
      const all = [...old, ...newer, ...newest];
      await deliver(phone, old);
      const before = server.gate.asked.length;
      await deliver(phone, newer);
      const late = server.gate.asked.slice(before).filter(writes);
      await deliver(phone, newest);
      const there = (await server.keys()).toSorted();

      let sent = 0;
      while (sent < lateOnes) {
        await Promise.all(late.map((one) => server.gate.deliverLate(one)));
        sent += late.length;
      }
      expect((await server.keys()).toSorted()).toEqual(there);
      const { found } = await listAll(endpointAt(server));
      for (const wire of all) expect(found.get(keyOf(wire.version))).toEqual(wire);
    });

    test('other contents under a key that is taken are a conflict and change nothing', async () => {
      const first = await made({ words: 'first' });
      await deliver(phone, [first]);
      const version = { ...first.version, body: { words: 'changed' } };
      const proofs = await deliver(other, [{ version, digest: await digestOf(version) }]);
      expect(proofs).toMatchObject([{ is: 'refused', reason: 'conflict' }]);
      expect(await phone.read(keyOf(version))).toMatchObject({ digest: first.digest });
    });

    test('what was only tried and removed again takes nothing from the others', async () => {
      const probe = await made({ words: 'probe' });
      await deliver(phone, [probe]);
      const { cursor } = await listAll(other);
      await phone.remove(keyOf(probe.version));
      const after = await made({ words: 'after the probe' });
      await deliver(phone, [after]);
      const { found } = await listAll(other, cursor);
      expect(found.get(keyOf(after.version))).toEqual(after);
    });
  });
}
