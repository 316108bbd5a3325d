/** Somebody put documents on an endpoint that are nested thousands deep: they are set aside, and stop nothing. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Version } from '../../../src/core/version.ts';
import { connectEndpoint } from '../../../src/sync/client/connect-endpoint.ts';
import { createMemory, round } from '../../../src/sync/client/round.ts';
import { tryEndpoint } from '../../../src/sync/client/try-endpoint.ts';
import { toDocument } from '../../../src/sync/protocol/lay-out.ts';
import { digestOf, keyOf } from '../../../src/sync/protocol/wire.ts';
import { plainProfile, settingsFor } from '../../support/plain-profile.ts';
import { plainServer } from '../../support/plain-server.ts';
import { scriptedFetch } from '../../support/scripted-fetch.ts';
import { openSyncPhone, type SyncPhone } from '../../support/sync-phone.ts';
import { until } from '../../support/vault.ts';
import { version } from '../../support/versions.ts';

let phone: SyncPhone;
/** What was there before, as text. */
let before: string[];
const server = plainServer();
const script = scriptedFetch((asked) => {
  if (asked.method !== 'GET' || (!asked.path.startsWith('/versions?') && asked.path !== '/versions'))
    return server.answer(asked);
  const items = [...before, ...[...server.kept.values()].map((one) => JSON.stringify(one))];
  const text = `{"items":[${items.join(',')}],"next":"${items.length}","more":false}`;
  return new Response(text, { headers: { 'content-type': 'application/json' } });
});

const nested = (deep: number) => `${'{"in":['.repeat(deep)}${']}'.repeat(deep)}`;

async function textOf(one: Version): Promise<string> {
  return JSON.stringify(toDocument(plainProfile.document, { version: one, digest: await digestOf(one) }));
}

beforeEach(async () => {
  phone = await openSyncPhone();
  server.kept.clear();
  before = [];
});
afterEach(() => phone.vault.close());

async function sync(): Promise<unknown> {
  const now = () => phone.environment.now();
  const endpoint = connectEndpoint(settingsFor(plainProfile), { fetch: script.fetch, now });
  const memory = createMemory(endpoint);
  // The second begins with what comes.
  const ends = [];
  for (let rounds = 0; rounds < 2; rounds += 1) {
    ends.push(
      await round({
        store: phone.sync,
        connection: phone.hub,
        endpoint,
        memory,
        now,
        cut: new AbortController().signal,
        clock: () => {},
        settled: () => {},
        came: () => {},
      }),
    );
  }
  return ends;
}

const aside = () => until(phone.sync.watchSetAside(), () => true);

test.each([
  ['no version at all', nested(30_000)],
  ['under a key of ours', `{"key":"${keyOf(version(7))}","version":${nested(30_000)}}`],
])('%s: what stands beside it comes, and what waits here goes', async (_what, deep) => {
  const theirs = { ...version(1), id: phone.newId() };
  before = [deep, await textOf(theirs)];
  await phone.sync.takeIn(phone.hub, { versions: [], setAside: [], cursor: '{"cursor":"0","seen":[]}' });
  const mine = await phone.make('mine');
  expect(await sync()).toEqual([{ end: 'done' }, { end: 'done' }]);
  expect(await phone.vault.get(theirs.id)).toMatchObject({ status: 'ok' });
  expect(await phone.outgoing(phone.hub)).toEqual([]);
  expect(server.kept.has(`/versions/${keyOf(mine)}`)).toBe(true);
  expect(await aside()).toMatchObject([{ raw: expect.stringContaining('RangeError') }]);
});

test('a version is read no deeper than the hub takes it; what is deeper is aside, to be looked at as a text', async () => {
  // The version and its body are the first two.
  const body = (deep: number): unknown => JSON.parse(`${'['.repeat(deep)}1${']'.repeat(deep)}`);
  const fits = { ...version(1), id: phone.newId(), kind: 'hologram', body: body(63) };
  const deeper = { ...version(2), id: phone.newId(), kind: 'hologram', body: body(64) };
  before = [await textOf(fits), await textOf(deeper)];
  expect(await sync()).toEqual([{ end: 'done' }, { end: 'done' }]);
  expect(await phone.vault.get(fits.id)).toMatchObject({ status: 'newer' });
  expect(await phone.vault.get(deeper.id)).toBeNull();
  expect(await aside()).toMatchObject([
    { key: keyOf(deeper), why: 'nested too deep', raw: expect.stringContaining('[[[[1]]]]') },
  ]);
});

test('"Try this endpoint" goes past it', async () => {
  before = [nested(30_000)];
  const tools = {
    fetch: script.fetch,
    now: () => phone.environment.now(),
    randomBytes: phone.environment.randomBytes.bind(phone.environment),
  };
  const person = { id: phone.owner.personId, role: 'participant' as const };
  const tried = await tryEndpoint(settingsFor(plainProfile), tools, person, () => {});
  expect(tried.findings).toContainEqual({ step: 'list', result: 'ok' });
});
