/** Photos that are not to be had: private ones are not asked for, others not for ever, and never at the cost of the rest. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AttachmentRef } from '../../../../src/core/define-record.ts';
import type { Version } from '../../../../src/core/version.ts';
import { createMemory, round } from '../../../../src/sync/client/round.ts';
import { createMemoryEndpoint, sha256Of, type MemoryEndpoint } from '../../../support/memory-endpoint.ts';
import { openSyncPhone, type SyncPhone } from '../../../support/sync-phone.ts';
import { revOf, version } from '../../../support/versions.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let phone: SyncPhone;
beforeEach(async () => {
  phone = await openSyncPhone();
});
afterEach(() => phone.vault.close());

const bytesOf = (text: string) => new TextEncoder().encode(text);
const refOf = async (text: string): Promise<AttachmentRef> => ({
  sha256: await sha256Of(bytesOf(text)),
  type: 'image/jpeg',
  bytes: bytesOf(text).byteLength,
});
const holding = (at: number, photo: AttachmentRef, parts: Partial<Version> = {}): Version =>
  version(at, { id: phone.newId(), body: { what: `plan ${at}`, photos: [photo] }, ...parts });
const takeIn = (...versions: Version[]) =>
  phone.sync.takeIn(phone.hub, { versions, setAside: [], cursor: '{"cursor":"0","seen":[]}' });

/** The photos that the hub, or another one, is to be asked for now. */
async function asked(connection = phone.hub): Promise<string[]> {
  const wanted = await phone.sync.wanted(100, { connection, without: new Set() });
  return wanted.map(({ ref }) => ref.sha256);
}
const notThere = (ref: AttachmentRef, connection = phone.hub) =>
  phone.sync.notThere(connection, [ref.sha256]);

/** Goes round by round; `personAskedAt` is when they last tapped "Sync now". */
function roundsWith(endpoint: MemoryEndpoint) {
  const memory = createMemory(endpoint);
  return (personAskedAt: number | null = null) =>
    round({
      store: phone.sync,
      connection: phone.hub,
      endpoint,
      memory: Object.assign(memory, { personAskedAt }),
      now: () => phone.environment.now(),
      cut: new AbortController().signal,
      clock: () => {},
      settled: () => {},
      came: () => {},
    });
}

test('what only private records refer to is asked of nobody; what others share as well is', async () => {
  const [secret, both, takenBack] = [await refOf('secret'), await refOf('both'), await refOf('taken back')];
  const shared = holding(3, takenBack);
  await phone.vault.apply([
    holding(1, secret, { audience: 'me' }),
    holding(2, both, { audience: 'me' }),
    holding(4, both),
    shared,
    { ...shared, rev: revOf(5), base: revOf(3), audience: 'me' },
  ]);
  await phone.connect('mine');
  expect(await asked()).toEqual([both.sha256]);
});

test('what is shared now is asked for, whichever version of it has the photo', async () => {
  const [now, before] = [await refOf('now'), await refOf('before')];
  const first = holding(1, before);
  await phone.vault.apply([first, { ...holding(2, now), id: first.id, base: revOf(1) }]);
  await phone.connect('mine');
  expect(await asked()).toEqual([now.sha256, before.sha256]);
});

test('what is not there is left for as long as it has been wanted, a day at most; others are asked as before', async () => {
  const ref = await refOf('face');
  await takeIn(holding(1, ref));
  const own = await phone.connect('mine');
  phone.environment.time += 5 * MINUTE;
  await notThere(ref);
  expect([await asked(), await asked(own)]).toEqual([[], [ref.sha256]]);
  phone.environment.time += 4 * MINUTE;
  expect(await asked()).toEqual([]);
  phone.environment.time += 2 * MINUTE;
  expect(await asked()).toEqual([ref.sha256]);
  phone.environment.time += 10 * DAY;
  await notThere(ref);
  phone.environment.time += DAY - MINUTE;
  expect(await asked()).toEqual([]);
  phone.environment.time += MINUTE;
  expect(await asked()).toEqual([ref.sha256]);
  // Wanted it is all the time.
  expect(await phone.sync.wanted(9)).toMatchObject([{ ref }]);
});

