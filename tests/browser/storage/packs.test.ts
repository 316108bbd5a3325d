/** Packs in a real browser: its own indexes, and many live lists that ask again at once. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ListQuery } from '../../../src/core/store.ts';
import type { SyncStore } from '../../../src/core/sync-store.ts';
import { manyRecords } from '../../support/many-records.ts';
import { bodies, clearPhone, openTestVault, plan, saved, type TestVault } from '../../support/vault.ts';
import { personId, version } from '../../support/versions.ts';

let phone: TestVault;
let sync: SyncStore;
let hub: string;

beforeEach(async () => {
  phone = await openTestVault();
  sync = await phone.vault.sync();
  hub = phone.newId();
  await sync.saveConnection({ id: hub, carries: 'everything', settings: {} });
});

afterEach(async () => {
  phone.vault.close();
  await clearPhone();
});

const subjectAt = (at: number) => `01970000-0000-7000-8000-0000000000a${at % 5}`;
const all = manyRecords(400, (at) => ({
  kind: at % 3 === 0 ? 'talk' : 'plan',
  body: at % 3 === 0 ? { words: `${at}` } : { what: `${at}` },
  subject: subjectAt(at),
  occurredAt: `2026-02-${String(10 + (at % 17))}`,
}));

const queries = [
  {},
  { limit: 5 },
  { limit: 60, order: 'oldest' },
  { kinds: ['plan'], limit: 60 },
  { subject: subjectAt(1) },
  { subject: subjectAt(2), kinds: ['talk'], limit: 20 },
  { subject: subjectAt(3), limit: 40, order: 'oldest' },
  { subject: personId, limit: 4 },
] satisfies ListQuery[];

test('lists that stand open show the same as those asked for anew, whatever happens to what is packed', async () => {
  const seen = queries.map((): unknown[] => []);
  const stops = queries.map((query, at) =>
    phone.vault.watchList(query).subscribe(({ items }) => (seen[at] = bodies(items))),
  );
  const subjects: string[][] = [];
  stops.push(phone.vault.watchSubjects().subscribe((found) => subjects.push(found)));
  const follow = async () => {
    const now = await Promise.all(
      queries.map(async (query) => bodies((await phone.vault.list(query)).items)),
    );
    await expect.poll(() => seen).toEqual(now);
    return now;
  };
  await follow();
  const takeIn = async (versions: typeof all) =>
    expect(await sync.takeIn(hub, { versions, setAside: [], cursor: 'c' })).toMatchObject({ clashes: [] });
  await takeIn(all.slice(0, 200));
  await follow();
  await takeIn(all.slice(150));
  const [whole, newest] = await follow();
  expect([whole?.length, newest?.length]).toEqual([400, 5]);
  await expect.poll(() => subjects.at(-1)).toHaveLength(5);
  for (const one of all.slice(390)) {
    const { id, rev: base } = one;
    saved(await phone.vault.write([{ do: 'withdraw', id, base }]));
  }
  await follow();
  await takeIn(
    all.slice(0, 30).map(({ id, rev }, at) => version(1000 + at, { id, base: rev, body: { what: 'x' } })),
  );
  for (const { id } of all.slice(30, 40)) saved(await phone.vault.write([{ do: 'erase', id }]));
  saved(
    await phone.vault.write([
      { do: 'create', id: phone.newId(), kind: plan, subject: personId, body: { what: 'mine' } },
    ]),
  );
  const [left] = await follow();
  expect(left).toHaveLength(381);
  for (const stop of stops) stop();
});

test('all of them are sent to a further connection, and taken along, in the order of their ids', async () => {
  const { personId: subject } = phone.owner;
  const own = all.map((one) => ({ ...one, subject }));
  await sync.takeIn(hub, { versions: own, setAside: [], cursor: 'c' });
  const copy = phone.newId();
  await sync.saveConnection({ id: copy, carries: 'mine', settings: {} });
  const sent: string[] = [];
  for (let after: string | null | undefined = undefined; after !== null;) {
    const page: Awaited<ReturnType<SyncStore['outgoing']>> = await sync.outgoing(copy, {
      limit: 150,
      ...(after !== undefined && { after }),
    });
    sent.push(...page.items.map(({ version: { id } }) => id));
    after = page.next;
  }
  const along: string[] = [];
  for await (const found of phone.vault.everything())
    along.push(found.status === 'damaged' ? found.id : found.version.id);
  const ids = all.map(({ id }) => id).sort();
  expect(sent).toEqual(ids);
  expect(along).toEqual(ids);
});
