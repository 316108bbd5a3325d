/** What an older app could not read and set aside becomes a record once the app can read it. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Version } from '../../../src/core/version.ts';
import { connectEndpoint } from '../../../src/sync/client/connect-endpoint.ts';
import { createMemory } from '../../../src/sync/client/round.ts';
import { toDocument, type Document } from '../../../src/sync/protocol/lay-out.ts';
import { digestOf, keyOf } from '../../../src/sync/protocol/wire.ts';
import { plainProfile, settingsFor } from '../../support/plain-profile.ts';
import { plainServer } from '../../support/plain-server.ts';
import { scriptedFetch } from '../../support/scripted-fetch.ts';
import { oneRound } from '../../support/one-round.ts';
import { openSyncPhone, type SyncPhone } from '../../support/sync-phone.ts';
import { until } from '../../support/vault.ts';
import { version } from '../../support/versions.ts';

let phone: SyncPhone;
let theirs: Version;
let document: Document;
const server = plainServer();
const script = scriptedFetch((asked) => server.answer(asked));
const reads = () => script.asked.filter(({ path }) => path.startsWith('/versions/'));

beforeEach(async () => {
  phone = await openSyncPhone();
  theirs = { ...version(1), id: phone.newId() };
  document = toDocument(plainProfile.document, { version: theirs, digest: await digestOf(theirs) });
  server.kept.clear();
  script.asked.length = 0;
});
afterEach(() => phone.vault.close());

/** The older app went past it. */
async function setAside(key: string, raw: unknown): Promise<void> {
  server.kept.set(`/versions/${keyOf(theirs)}`, document);
  const one = { key, why: 'no valid author.role', raw, at: '2026-05-01T09:00:00.000Z' };
  await phone.sync.takeIn(phone.hub, {
    versions: [],
    setAside: [one],
    cursor: JSON.stringify({ cursor: '1', seen: [] }),
  });
}

/** The app is opened and goes at it twice. */
async function start(): Promise<void> {
  const endpoint = connectEndpoint(settingsFor(plainProfile), {
    fetch: script.fetch,
    now: () => phone.environment.now(),
  });
  const memory = createMemory(endpoint);
  for (let rounds = 0; rounds < 2; rounds += 1) {
    const ended = await oneRound(phone, endpoint, memory);
    expect(ended).toEqual({ end: 'done' });
  }
}

const aside = () => until(phone.sync.watchSetAside(), () => true);

test('after the update it is there, nothing is aside any more, and nothing was asked for it', async () => {
  await setAside(keyOf(theirs), document);
  expect(await phone.vault.get(theirs.id)).toBeNull();
  await start();
  expect(await phone.vault.get(theirs.id)).toMatchObject({ status: 'ok', version: { body: theirs.body } });
  expect(await aside()).toEqual([]);
  expect(reads()).toEqual([]);
});

test('also where it was put aside under a name of its own', async () => {
  await setAside('unknown-0123456789abcdef', document);
  await start();
  expect(await phone.vault.get(theirs.id)).toMatchObject({ status: 'ok' });
  expect(await aside()).toEqual([]);
});

test('what was too long to be kept whole is read from there once more', async () => {
  theirs = { ...theirs, body: { what: 'x'.repeat(70_000) } };
  document = toDocument(plainProfile.document, { version: theirs, digest: await digestOf(theirs) });
  await setAside(keyOf(theirs), document);
  expect(typeof (await aside())[0]?.raw).toBe('string');
  await start();
  expect(reads()).toHaveLength(1);
  expect(await phone.vault.get(theirs.id)).toMatchObject({ status: 'ok', version: { body: theirs.body } });
  expect(await aside()).toEqual([]);
});

test('what is no version still stays as it is', async () => {
  await setAside('odd', { hello: 'there' });
  await start();
  expect(await aside()).toMatchObject([{ key: 'odd', raw: { hello: 'there' } }]);
});

test('what has other contents here under its key stays aside, and does not replace what is here', async () => {
  const mine = await phone.make('mine');
  theirs = { ...mine, body: { what: 'theirs' } };
  document = toDocument(plainProfile.document, { version: theirs, digest: await digestOf(theirs) });
  await setAside(keyOf(theirs), document);
  await start();
  expect(await aside()).toMatchObject([{ key: keyOf(theirs) }]);
  expect(await phone.vault.get(mine.id)).toMatchObject({ version: { body: { what: 'mine' } } });
});

test('listed as a version after all, it is aside no longer; what another place gave does not count', async () => {
  await setAside(keyOf(theirs), { half: 'of it' });
  const copy = await phone.connect('mine');
  const page = { versions: [theirs], setAside: [], cursor: 'two' };
  await phone.sync.takeIn(copy, page);
  expect(await aside()).toHaveLength(1);
  await phone.sync.takeIn(phone.hub, page);
  expect(await aside()).toEqual([]);
});