test('something new that refers to it has it asked for at once, and so has sending everything again', async () => {
  const ref = await refOf('face');
  await takeIn(holding(1, ref));
  phone.environment.time += DAY;
  await notThere(ref);
  expect(await asked()).toEqual([]);
  await takeIn(holding(2, ref));
  expect(await asked()).toEqual([ref.sha256]);
  phone.environment.time += DAY;
  await notThere(ref);
  await phone.sync.queueAgain(phone.hub);
  expect(await asked()).toEqual([ref.sha256]);
});

test('what is here is wanted no more, whatever was noted of it', async () => {
  const ref = await refOf('face');
  await takeIn(holding(1, ref));
  await notThere(ref);
  await phone.sync.keepArrived(ref, bytesOf('face'));
  await notThere(ref);
  expect(await phone.sync.wanted(9)).toEqual([]);
  expect(await phone.vault.attachment(ref.sha256)).not.toBeNull();
});

test('an endpoint that bears only so many questions is asked for the oldest too, a few a round', async () => {
  const endpoint = createMemoryEndpoint();
  const refs = await Promise.all(Array.from({ length: 20 }, (_, at) => refOf(`photo ${at}`)));
  await takeIn(...refs.map((ref, at) => holding(at + 1, ref)));
  const [oldest] = refs;
  endpoint.attachmentsKept.set(oldest?.sha256 ?? '', bytesOf('photo 0'));
  phone.environment.time += 5 * MINUTE;
  let left = 0;
  endpoint.meddle = ({ ask }) => {
    if (ask !== 'get' || left-- > 0) return null;
    return { when: 'before', answer: { outcome: 'retry', status: 429, retryAfterMs: 1000 } };
  };
  const go = roundsWith(endpoint);
  const ends: string[] = [];
  for (let rounds = 0; rounds < 4; rounds += 1) {
    left = 6;
    ends.push((await go()).end);
    phone.environment.time += 2000;
  }
  expect(ends).toEqual(['later', 'later', 'later', 'done']);
  expect(await phone.vault.attachment(oldest?.sha256 ?? '')).not.toBeNull();
  const gets = endpoint.asked.flatMap((one) => (one.ask === 'get' ? [one.sha256] : []));
  // Each once, and once more where it was turned away.
  expect(gets).toHaveLength(20 + 3);
});

test('the person asks: what is not there is asked for once more, and then left as before', async () => {
  const endpoint = createMemoryEndpoint();
  const ref = await refOf('face');
  await takeIn(holding(1, ref));
  phone.environment.time += DAY;
  const go = roundsWith(endpoint);
  const gets = () => endpoint.asked.filter(({ ask }) => ask === 'get').length;
  await go();
  phone.environment.time += MINUTE;
  await go();
  expect(gets()).toBe(1);
  phone.environment.time += MINUTE;
  const tapped = phone.environment.time;
  phone.environment.time += 1;
  await go(tapped);
  await go(tapped);
  expect(gets()).toBe(2);
  endpoint.attachmentsKept.set(ref.sha256, bytesOf('face'));
  phone.environment.time += MINUTE;
  await go(phone.environment.time);
  expect(await phone.vault.attachment(ref.sha256)).not.toBeNull();
});

test('the clock was set back: what was noted in the time to come is asked for too where the person asks', async () => {
  const ref = await refOf('face');
  await takeIn(holding(1, ref));
  phone.environment.time += 5 * DAY;
  await notThere(ref);
  phone.environment.time -= 60 * MINUTE;
  expect(await asked()).toEqual([]);
  const since = phone.environment.time;
  const dueSince = () => phone.sync.wanted(9, { connection: phone.hub, without: new Set(), since });
  expect(await dueSince()).toHaveLength(1);
  await notThere(ref);
  // Once more set back, after they asked: not for ever in each round.
  phone.environment.time -= 60 * MINUTE;
  expect(await dueSince()).toEqual([]);
});

test('while pieces of it come, whoever sends it is at it: it counts as not there only when none came', async () => {
  const endpoint = createMemoryEndpoint();
  const ref = await refOf('face');
  await takeIn(holding(1, ref));
  phone.environment.time += DAY;
  let there = 'fa';
  if (endpoint.attachments) {
    endpoint.attachments.get = async () => ({ outcome: 'missing', status: 404, content: bytesOf(there) });
  }
  const go = roundsWith(endpoint);
  for (there of ['fa', 'fac']) {
    expect(await go()).toEqual({ end: 'done' });
    expect(await asked()).toEqual([ref.sha256]);
  }
  await go();
  expect(await asked()).toEqual([]);
});
