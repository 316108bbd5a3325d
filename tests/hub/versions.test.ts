/** Versions into the hub and out again, on each of its databases. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Version } from '../../src/core/version.ts';
import { digestOf, keyOf } from '../../src/sync/protocol/wire.ts';
import type { HubServer } from '../support/hub.ts';
import { hubEngines, type HubEngine } from '../support/hub-engines.ts';
import { about, after, phone, wire, type HubPhone } from '../support/hub-phone.ts';

describe.each(hubEngines)('on $engine', ({ open }) => {
  let engine: HubEngine;
  let hub: HubServer;
  let ada: HubPhone;
  beforeAll(async () => {
    engine = await open();
    hub = await engine.start();
    ada = await phone(hub);
  });
  afterAll(async () => {
    await hub.close();
    await engine.close();
  });

  test('what comes in goes out again, the same, with the digest that proves it', async () => {
    const first = about(ada.id);
    const second = after(first, { body: { said: 'more' } });
    const results = await ada.push(first, second);
    expect(results).toEqual([
      { key: keyOf(first), outcome: 'ok', digest: await digestOf(first) },
      { key: keyOf(second), outcome: 'ok', digest: await digestOf(second) },
    ]);
    const { versions } = await ada.pull();
    expect(versions).toContainEqual(first);
    expect(versions).toContainEqual(second);
    const read = await ada.ask('GET', `/v1/versions/${keyOf(second)}`);
    expect(await read.json()).toEqual(await wire(second));
  });

  test('a duplicate changes nothing and is said to be there', async () => {
    const version = about(ada.id);
    expect(await ada.outcomes(version)).toEqual(['ok']);
    expect(await ada.outcomes(version, about(ada.id), version)).toEqual(['exists', 'ok', 'exists']);
    const { versions } = await ada.pull();
    expect(versions.filter(({ id }) => id === version.id)).toEqual([version]);
  });

  test('something else under the same key is reported, never written over', async () => {
    const version = about(ada.id);
    const other = { ...version, body: { said: 'something else' } };
    await ada.push(version);
    const [result] = await ada.push(other);
    expect(result).toMatchObject({ outcome: 'conflict', digest: await digestOf(version) });
    const fresh = about(ada.id);
    const rival = { ...fresh, body: { said: 'rival' } };
    expect(await ada.outcomes(fresh, rival)).toEqual(['ok', 'conflict']);
    const { versions } = await ada.pull();
    expect(versions.filter(({ id }) => id === version.id)).toEqual([version]);
    expect(versions.filter(({ id }) => id === fresh.id)).toEqual([fresh]);
  });

  test('a number that nothing can hold is refused, and its neighbours are stored', async () => {
    const [one, two] = [about(ada.id), about(ada.id)];
    const endless = JSON.stringify(await wire(about(ada.id, { body: { size: 404 } }))).replace(
      '404',
      '1e400',
    );
    const items = [JSON.stringify(await wire(one)), endless, JSON.stringify(await wire(two))];
    const answer = await ada.ask('POST', '/v1/versions', `{"versions":[${items.join(',')}]}`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      results: [{ outcome: 'ok' }, { outcome: 'reject', reason: 'malformed' }, { outcome: 'ok' }],
    });
    expect(await ada.sees(one, two)).toEqual([true, true]);
  });

  test('one bad version stops none of its neighbours', async () => {
    const [one, two] = [about(ada.id), about(ada.id)];
    const changed = about(ada.id);
    const items: unknown[] = [
      await wire(one),
      { version: { ...changed, body: 'changed on the way' }, digest: await digestOf(changed) },
      null,
      { version: { ...about(ada.id), rev: 'nonsense' }, digest: '0'.repeat(64) },
      await wire(about(ada.id, { audience: 'me' })),
      await wire(two),
    ];
    const answer = await ada.ask('POST', '/v1/versions', JSON.stringify({ versions: items }));
    const { results } = (await answer.json()) as {
      results: { outcome: string; reason?: string; why?: string }[];
    };
    expect(results.map(({ outcome, reason }) => reason ?? outcome)).toEqual([
      'ok',
      'digest',
      'malformed',
      'malformed',
      'private',
      'ok',
    ]);
    expect(results.every(({ outcome, why }) => outcome === 'ok' || /^[A-Z].*\.$/.test(why ?? ''))).toBe(true);
    expect(await ada.sees(one, two, changed)).toEqual([true, true, false]);
  });

  test('what other databases change comes back exactly', async () => {
    const awkward = JSON.parse(`{
      "nul": "a\\u0000b", "lone": "\\ud800 and \\udc00", "__proto__": {"polluted": true}, "constructor": 1,
      "numbers": [9007199254740992, 1e21, 1e-7, -0.0, 0.1, 123456789012345680000], "text": "9007199254740993",
      "empty": {"": []}, "quote": "\\"\\\\ '' $1 %s", "signs": "é\u0301 👩‍🌾 \\u2028 \\u202e",
      "ordered": {"b": 1, "a": 2, "10": 3, "9": 4}
    }`) as unknown;
    const version = about(ada.id, { body: { awkward, long: 'ü'.repeat(150_000) } });
    expect(await ada.outcomes(version)).toEqual(['ok']);
    const read = await ada.ask('GET', `/v1/versions/${keyOf(version)}`);
    const back = (await read.json()) as { version: Version; digest: string };
    expect(await digestOf(back.version)).toBe(await digestOf(version));
    expect(JSON.stringify(back.version.body)).toContain('\\u0000');
    expect(Object.keys((back.version.body as { awkward: object }).awkward)).toContain('__proto__');
    const { versions } = await ada.pull();
    const listed = versions.find(({ id }) => id === version.id);
    expect(listed && (await digestOf(listed))).toBe(await digestOf(version));
  });

  test('members, kinds and schemas that this hub does not know are kept whole', async () => {
    const newer = { ...about(ada.id, { kind: 'star-map', schema: 99 }), mood: { added: 'later' } };
    expect(await ada.outcomes(newer)).toEqual(['ok']);
    const { versions } = await ada.pull();
    expect(versions).toContainEqual(newer);
  });

  test('pages follow one another without doubles or gaps, whatever their length', async () => {
    const grace = await phone(hub);
    const versions = Array.from({ length: 25 }, () => about(grace.id));
    for (let at = 0; at < versions.length; at += 5) await grace.push(...versions.slice(at, at + 5));
    for (const limit of [1, 4, 5, 24, 25, 26]) {
      const { versions: pulled } = await grace.pull(null, limit);
      expect(pulled.map(keyOf)).toEqual(versions.map(keyOf));
    }
    const { next } = await grace.pull();
    const empty = await grace.page(next);
    expect(empty).toEqual({ items: [], next, more: false });
    const late = about(grace.id);
    await grace.push(late);
    expect((await grace.page(next)).items.map(({ version }) => version)).toEqual([late]);
  });

  test('a page holds no more than a phone can carry', async () => {
    const heavy = await phone(hub);
    const versions = Array.from({ length: 12 }, () =>
      about(heavy.id, { body: { said: 'w'.repeat(400_000) } }),
    );
    for (let at = 0; at < versions.length; at += 4) await heavy.push(...versions.slice(at, at + 4));
    const first = await heavy.page(null, 500);
    expect(first.items.length).toBeLessThan(12);
    expect(first.more).toBe(true);
    expect((await heavy.pull(null, 500)).versions.map(keyOf)).toEqual(versions.map(keyOf));
  });

  test.each(['nonsense', 'start', '', 'MS45OTk5LjEuYWJjZGVmMDA', '../../etc'])(
    'a cursor of no use (%s) begins anew',
    async (cursor) => {
      const all = await ada.pull();
      expect((await ada.pull(cursor)).versions).toEqual(all.versions);
    },
  );

  test('a database that was put back to an earlier state is noticed, and the pull begins anew', async () => {
    const kim = await phone(hub);
    const [first, second, third] = [about(kim.id), about(kim.id), about(kim.id)];
    for (const version of [first, second, third]) await kim.push(version);
    const { next } = await kim.pull();
    // The last version is gone as if it had never come; another comes in its stead.
    await hub.database.transaction('upkeep', (transaction) =>
      transaction.change('delete from plotline.versions where record_id = $1', [third.id]),
    );
    const other = about(kim.id);
    await kim.push(other);
    const again = await kim.pull(next);
    expect(again.versions.map(keyOf)).toEqual([first, second, other].map(keyOf));
  });

  test('bodies may be packed, and answers are where they are worth it', async () => {
    const versions = await Promise.all(Array.from({ length: 20 }, () => wire(about(ada.id))));
    const body = gzipSync(JSON.stringify({ versions }));
    const answer = await ada.ask('POST', '/v1/versions', new Uint8Array(body), {
      'Content-Encoding': 'gzip',
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Encoding')).toBe('gzip');
    const { results } = (await answer.json()) as { results: { outcome: string }[] };
    expect(results.every(({ outcome }) => outcome === 'ok')).toBe(true);
  });
});
