/** What came in packs is found like what came record by record: the same versions, by small pages and by big ones. */
import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Found, ListQuery, Page, Store } from '../../../src/core/store.ts';
import type { Version } from '../../../src/core/version.ts';
import { idAt } from '../../support/many-records.ts';
import { standing, takeAll } from '../../support/packed.ts';
import { openSyncPhone, type SyncPhone } from '../../support/sync-phone.ts';
import { until } from '../../support/vault.ts';
import { personId, revOf, version } from '../../support/versions.ts';

const RECORDS = 130;
const subjectAt = (at: number) => `01970000-0000-7000-8000-0000000000a${at}`;

const one = fc.record({
  talk: fc.boolean(),
  /** Often the same day. */
  day: fc.integer({ min: 1, max: 9 }),
  subject: fc.nat({ max: 3 }),
  is: fc.constantFrom('plain', 'plain', 'plain', 'plain', 'withdrawn', 'erased', 'hidden', 'photo', 'mine'),
  /** A second version comes with the first, or later; made from it, or beside it. */
  again: fc.constantFrom(
    'no',
    'no',
    'no',
    'no',
    'with it',
    'later',
    'rival',
    'erased',
    'withdrawn',
    'hidden',
  ),
});
type One = typeof one extends fc.Arbitrary<infer Made> ? Made : never;

const photo = { sha256: 'ab'.repeat(32), type: 'image/jpeg', bytes: 9 };
const ends: Record<string, Partial<Version>> = {
  withdrawn: { removed: 'withdrawn' },
  erased: { removed: 'erased', body: null },
  hidden: { audience: 'me', body: null },
  mine: { audience: 'me' },
};

function versionsOf(all: readonly One[]) {
  const first: Version[] = [];
  const later: Version[] = [];
  for (const [at, { talk, day, subject, is, again }] of all.entries()) {
    const said = talk ? { words: `${at}` } : { what: `${at}`, ...(is === 'photo' && { photos: [photo] }) };
    const made: Partial<Version> = {
      // In any order among each other.
      id: idAt((at * 37) % RECORDS),
      subject: is === 'mine' ? personId : subjectAt(subject),
      kind: talk ? 'talk' : 'plan',
      occurredAt: `2026-02-0${day}`,
      body: said,
    };
    first.push(version(at + 1, { ...made, ...ends[is] }));
    const next = { ...made, base: revOf(at + 1), occurredAt: `2026-02-0${10 - day}`, ...ends[again] };
    if (again === 'with it') first.push(version(at + 1000, next));
    else if (again === 'rival') later.push(version(at + 1000, { ...next, base: null }));
    else if (again !== 'no') later.push(version(at + 1000, next));
  }
  return { first, later };
}

async function pagesOf(store: Store, query: ListQuery): Promise<Found[]> {
  const all: Found[] = [];
  for (let after: string | null | undefined = undefined; after !== null;) {
    const page: Page = await store.list({ ...query, ...(after !== undefined && { after }) });
    all.push(...page.items);
    after = page.next;
  }
  return all;
}

const queries = [{}, { subject: subjectAt(1) }, { subject: subjectAt(9) }].flatMap((about) =>
  [{}, { kinds: ['plan'] }, { kinds: ['talk', 'plan', 'none'] }].flatMap((of): ListQuery[] => [
    { ...about, ...of },
    { ...about, ...of, order: 'oldest', withdrawn: true },
    { ...about, ...of, limit: 3 },
    { ...about, ...of, limit: 40, withdrawn: true },
    { ...about, ...of, limit: 3, order: 'oldest' },
    { ...about, ...of, limit: 40, order: 'oldest', withdrawn: true },
  ]),
);

/** Everything a person could see, and everything that is asked for by others. */
async function seen({ vault, sync }: SyncPhone): Promise<unknown> {
  const everything: Found[] = [];
  for await (const found of vault.everything()) everything.push(found);
  const ids = Array.from({ length: RECORDS + 1 }, (_, at) => idAt(at));
  const middle = (await vault.list({ limit: 20 })).next ?? '';
  return {
    everything,
    lists: await Promise.all(queries.map((query) => pagesOf(vault, query))),
    onwards: await Promise.all([
      vault.list({ after: middle }),
      vault.list({ after: middle, order: 'oldest' }),
    ]),
    subjects: await until(vault.watchSubjects(), () => true),
    singles: await Promise.all(ids.map((id) => vault.get(id))),
    histories: await Promise.all(ids.map((id) => vault.history(id))),
    others: await Promise.all(ids.map((id) => vault.othersMayHave(id))),
    shared: await until(sync.watchAnyShared(), () => true),
  };
}

test('lists, pages, subjects, histories and all there is are the same, before and after some are changed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(one, { minLength: RECORDS, maxLength: RECORDS }), async (all) => {
      const { first, later } = versionsOf(all);
      const [single, packed, mixed] = [await openSyncPhone(), await openSyncPhone(), await openSyncPhone()];
      await takeAll(single, first, 10);
      await takeAll(packed, first);
      await takeAll(mixed, first.slice(0, 40), 10);
      await takeAll(mixed, first.slice(40));
      expect((await standing(single.id)).packs).toEqual([]);
      expect((await standing(packed.id)).packed.length).toBeGreaterThan(RECORDS / 4);
      expect((await standing(mixed.id)).packs).not.toEqual([]);
      const before = await seen(single);
      for (const phone of [packed, mixed]) expect(await seen(phone)).toEqual(before);
      await takeAll(single, later, 10);
      await takeAll(packed, later);
      await takeAll(mixed, later, 7);
      const after = await seen(single);
      for (const phone of [packed, mixed]) {
        expect(await seen(phone)).toEqual(after);
        await standing(phone.id);
      }
      for (const { vault } of [single, packed, mixed]) vault.close();
    }),
    { numRuns: 3, seed: 20 },
  );
});
