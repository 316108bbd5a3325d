/** Who watches hears of what comes, changes and goes in packs, in every window; and little is read for a page. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { ListQuery } from '../../../src/core/store.ts';
import { idAt, manyRecords } from '../../support/many-records.ts';
import { standing, takeAll } from '../../support/packed.ts';
import { countRowsRead } from '../../support/rows-read.ts';
import { openSyncPhone } from '../../support/sync-phone.ts';
import { bodies, plan, saved } from '../../support/vault.ts';
import { personId, revOf, version } from '../../support/versions.ts';

const read = countRowsRead();

const queries: [string, ListQuery][] = [
  ['of everybody', {}],
  ['of everybody, in part', { limit: 50 }],
  ['of one kind', { kinds: ['plan'], limit: 3, order: 'oldest' }],
  ['of one person', { subject: personId }],
  ['of one person and kind', { subject: personId, kinds: ['plan'], limit: 20 }],
];

test.each(queries)('a list %s follows what happens to packs, from another window too', async (_, query) => {
  const phone = await openSyncPhone();
  const windows = [phone.vault, await phone.openTab()];
  const seen: unknown[] = [];
  const stops = windows.map((vault, window) =>
    vault.watchList(query).subscribe(({ items }) => (seen[window] = bodies(items))),
  );
  /** What each window shows is what is there now. */
  const follow = async () => {
    const now = bodies((await phone.vault.list(query)).items);
    await expect.poll(() => seen).toEqual([now, now]);
    return JSON.stringify(now);
  };
  const steps = [await follow()];
  await takeAll(phone, manyRecords(60));
  steps.push(await follow());
  // Among the first and among the last of the list.
  for (const at of [0, 59]) {
    const [, other] = windows;
    const change = {
      do: 'edit',
      id: idAt(at),
      kind: plan,
      base: revOf(at + 1),
      body: { what: 'x' },
    } as const;
    saved((await other?.write([change])) ?? { status: 'full' });
  }
  steps.push(await follow());
  for (const at of [1, 58])
    saved(await phone.vault.write([{ do: 'withdraw', id: idAt(at), base: revOf(at + 1) }]));
  steps.push(await follow());
  for (const at of [2, 57]) saved(await phone.vault.write([{ do: 'erase', id: idAt(at) }]));
  steps.push(await follow());
  const rivals = [3, 56].map((at) => version(1000, { id: idAt(at), body: { what: 'rival' } }));
  await takeAll(phone, rivals);
  steps.push(await follow());
  await takeAll(phone, manyRecords(120).slice(60));
  if (query.order !== 'oldest') steps.push(await follow());
  expect(new Set(steps).size).toBe(steps.length);
  for (const stop of stops) stop();
});

test('a record, whom there are records about, and whether any is shared are followed too', async () => {
  const phone = await openSyncPhone();
  const other = await phone.openTab();
  const seen: { bodies: unknown[]; subjects: number; shared: boolean[] } = {
    bodies: [],
    subjects: -1,
    shared: [],
  };
  const stops = [
    other.watch(idAt(20)).subscribe((found) => seen.bodies.push(...bodies([found]))),
    other.watchSubjects().subscribe((subjects) => (seen.subjects = subjects.length)),
    (await other.sync()).watchAnyShared().subscribe((any) => seen.shared.push(any)),
  ];
  await expect.poll(() => seen).toEqual({ bodies: [null], subjects: 0, shared: [false] });
  await takeAll(
    phone,
    manyRecords(60, (at) => ({ subject: at < 30 ? personId : idAt(999) })),
  );
  await expect
    .poll(() => [seen.bodies.at(-1), seen.subjects, seen.shared.at(-1)])
    .toEqual([{ what: 'came 20' }, 2, true]);
  const change = { do: 'edit', id: idAt(20), kind: plan, base: revOf(21), body: { what: 'x' } } as const;
  saved(await phone.vault.write([change]));
  await expect.poll(() => seen.bodies.at(-1)).toEqual({ what: 'x' });
  const gone = manyRecords(60).slice(30);
  await phone.vault.write(gone.map(({ id }) => ({ do: 'erase', id }) as const));
  await expect.poll(() => seen.subjects).toBe(1);
  for (const stop of stops) stop();
});

test('a page reads few packs, however many there are', async () => {
  const phone = await openSyncPhone();
  const dayOf = (at: number) => `2026-02-${String(1 + Math.floor(at / 40)).padStart(2, '0')}`;
  await takeAll(
    phone,
    manyRecords(960, (at) => ({ occurredAt: dayOf(at), kind: at % 2 ? 'plan' : 'talk' })),
    480,
  );
  for (const order of ['newest', 'oldest'] as const) {
    read.take();
    const page = await phone.vault.list({ subject: personId, limit: 30, order });
    expect(page.items).toHaveLength(30);
    // Of packs, keys and rows are counted.
    expect(read.take()['packs']).toBeLessThan(60);
  }
});

test('while pages come, in any order of ids, packs that came before are not read again', async () => {
  const phone = await openSyncPhone();
  const all = manyRecords(600);
  const mixed = all.map((_, at) => all[(at * 7) % 600] ?? version(0));
  await takeAll(phone, mixed.slice(0, 200));
  read.take();
  await takeAll(phone, mixed.slice(200), 200);
  expect(read.take()['packs'] ?? 0).toBe(0);
  expect((await standing(phone.id)).packed).toHaveLength(600);
});

test('without packs, and for what is not in them, hardly anything is asked of them', async () => {
  const phone = await openSyncPhone();
  await takeAll(phone, manyRecords(40));
  read.take();
  await phone.vault.list({ limit: 30 });
  await phone.vault.list({ subject: personId });
  expect(read.take()['packs'] ?? 0).toBe(0);
  await takeAll(phone, manyRecords(140).slice(40));
  const made = await phone.make('made here');
  read.take();
  await phone.vault.get(made.id);
  await phone.vault.history(idAt(3));
  await phone.outgoing(phone.hub);
  expect(read.take()['packs'] ?? 0).toBe(0);
});
