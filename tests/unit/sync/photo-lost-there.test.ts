/** Photos that an endpoint had and lost: it is asked for them, and what was once proven does not count for ever. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectEndpoint } from '../../../src/sync/client/connect-endpoint.ts';
import { createMemory, round, type Memory } from '../../../src/sync/client/round.ts';
import type { Profile } from '../../../src/sync/protocol/profile.ts';
import { plainProfile, settingsFor } from '../../support/plain-profile.ts';
import { plainServer } from '../../support/plain-server.ts';
import { empty, json, scriptedFetch, type AskedFor } from '../../support/scripted-fetch.ts';
import { openSyncPhone, type SyncPhone } from '../../support/sync-phone.ts';

const path = '/files/{sha256}';
const profile: Profile = {
  ...plainProfile,
  attachments: {
    by: 'put',
    has: { method: 'HEAD', path },
    get: { method: 'GET', path },
    put: { method: 'PUT', path },
    verify: 'read',
  },
};

let phone: SyncPhone;
let memory: Memory;
let go: () => Promise<unknown>;
let refused: string | null;
const server = plainServer();
const files = new Map<string, string>();
const script = scriptedFetch((asked) =>
  asked.path.startsWith('/files/') ? file(asked) : server.answer(asked),
);

function file({ method, path, body }: AskedFor): Response {
  if (method === 'PUT') {
    if (path === refused) return json({ message: 'it fell over' }, 500);
    files.set(path, body);
  }
  const there = files.get(path);
  if (there === undefined) return empty(404);
  return method === 'GET' ? new Response(there) : empty(200, { 'content-length': `${there.length}` });
}

const asked = () => script.asked.filter(({ path }) => path.startsWith('/files/')).map(({ method }) => method);

beforeEach(async () => {
  phone = await openSyncPhone();
  server.kept.clear();
  files.clear();
  script.asked.length = 0;
  refused = null;
  const now = () => phone.environment.now();
  const endpoint = connectEndpoint(settingsFor(profile), { fetch: script.fetch, now });
  memory = createMemory(endpoint);
  go = () =>
    round({
      store: phone.sync,
      connection: phone.hub,
      endpoint,
      memory,
      now,
      cut: new AbortController().signal,
      clock: () => {},
      settled: () => {},
      came: () => {},
    });
});
afterEach(() => phone.vault.close());

const rest = () => phone.outgoing(phone.hub);

test('restored from a copy without the words and the photo, it gets both again', async () => {
  const photo = await phone.photo('a face');
  await phone.make('with a photo', { photos: [photo] });
  expect([await go(), await go()]).toEqual([{ end: 'done' }, { end: 'done' }]);
  expect([...files.values()]).toEqual(['a face']);
  server.kept.clear();
  files.clear();
  memory.askedAt = null;
  expect(await go()).toEqual({ end: 'done' });
  expect([...files.values()]).toEqual(['a face']);
  expect(server.kept.size).toBe(1);
  expect(await rest()).toEqual([]);
});

test('it lost the photo alone: "Send everything again" brings it there, in the same opening of the app', async () => {
  await phone.make('with a photo', { photos: [await phone.photo('a face')] });
  await go();
  files.clear();
  await phone.sync.queueAgain(phone.hub);
  expect(await go()).toEqual({ end: 'done' });
  expect([...files.values()]).toEqual(['a face']);
});

test('records that share a photo ask for it once a round, and what was read back is not read twice', async () => {
  const photos = [await phone.photo('a face')];
  for (const what of ['one', 'two', 'three']) await phone.make(what, { photos });
  expect(await go()).toEqual({ end: 'done' });
  expect(asked()).toEqual(['HEAD', 'PUT', 'GET']);
  await phone.sync.queueAgain(phone.hub);
  script.asked.length = 0;
  await go();
  expect(asked()).toEqual(['HEAD', 'GET']);
});

test('a record that waits for one of its photos does not have the others read back each time', async () => {
  const [first, second] = [await phone.photo('a face'), await phone.photo('a garden')];
  await phone.make('with two', { photos: [first, second] });
  refused = `/files/${second.sha256}`;
  await go();
  expect(asked()).toEqual(['HEAD', 'PUT', 'GET', 'HEAD', 'PUT']);
  script.asked.length = 0;
  await go();
  expect(asked()).toEqual(['HEAD', 'PUT']);
  refused = null;
  expect(await go()).toEqual({ end: 'done' });
  expect([...files.values()].sort()).toEqual(['a face', 'a garden']);
  expect(await rest()).toEqual([]);
});
