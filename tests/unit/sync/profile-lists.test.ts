/** Pulling leaves nothing out, in each way that a profile can name: by cursor, by the server's time, by position. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { connectEndpoint } from '../../../src/sync/client/connect-endpoint.ts';
import { makeProbe } from '../../../src/sync/protocol/probe.ts';
import type { Pull } from '../../../src/sync/protocol/profile-parts.ts';
import type { Profile } from '../../../src/sync/protocol/profile.ts';
import { keyOf, type WireVersion } from '../../../src/sync/protocol/wire.ts';
import { connected, pass, stored, wireOf } from '../../support/listing.ts';
import { plainProfile, settingsFor } from '../../support/plain-profile.ts';
import { empty, json, webPage, type AskedFor } from '../../support/scripted-fetch.ts';
import { personId, version } from '../../support/versions.ts';

function parameters({ path }: AskedFor): URLSearchParams {
  return new URL(path, 'https://plain.example').searchParams;
}

describe('by cursor', () => {
  test('goes on where the server says, from its own start', async () => {
    const [a, b] = [await wireOf(1), await wireOf(2)];
    const { endpoint, asked } = connected(plainProfile, ({ path }) =>
      path.includes('after')
        ? json({ items: [stored(b)], next: 'c/2', more: false })
        : json({ items: [stored(a)], next: 'c&1', more: true }),
    );
    const { keys, cursor } = await pass(endpoint, null);
    expect(keys).toEqual([keyOf(a.version), keyOf(b.version)]);
    expect(cursor).toBe('c/2');
    expect(asked.map(({ path }) => path)).toEqual(['/versions', '/versions?after=c%261']);
  });

  test('a cursor that is a number or a list is handed back as it came', async () => {
    for (const next of [7, [1, 'x']]) {
      const { endpoint, asked } = connected(plainProfile, () => json({ items: [], next, more: false }));
      const { cursor } = await pass(endpoint, null);
      await pass(endpoint, cursor);
      expect(
        parameters(asked[1] ?? { method: '', path: '', headers: new Headers(), body: '', bytes: 0 }).get(
          'after',
        ),
      ).toBe(JSON.stringify(next));
    }
  });

  test('a server that always says "more" from the same place does not hold us there', async () => {
    const { endpoint } = connected(plainProfile, () => json({ items: [], next: 'same', more: true }));
    expect(await pass(endpoint, 'same')).toEqual({ keys: [], cursor: 'same' });
  });

  test('what is no version is set apart, shown as it came, and stops nothing', async () => {
    const [a, b] = [await wireOf(1), await wireOf(2)];
    const odd = { ...stored(b), digest: 'f'.repeat(64) };
    const items = [stored(a), odd, { hello: 'world' }, null, stored(await wireOf(3))];
    const { endpoint } = connected(plainProfile, () => json({ items, next: 'x', more: false }));
    const page = await endpoint.list(null);
    if (page.status === 'failed') throw new Error('failed');
    expect(page.items.map(({ status }) => status)).toEqual([
      'version',
      'invalid',
      'invalid',
      'invalid',
      'version',
    ]);
    expect(page.items[1]).toMatchObject({
      key: keyOf(b.version),
      raw: odd,
      why: expect.stringMatching(/digest/) as string,
    });
    expect(new Set(page.items.map(({ key }) => key)).size).toBe(5);
  });

  test('what is not ours is passed over where the profile says so, and probes always', async () => {
    const a = await wireOf(1);
    const probe = await makeProbe(
      { id: version(1).id, person: { id: personId, role: 'worker' }, now: 0 },
      1,
      {},
    );
    const items = [{ id: '_design/x' }, { id: 'gone', deleted: true }, stored(probe), stored(a)];
    const profile: Profile = {
      ...plainProfile,
      pull: {
        ...plainProfile.pull,
        skip: [
          { at: '/deleted', is: true },
          { at: '/id', begins: '_' },
        ],
      } as Pull,
    };
    const answer = () => json({ items, next: 'x', more: false });
    expect((await pass(connected(profile, answer).endpoint, null)).keys).toEqual([keyOf(a.version)]);
    const tools = { fetch: connected(profile, answer).fetch, now: () => 0, withProbes: true };
    const trying = connectEndpoint(settingsFor(profile), tools);
    expect((await pass(trying, null)).keys).toEqual([keyOf(probe.version), keyOf(a.version)]);
  });

  test.each([
    ['a web page', () => webPage(), 'retry'],
    ['another answer', () => json({ ok: true }), 'retry'],
    ['no list', () => json({ items: 'none' }), 'retry'],
    ['nothing', () => empty(204), 'retry'],
    ['401', () => json({}, 401), 'auth'],
    ['410 for a cursor that is too old', () => json({}, 410), 'missing'],
    ['no answer', () => 'lost' as const, 'retry'],
  ])('%s is no empty page', async (_, answer, outcome) => {
    expect(await connected(plainProfile, answer).endpoint.list('c')).toMatchObject({
      status: 'failed',
      answer: { outcome },
    });
  });
});

describe("by the server's time", () => {
  const overlapSeconds = 60;
  const pull: Pull = {
    by: 'time',
    method: 'GET',
    path: '/v?since={since}&offset={offset}&page={page}&limit={limit}',
    items: '',
    document: '',
    time: '/at',
    format: 'iso',
    overlapSeconds,
    limit: 3,
  };

  interface Row {
    wire: WireVersion;
    /** When the server dated it, and when it could first be seen. Milliseconds. */
    at: number;
    visible: number;
  }

  function server(rows: readonly Row[], clock: { now: number }, most: number, by: 'offset' | 'page') {
    return (asked: AskedFor) => {
      const said = parameters(asked);
      const limit = Math.min(Number(said.get('limit')), most);
      const from = by === 'offset' ? Number(said.get('offset')) : (Number(said.get('page')) - 1) * limit;
      const seen = rows
        .filter(({ at, visible }) => visible <= clock.now && at >= Date.parse(said.get('since') ?? ''))
        .toSorted((a, b) => a.at - b.at);
      const page = seen.slice(from, from + limit);
      return json(
        page.map(({ wire, at }) => ({ ...stored(wire), at: new Date(at).toISOString() })),
        200,
        {
          date: new Date(clock.now).toUTCString(),
        },
      );
    };
  }

  test('what becomes visible late, and what shares a moment, is never left out', async () => {
    const wires = await Promise.all(Array.from({ length: 12 }, (_, at) => wireOf(at + 1)));
    const rows = fc.array(
      fc.record({ second: fc.nat(300), late: fc.nat(overlapSeconds - 1), same: fc.boolean() }),
      { minLength: 1, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.array(fc.nat(90), { maxLength: 8 }),
        fc.constantFrom(2, 3),
        fc.constantFrom('offset' as const, 'page' as const),
        async (made, waits, most, by) => {
          const all = made.map(({ second, late, same }, n): Row => {
            const at = (same ? 100 : second) * 1000 + 1_000_000_000_000;
            const wire = wires[n];
            if (!wire) throw new Error('too many');
            return { wire, at, visible: at + late * 1000 };
          });
          const clock = { now: 1_000_000_000_000 };
          const { endpoint } = connected({ ...plainProfile, pull }, server(all, clock, most, by));
          const had = new Set<string>();
          let cursor: string | null = null;
          for (const wait of [...waits, 1000]) {
            clock.now += wait * 1000;
            const listed: { keys: string[]; cursor: string } = await pass(endpoint, cursor);
            for (const key of listed.keys) had.add(key);
            cursor = listed.cursor;
          }
          expect(had.size).toBe(all.length);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('once all is settled, only the newest is asked for again', async () => {
    const wires = await Promise.all([1, 2, 3, 4, 5].map(wireOf));
    const start = 1_000_000_000_000;
    const rows = wires.map((wire, n) => ({ wire, at: start + n * 1000, visible: 0 }));
    const clock = { now: start + 10_000 };
    const { endpoint } = connected({ ...plainProfile, pull }, server(rows, clock, 3, 'offset'));
    const first = await pass(endpoint, null);
    expect(first.keys).toHaveLength(5);
    clock.now += 3 * overlapSeconds * 1000;
    const second = await pass(endpoint, first.cursor);
    const third = await pass(endpoint, second.cursor);
    expect(third.keys).toHaveLength(1);
  });

  test('a cursor that nobody can read begins anew', async () => {
    const { endpoint, asked } = connected({ ...plainProfile, pull }, () => json([]));
    await endpoint.list('{"since":"yesterday"}');
    await endpoint.list('nonsense');
    expect(asked.map((one) => parameters(one).get('since'))).toEqual([
      '1970-01-01T00:00:00.000Z',
      '1970-01-01T00:00:00.000Z',
    ]);
  });
});

describe('by position', () => {
  const pull: Pull = {
    by: 'position',
    method: 'GET',
    path: '/v?from={offset}&limit={limit}',
    items: '',
    document: '',
    limit: 3,
  };

  test('what is added is found, also when something before it was taken out meanwhile', async () => {
    const wires = await Promise.all(Array.from({ length: 20 }, (_, at) => wireOf(at + 1)));
    const step = fc.record({ add: fc.nat(4), remove: fc.option(fc.nat(19), { nil: null }) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), fc.constantFrom(2, 3), async (steps, most) => {
        let list: WireVersion[] = [];
        let next = 0;
        const { endpoint } = connected({ ...plainProfile, pull }, (asked) => {
          const from = Number(parameters(asked).get('from'));
          return json(list.slice(from, from + most).map(stored));
        });
        const had = new Set<string>();
        let cursor: string | null = null;
        for (const { add, remove } of steps) {
          if (remove !== null) list = list.filter((_, at) => at !== remove);
          list.push(...wires.slice(next, next + add));
          next += add;
          const listed: { keys: string[]; cursor: string } = await pass(endpoint, cursor);
          for (const key of listed.keys) had.add(key);
          cursor = listed.cursor;
          for (const { version } of list) expect(had).toContain(keyOf(version));
        }
      }),
      { numRuns: 200 },
    );
  });

  test('where nothing was added, one entry is asked for', async () => {
    const list = (await Promise.all([1, 2, 3, 4].map(wireOf))).map(stored);
    const { endpoint, asked } = connected({ ...plainProfile, pull }, (one) => {
      const from = Number(parameters(one).get('from'));
      return json(list.slice(from, from + 3));
    });
    const { cursor } = await pass(endpoint, null);
    asked.length = 0;
    expect(await pass(endpoint, cursor)).toMatchObject({ keys: [] });
    expect(asked.map((one) => parameters(one).get('from'))).toEqual(['3']);
  });
});
