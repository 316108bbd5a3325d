/** Pages of lists, whatever lies in them: nothing twice, nothing left out, and little read beside what is shown. */
import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ListQuery, Page, Store } from '../../../src/core/store.ts';
import { countRowsRead } from '../../support/rows-read.ts';
import { openTestVault, plan, talk, type TestVault } from '../../support/vault.ts';

const read = countRowsRead();

interface Made {
  kind: 'plan' | 'talk';
  /** 1 to 28 of a month. */
  day: number;
  withdrawn: boolean;
}

const dayOf = (day: number) => `2026-02-${String(day).padStart(2, '0')}`;

async function write(phone: TestVault, records: readonly Made[]): Promise<void> {
  const { personId: subject } = phone.owner;
  const changes = records.map(({ kind, day }) => {
    const common = { do: 'create', id: phone.newId(), subject, occurredAt: dayOf(day) } as const;
    return kind === 'plan'
      ? { ...common, kind: plan, body: { what: 'dig' } }
      : { ...common, kind: talk, body: { words: 'we talked' } };
  });
  const outcome = await phone.vault.write(changes);
  if (outcome.status !== 'saved') throw new Error(outcome.status);
  const over = outcome.versions.filter((_, at) => records[at]?.withdrawn);
  if (over.length === 0) return;
  const ended = over.map(({ id, rev }) => ({ do: 'withdraw', id, base: rev }) as const);
  expect((await phone.vault.write(ended)).status).toBe('saved');
}

/** Ids in the order they are listed. */
const idsOf = ({ items }: Page) =>
  items.map((found) => (found.status === 'damaged' ? found.id : found.version.id));

async function pagesOf(store: Store, query: ListQuery): Promise<string[][]> {
  const pages: string[][] = [];
  for (let after: string | null | undefined = undefined; after !== null;) {
    const page: Page = await store.list({ ...query, ...(after !== undefined && { after }) });
    pages.push(idsOf(page));
    after = page.next;
  }
  return pages;
}

const records = fc.array(
  fc.record({
    kind: fc.constantFrom<Made['kind']>('plan', 'talk'),
    // Often the same day, and often in clumps.
    day: fc.integer({ min: 1, max: 28 }),
    withdrawn: fc.boolean(),
  }),
  { maxLength: 60 },
);

test('pages of any size give the whole list, in its order', async () => {
  await fc.assert(
    fc.asyncProperty(
      records,
      fc.integer({ min: 1, max: 25 }),
      fc.constantFrom<'newest' | 'oldest'>('newest', 'oldest'),
      fc.boolean(),
      async (made, limit, order, withdrawn) => {
        const phone = await openTestVault();
        await write(phone, made);
        const query = { subject: phone.owner.personId, order, withdrawn };
        const whole = idsOf(await phone.vault.list(query));
        expect(whole).toHaveLength(made.filter((one) => withdrawn || !one.withdrawn).length);
        const pages = await pagesOf(phone.vault, { ...query, limit });
        expect(pages.flat()).toEqual(whole);
        expect(pages.slice(0, -1).every((page) => page.length === limit)).toBe(true);
        phone.vault.close();
      },
    ),
    { numRuns: 40 },
  );
});

/** Records read for the first 30. */
async function readForPage(phone: TestVault): Promise<number> {
  read.take();
  const page = await phone.vault.list({ subject: phone.owner.personId, limit: 30 });
  expect(page.items).toHaveLength(30);
  return read.take()['records'] ?? 0;
}

/** As many of both kinds on each day; and one kind on the older days, the other on the newer ones. */
const layouts = {
  mixed: (count: number) =>
    Array.from({ length: count }, (_, at): Made => ({
      kind: at % 2 === 0 ? 'plan' : 'talk',
      day: 1 + Math.floor((at * 28) / count),
      withdrawn: false,
    })),
  apart: (count: number) =>
    Array.from({ length: count }, (_, at): Made => ({
      kind: at < count / 2 ? 'plan' : 'talk',
      day: 1 + Math.floor((at * 28) / count),
      withdrawn: false,
    })),
};

test.each([
  ['mixed', 100],
  ['mixed', 1000],
  ['apart', 100],
  ['apart', 1000],
] as const)('a page reads little beside what is shown, kinds %s, %i records', async (layout, count) => {
  const phone = await openTestVault();
  await write(phone, layouts[layout](count));
  // Which of one day come first is chance, and so is how often a kind is gone back to.
  expect(await readForPage(phone)).toBeLessThan(100);
});
