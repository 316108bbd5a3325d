import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { defineRecord } from '../../../src/core/define-record.ts';
import type { Found, ListQuery, Page } from '../../../src/core/store.ts';
import {
  bodies,
  openTestVault,
  plan,
  saved,
  talk,
  tamper,
  until,
  type TestVault,
} from '../../support/vault.ts';

async function plans(phone: TestVault, whats: string[], parts: object = {}): Promise<string[]> {
  const changes = whats.map((what) => {
    const common = { id: phone.newId(), kind: plan, subject: phone.owner.personId, body: { what } };
    return { do: 'create', ...common, ...parts } as const;
  });
  const outcome = await phone.vault.write(changes);
  expect(outcome.status).toBe('saved');
  return changes.map((change) => change.id);
}

const whats = (page: Page) =>
  page.items.map((found) =>
    found.status === 'ok' ? z.object({ what: z.string() }).parse(found.version.body).what : found.status,
  );

async function pages(phone: TestVault, query: ListQuery): Promise<string[][]> {
  const all: string[][] = [];
  for (let after: string | null | undefined = undefined; after !== null;) {
    const page: Page = await phone.vault.list({ ...query, ...(after !== undefined && { after }) });
    all.push(whats(page));
    after = page.next;
  }
  return all;
}

test('pages go through everything once, newest first, also where days are the same', async () => {
  const phone = await openTestVault();
  await plans(phone, ['a', 'b', 'c', 'd', 'e'], { occurredAt: '2026-05-01' });
  await plans(phone, ['later'], { occurredAt: '2026-06-01' });
  await plans(phone, ['somebody else'], { occurredAt: '2026-05-01', subject: phone.newId() });
  const { personId: subject } = phone.owner;
  const newest = await pages(phone, { subject, limit: 2 });
  expect(newest.map((page) => page.length)).toEqual([2, 2, 2]);
  expect(newest.flat()[0]).toBe('later');
  expect(newest.flat().toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'later']);
  const oldest = await pages(phone, { subject, limit: 4, order: 'oldest' });
  expect(oldest.flat()).toEqual(newest.flat().toReversed());
  expect(whats(await phone.vault.list({ subject }))).toEqual(newest.flat());
  expect(whats(await phone.vault.list({ subject, order: 'oldest' }))).toEqual(oldest.flat());
});

test('kinds can be asked for, one or several, and stay in one order', async () => {
  const phone = await openTestVault();
  const { personId: subject } = phone.owner;
  await plans(phone, ['first'], { occurredAt: '2026-05-01' });
  saved(
    await phone.vault.write([
      {
        do: 'create',
        id: phone.newId(),
        kind: talk,
        subject,
        body: { words: 'said' },
        occurredAt: '2026-05-02',
      },
    ]),
  );
  await plans(phone, ['third'], { occurredAt: '2026-05-03T08:00:00.000Z' });
  const mixed = { subject, kinds: ['talk', 'plan', 'plan'], limit: 2 };
  const page = await phone.vault.list(mixed);
  expect(bodies(page.items)).toEqual([{ what: 'third' }, { words: 'said' }]);
  const rest = await phone.vault.list({ ...mixed, after: page.next ?? '' });
  expect([bodies(rest.items), rest.next]).toEqual([[{ what: 'first' }], null]);
  expect(whats(await phone.vault.list({ kinds: ['plan'] }))).toEqual(['third', 'first']);
  expect((await phone.vault.list({ kinds: [] })).items).toEqual([]);
});

test('a damaged row stands beside good ones, in lists and alone', async () => {
  const phone = await openTestVault();
  const [, broken, moved, wrong] = await plans(phone, ['good', 'broken', 'moved', 'wrong'], {
    occurredAt: '2026-05-01',
  });
  await tamper(phone.id, 'records', broken ?? '', { sealed: new ArrayBuffer(3) });
  // Somebody else's record passed off as theirs: what stands in the clear is bound to the seal.
  await tamper(phone.id, 'records', moved ?? '', { audience: 'me' });
  const strict = defineRecord({ ...plan, body: z.object({ what: z.string().check(z.maxLength(4)) }) });
  const tab = await phone.openTab(new Map([[strict.kind, strict]]));
  const { items } = await tab.list({});
  expect(items.map((found) => found.status).toSorted()).toEqual(['damaged', 'damaged', 'damaged', 'ok']);
  expect(await tab.get(wrong ?? '')).toMatchObject({
    status: 'damaged',
    why: expect.stringMatching(/^what: /),
  });
  expect(await tab.get(broken ?? '')).toMatchObject({
    status: 'damaged',
    kind: 'plan',
    occurredAt: '2026-05-01',
  });
  expect(await tab.history(moved ?? '')).toMatchObject([{ status: 'damaged' }]);
});

