import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Version } from '../../../../src/core/version.ts';
import { openSyncPhone, received, type SyncPhone } from '../../../support/sync-phone.ts';
import { version } from '../../../support/versions.ts';

/** A later rev than any that the phone has made. */
const later = (at: number) => `ffffffffff${at.toString().padStart(2, '0')}-0000-othernode`;

/** What another phone of the owner made of a version that it got. */
function elsewhere(at: number, from: Version, parts: Partial<Version> = {}): Version {
  return { ...from, rev: later(at), base: from.rev, ...parts };
}

const ended = (at: number, from: Version) => elsewhere(at, from, { audience: 'me', body: null });

async function hears({ sync, hub }: SyncPhone, versions: Version[]): Promise<void> {
  const page = { versions, setAside: [], cursor: JSON.stringify(versions) };
  expect(await sync.takeIn(hub, page)).toMatchObject({ status: 'applied', clashes: [] });
}

/** The words that leave for an endpoint, and null for an end of share. */
async function leaving({ outgoing }: SyncPhone, connection: string): Promise<unknown[]> {
  return (await outgoing(connection)).map(
    ({ version: { body } }) => (body as { what: string } | null)?.what ?? null,
  );
}

test('words that wait here for another server do not leave any more once they were taken back on another phone', async () => {
  const phone = await openSyncPhone();
  const own = await phone.connect('mine');
  const shared = version(1, { subject: phone.owner.personId, body: { what: 'said too much' } });
  await hears(phone, [shared]);
  expect(await leaving(phone, own)).toEqual(['said too much']);
  await hears(phone, [ended(1, shared)]);
  expect(await leaving(phone, own)).toEqual([null]);
  expect(await leaving(phone, phone.hub)).toEqual([]);
});

test('nor does an edit of this phone that was still to be sent; it stays here', async () => {
  const phone = await openSyncPhone();
  const { hub, sync, vault, make, change } = phone;
  const shared = await make('shared');
  await sync.settle(hub, received([shared]));
  const edit = await change(shared, { what: 'more of it' });
  expect(await leaving(phone, hub)).toEqual(['more of it']);
  await hears(phone, [ended(1, shared)]);
  expect(await leaving(phone, hub)).toEqual([]);
  expect((await sync.markSending(hub, [edit])).gone).toEqual([{ id: edit.id, rev: edit.rev }]);
  expect(await vault.history(edit.id)).toContainEqual(
    expect.objectContaining({ status: 'ok', version: edit, delivery: 'here' }),
  );
});

test.each([
  ['first the words', (all: Version[]) => all.map((one) => [one])],
  ['first the end', (all: Version[]) => [...all].reverse().map((one) => [one])],
  ['all on one page', (all: Version[]) => [all]],
  [
    'the words once more with the end',
    ([first, ...rest]: Version[]) => (first ? [[first], [first, ...rest]] : []),
  ],
])('however they come, another server gets only the end: %s', async (_, pages) => {
  const phone = await openSyncPhone();
  const own = await phone.connect('mine');
  const shared = version(1, { subject: phone.owner.personId });
  const edited = elsewhere(1, shared, { body: { what: 'edited' } });
  for (const page of pages([shared, edited, ended(2, edited)])) await hears(phone, page);
  expect(await leaving(phone, own)).toEqual([null]);
});

test('what was given back by the endpoint on the page that tells the end is not taken for something that never left', async () => {
  const phone = await openSyncPhone();
  const shared = await phone.make('shared');
  await hears(phone, [shared, ended(1, shared)]);
  expect(await phone.vault.history(shared.id)).toContainEqual(
    expect.objectContaining({ status: 'ok', version: shared, delivery: 'received' }),
  );
  // So a further server that may have the words from elsewhere is told too.
  expect(await leaving(phone, await phone.connect('mine'))).toEqual([null]);
});

test.each(['an endpoint', 'a file'])(
  'what is shared again leaves, what was taken back before does not: %s',
  async (by) => {
    const phone = await openSyncPhone();
    const own = await phone.connect('mine');
    const shared = version(1, { subject: phone.owner.personId, body: { what: 'too much' } });
    const end = ended(1, shared);
    const again = elsewhere(2, end, { audience: 'team', body: { what: 'just enough' } });
    if (by === 'a file') {
      await phone.vault.apply([shared]);
      await phone.vault.apply([end, again]);
    } else {
      await hears(phone, [shared]);
      await hears(phone, [end, again]);
    }
    expect(await leaving(phone, own)).toContain('just enough');
    expect(await leaving(phone, own)).not.toContain('too much');
  },
);
