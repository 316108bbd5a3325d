import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { createId } from '../../../src/core/ids.ts';
import { openDirectory } from '../../../src/storage/directory.ts';
import { openVault } from '../../../src/storage/open-vault.ts';
import { kinds, plan, rawTables, saved, testEnvironment } from '../../support/vault.ts';
import { version } from '../../support/versions.ts';

/** Everything in a stored value as text: keys, texts, and bytes read as UTF-8, UTF-16 and hexadecimal. */
function asText(value: unknown): string {
  if (value instanceof ArrayBuffer) {
    const bytes = Buffer.from(value);
    return [bytes.toString('utf8'), bytes.toString('utf16le'), bytes.toString('hex')].join('\n');
  }
  if (ArrayBuffer.isView(value)) return asText(value.buffer);
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, inner]: [string, unknown]) => `${key} ${asText(inner)}`)
    .join('\n');
}

test('no word of anybody stands in the raw databases', async () => {
  const environment = testEnvironment();
  const directory = await openDirectory(environment);
  await directory.keepNameBegun('Wilhelmina');
  const entry = await directory.create({ label: 'Marguerite', ownPhone: true });
  const owner = { personId: entry.personId, role: 'coordinator' } as const;
  const vault = await openVault(entry, { environment, records: kinds, owner });
  const kept = await vault.keepAttachment(new TextEncoder().encode('photograph').buffer, {
    type: 'image/jpeg',
  });
  const photos = kept.status === 'kept' ? [kept.ref] : [];
  const create = {
    do: 'create',
    id: entry.id,
    kind: plan,
    subject: owner.personId,
    audience: 'team',
  } as const;
  const first = saved(
    await vault.write([{ ...create, body: { what: 'rhubarb', who: 'Bartholomew', photos } }]),
  );
  saved(
    await vault.write([
      { do: 'edit', id: entry.id, kind: plan, base: first.rev, body: { what: 'gooseberry' } },
    ]),
  );
  await vault.saveDraft('plan:me', { what: 'unfinished', photos });
  await vault.saveDraft('plan:gone', { what: 'abandoned' });
  await vault.dropDraft('plan:gone');
  const takes = await vault.takes();
  const piece = { bytes: new TextEncoder().encode('whispered').buffer, about: { field: 'persimmon' } };
  for (const at of [0, 1]) await takes.keep({ draft: 'plan:me', take: 'take' }, at, piece);
  expect(await takes.pieces({ draft: 'plan:me', take: 'take' })).toHaveLength(2);

  const sync = await vault.sync();
  const hub = '01970000-0000-7000-8000-0000000000c1';
  await sync.saveConnection({
    id: hub,
    carries: 'everything',
    settings: { address: 'https://Damson.example', login: { token: 'Quince' } },
  });
  const { items } = await sync.outgoing(hub, { limit: 9 });
  await sync.markSending(
    hub,
    items.map(({ version }) => version),
  );
  const [one] = items.map(({ version: { id, rev } }) => ({ id, rev }));
  if (one) await sync.settle(hub, [{ ...one, to: 'refused', why: 'no rhubarb', reason: 'rejected' }]);
  const medlar = { sha256: 'ab'.repeat(32), type: 'image/x-medlar', bytes: 400 };
  await sync.takeIn(hub, {
    versions: [version(1, { body: { what: 'sloe', photos: [medlar] } })],
    setAside: [{ key: 'bilberry', why: 'no bilberry', raw: 'bilberry', at: '2026-05-01T09:00:00.000Z' }],
    cursor: 'mulberry',
  });
  const many = Array.from({ length: 60 }, (_, at) =>
    version(2 + at, { id: createId(environment), body: { what: 'whortleberry' } }),
  );
  await sync.takeIn(hub, { versions: many, setAside: [], cursor: 'mulberry' });
  await sync.keepArrived(medlar, new TextEncoder().encode('loganberry'));
  await vault.apply([], [{ id: 'cloudberry', version: 1, authors: ['Tayberry'] }]);

  const tables = await rawTables(entry.id);
  const filled = Object.keys(tables).filter((name) => tables[name]?.length !== 0);
  expect(filled.toSorted()).toEqual(Object.keys(tables).toSorted());
  const raw = await new Dexie('plotline').open();
  const everything = asText([tables, await raw.table('vaults').toArray(), await raw.table('meta').toArray()]);
  raw.close();
  const words = [
    'Marguerite',
    'Wilhelmina',
    'photograph',
    'rhubarb',
    'Bartholomew',
    'gooseberry',
    'unfinished',
    'abandoned',
    'whispered',
    'persimmon',
    'coordinator',
    'Damson',
    'Quince',
    'sloe',
    'medlar',
    'bilberry',
    'mulberry',
    'loganberry',
    'cloudberry',
    'Tayberry',
    'whortleberry',
  ];
  const hex = (word: string) => Buffer.from(word).toString('hex');
  expect(words.filter((word) => everything.includes(word) || everything.includes(hex(word)))).toEqual([]);
  // The search itself finds what does stand in the clear.
  expect(everything).toContain(first.id);
  expect(everything).toContain('plan');
  vault.close();
  directory.close();
});

test('the same words sealed twice look different', async () => {
  const environment = testEnvironment();
  const directory = await openDirectory(environment);
  const entry = await directory.create({ label: 'A', ownPhone: true });
  const owner = { personId: entry.personId, role: 'participant' } as const;
  const vault = await openVault(entry, { environment, records: kinds, owner });
  await vault.saveDraft('a', 'same');
  const [before] = (await rawTables(entry.id))['drafts'] ?? [];
  await vault.saveDraft('a', 'same');
  const [after] = (await rawTables(entry.id))['drafts'] ?? [];
  expect(asText(before)).not.toBe(asText(after));
  vault.close();
  directory.close();
});