test('unknown kinds and newer schemas are kept whole', async () => {
  const phone = await openTestVault();
  const [id] = await plans(phone, ['from tomorrow']);
  const knowsNothing = await phone.openTab(new Map());
  expect(await knowsNothing.get(id ?? '')).toMatchObject({
    status: 'newer',
    version: { body: { what: 'from tomorrow' } },
  });
  const plan3 = defineRecord({ ...plan, schema: 3 });
  const later = {
    do: 'create',
    id: phone.newId(),
    kind: plan3,
    subject: phone.owner.personId,
    body: { what: 'x' },
  } as const;
  saved(await phone.vault.write([later]));
  const found = await phone.vault.get(later.id);
  expect(found).toMatchObject({ status: 'newer', version: { schema: 3, body: { what: 'x' } } });
  const base = found?.status === 'newer' ? found.version.rev : '';
  const edit = await phone.vault.write([{ do: 'edit', id: later.id, kind: plan, base, body: { what: 'y' } }]);
  expect(edit.status).toBe('invalid');
  saved(await phone.vault.write([{ do: 'withdraw', id: later.id, base }]));
  expect(await phone.vault.get(later.id)).toMatchObject({
    version: { schema: 3, removed: 'withdrawn', body: { what: 'x' } },
  });
});

test("a body of an older schema is read in today's, and taken away as it was written", async () => {
  const phone = await openTestVault();
  const [id] = await plans(phone, ['dig']);
  const plan2 = defineRecord({
    kind: 'plan',
    schema: 2,
    body: z.object({ title: z.string() }),
    upgrades: { 1: (body) => ({ title: z.object({ what: z.string() }).parse(body).what }) },
    summary: (body) => ({ title: { said: body.title } }),
    lines: () => [],
  });
  const tab = await phone.openTab(new Map([[plan2.kind, plan2]]));
  expect(await tab.get(id ?? '')).toMatchObject({
    status: 'ok',
    version: { schema: 2, body: { title: 'dig' } },
  });
  const taken: Found[] = [];
  for await (const found of tab.everything()) taken.push(found);
  expect(taken).toMatchObject([{ status: 'ok', version: { schema: 1, body: { what: 'dig' } } }]);
});

test('everything is every version of every record, once, tombstones too', async () => {
  const phone = await openTestVault();
  const ids = await plans(
    phone,
    Array.from({ length: 450 }, (_, at) => `plan ${at}`),
  );
  const [edited, erased] = ids;
  const found = await phone.vault.get(edited ?? '');
  const base = found?.status === 'ok' ? found.version.rev : '';
  saved(await phone.vault.write([{ do: 'edit', id: edited ?? '', kind: plan, base, body: { what: 'new' } }]));
  saved(await phone.vault.write([{ do: 'erase', id: erased ?? '' }]));
  const seen: string[] = [];
  for await (const each of phone.vault.everything()) {
    if (each.status === 'ok')
      seen.push(`${each.version.id} ${each.version.rev} ${each.version.removed ?? ''}`);
  }
  expect(seen).toHaveLength(451);
  expect(new Set(seen).size).toBe(451);
  expect(seen.filter((line) => line.endsWith('erased'))).toHaveLength(1);
});

test('nobody can change under the others what was read', async () => {
  const phone = await openTestVault();
  const [id] = await plans(phone, ['dig']);
  const found = await phone.vault.get(id ?? '');
  const body = found?.status === 'ok' ? found.version.body : null;
  expect(Object.isFrozen(body)).toBe(true);
  expect(bodies([await phone.vault.get(id ?? '')])).toEqual([{ what: 'dig' }]);
});

test('everybody records are about is told once, and as soon as something arrives about them', async () => {
  const phone = await openTestVault();
  await plans(phone, ['a', 'b', 'c']);
  const [first, second] = [phone.newId(), phone.newId()];
  const wanted = until(phone.vault.watchSubjects(), ({ length }) => length === 3);
  await plans(phone, ['d', 'e'], { subject: second });
  const [gone] = await plans(phone, ['f'], { subject: first });
  expect(await wanted).toEqual([phone.owner.personId, first, second].toSorted());
  // Of whom nothing is left, nothing is told.
  const fewer = until(phone.vault.watchSubjects(), ({ length }) => length === 2);
  await phone.vault.write([{ do: 'erase', id: gone ?? '' }]);
  expect(await fewer).toEqual([phone.owner.personId, second].toSorted());
});

test('a list as long as an organisation has people is opened once, however often it is looked at', async () => {
  const phone = await openTestVault();
  await plans(
    phone,
    Array.from({ length: 1200 }, (_, at) => `plan ${at}`),
  );
  const opening = vi.spyOn(crypto.subtle, 'decrypt');
  await phone.vault.list({ kinds: ['plan'] });
  expect(opening).toHaveBeenCalledTimes(1200);
  await phone.vault.list({ kinds: ['plan'] });
  expect(opening).toHaveBeenCalledTimes(1200);
  vi.restoreAllMocks();
});
