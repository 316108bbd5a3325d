/** Bodies that break software elsewhere, from one phone through the real hub to another: exact, or set aside with the reason. */
import 'fake-indexeddb/auto';
import { canonicalJson } from '../../src/core/canonical-json.ts';
import type { Version } from '../../src/core/version.ts';
import { connectEndpoint } from '../../src/sync/client/connect-endpoint.ts';
import { createMemory, round } from '../../src/sync/client/round.ts';
import { keyOf } from '../../src/sync/protocol/wire.ts';
import { until } from '../support/vault.ts';
import { chance } from './bad-network.ts';
import { openDevice, openField, type Device } from './fleet.ts';

export interface OddResult {
  exact: number;
  /** Refused by the hub, with its reason. */
  refused: number;
  reasons: string[];
  /** Neither there nor refused, or other than they were. */
  lost: number;
}

const texts = [
  'NUL \u0000 in the middle',
  'half a pair \ud83d',
  'the other half \ude00',
  '\u2028\u2029\ufeff',
  '\\u0000 written out',
  '"; drop table versions; --',
  '<script>alert(1)</script>',
  '\u202eright to left',
  'e\u0301 and \u00e9',
  '9007199254740993',
  '',
];
const names = ['__proto__', 'constructor', 'toString', '', '\u0000', '\ud800', '$where', 'a.b', '1', 'é'];
const numbers = [2 ** 53, 2 ** 53 + 2, -(2 ** 53), 1e21, 5e-324, 1.7976931348623157e308, 0.1 + 0.2, 0];

function oddBody(random: () => number, depth = 0): unknown {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const sort = random();
  if (sort < 0.4) return pick(texts);
  if (sort < 0.55) return pick(numbers);
  if (sort < 0.6) return pick([true, false, null]);
  if (depth > 3) return null;
  const size = Math.floor(random() * 4);
  if (sort < 0.75) return Array.from({ length: size }, () => oddBody(random, depth + 1));
  // As JSON makes it: a member called __proto__ is a member like any other.
  const members = Array.from({ length: size }, () => [pick(names), oddBody(random, depth + 1)]);
  return JSON.parse(
    `{${members.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`,
  );
}

export async function oddPayloads(count: number): Promise<OddResult> {
  const field = await openField(0);
  // The second is a worker at the same site, who hears of the first.
  const [from, to] = [await openDevice(field, 1, 'Garden'), await openDevice(field, 20, 'Garden')];
  const random = chance(count);
  const { newId, owner } = from.phone;
  const written = Array.from({ length: count }, (_, at): Version => {
    const moment = '2026-05-01T09:00:00.000Z';
    return {
      id: newId(),
      rev: `${(at + 1).toString(16).padStart(12, '0')}-0000-testnode`,
      base: null,
      kind: 'from-a-newer-app',
      schema: 1,
      subject: owner.personId,
      author: { id: owner.personId, role: 'participant' },
      occurredAt: moment,
      recordedAt: moment,
      audience: 'team',
      body: at % 500 === 7 ? { long: 'ä'.repeat(100_000) } : oddBody(random),
    };
  });
  for (let at = 0; at < count; at += 1000) {
    const applied = await from.phone.vault.apply(written.slice(at, at + 1000));
    if (applied.status !== 'applied') throw new Error(applied.status);
  }
  await from.store.queueAgain('hub');
  for (const device of [from, to]) await one(device);

  const refused = await until(from.store.watchNotReceived(), () => true);
  const refusedKeys = new Set(refused.filter((row) => row.refused?.why).map(keyOf));
  const result: OddResult = {
    exact: 0,
    refused: refusedKeys.size,
    reasons: [...new Set(refused.flatMap((row) => row.refused?.why ?? []))],
    lost: 0,
  };
  const here = new Map<string, string>();
  for await (const found of to.phone.vault.everything()) {
    if (found.status !== 'damaged') here.set(keyOf(found.version), canonicalJson(found.version));
  }
  for (const version of written) {
    const key = keyOf(version);
    if (here.get(key) === canonicalJson(version)) result.exact += 1;
    else if (!refusedKeys.has(key)) result.lost += 1;
  }
  for (const device of [from, to]) device.phone.vault.close();
  await field.close();
  return result;
}

async function one({ phone, store, settings, fetch }: Device): Promise<void> {
  const endpoint = connectEndpoint(settings, { fetch, now: () => phone.environment.now() });
  const ended = await round({
    store,
    connection: 'hub',
    endpoint,
    memory: createMemory(endpoint),
    now: () => phone.environment.now(),
    cut: new AbortController().signal,
    clock: () => {},
    settled: () => {},
    came: () => {},
  });
  if (ended.end !== 'done') throw new Error(JSON.stringify(ended));
}
