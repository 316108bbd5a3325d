/** Commands on records of any kind, on a real vault: nothing is torn apart or lost by them. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeAudience, erase, restore, settleRivals, withdraw } from '../../../src/core/record-commands.ts';
import { rivalHeads } from '../../../src/core/rival-heads.ts';
import type { Version } from '../../../src/core/version.ts';
import { openTestVault, plan, saved, talk, type TestVault } from '../../support/vault.ts';

let test_: TestVault;
beforeEach(async () => {
  test_ = await openTestVault();
});
afterEach(() => test_.vault.close());

async function create(kind: typeof plan | typeof talk, body: unknown): Promise<Version> {
  const { vault, owner, newId } = test_;
  return saved(await vault.write([{ do: 'create', id: newId(), kind, subject: owner.personId, body }]));
}

/** The same record changed on another phone, from the same version. */
async function alsoElsewhere(from: Version, body: unknown): Promise<Version> {
  const other: Version = { ...from, base: from.rev, rev: from.rev.replace(/-\w+$/, '-otherphone'), body };
  expect(await test_.vault.apply([other])).toMatchObject({ status: 'applied', added: 1 });
  return other;
}

async function current(id: string) {
  const found = await test_.vault.get(id);
  if (found?.status !== 'ok') throw new Error(`${found?.status}`);
  return found;
}

test('sharing what was put together of two versions keeps it together', async () => {
  const first = await create(plan, { what: 'Beans' });
  await alsoElsewhere(first, { what: 'Beans', who: 'Sam' });
  const edited = { do: 'edit', id: first.id, kind: plan, base: first.rev, body: { what: 'Peas' } } as const;
  saved(await test_.vault.write([edited]));
  const together = await current(first.id);
  expect(together).toMatchObject({ rivals: 0, version: { body: { what: 'Peas', who: 'Sam' } } });

  saved(await changeAudience(test_.vault, together.version, 'me', plan));
  expect(await current(first.id)).toMatchObject({
    rivals: 0,
    version: { audience: 'me', body: { what: 'Peas', who: 'Sam' } },
  });
  saved(await withdraw(test_.vault, (await current(first.id)).version, plan));
  expect(await current(first.id)).toMatchObject({ rivals: 0, version: { removed: 'withdrawn' } });
  saved(await restore(test_.vault, (await current(first.id)).version, plan));
  expect((await current(first.id)).version.removed).toBeUndefined();
});

test('choosing one of two spoken versions settles it and keeps the other in the history', async () => {
  const first = await create(talk, { words: 'rain' });
  await alsoElsewhere(first, { words: 'sun' });
  saved(
    await test_.vault.write([
      { do: 'edit', id: first.id, kind: talk, base: first.rev, body: { words: 'snow' } },
    ]),
  );
  const { heads } = rivalHeads(await test_.vault.history(first.id));
  expect(heads).toHaveLength(2);
  const [chosen, ...rest] = heads.toSorted((a) => (JSON.stringify(a.body).includes('sun') ? -1 : 1));
  if (!chosen) throw new Error('no heads');
  saved(await settleRivals(test_.vault, { kind: talk, chosen, rest }));
  expect(await current(first.id)).toMatchObject({ rivals: 0, version: { body: { words: 'sun' } } });
  expect(await test_.vault.history(first.id)).toHaveLength(4);
});

test('keeping both gives the other words an entry of their own', async () => {
  const first = await create(talk, { words: 'rain' });
  await alsoElsewhere(first, { words: 'sun' });
  saved(
    await test_.vault.write([
      { do: 'edit', id: first.id, kind: talk, base: first.rev, body: { words: 'snow' } },
    ]),
  );
  const { heads } = rivalHeads(await test_.vault.history(first.id));
  const [chosen, other] = heads;
  if (!chosen || !other) throw new Error('no rivals');
  const id = test_.newId();
  const settled = await settleRivals(test_.vault, {
    kind: talk,
    chosen,
    rest: [other],
    apart: [{ id, version: other }],
  });
  expect(settled.status).toBe('saved');
  expect((await current(id)).version.body).toEqual(other.body);
  expect(await current(first.id)).toMatchObject({ rivals: 0, version: { body: chosen.body } });
});

test('erasing leaves an empty mark and nothing else', async () => {
  const made = await create(talk, { words: 'secret' });
  saved(await erase(test_.vault, made.id));
  expect(await current(made.id)).toMatchObject({ version: { removed: 'erased', body: null } });
  expect(await test_.vault.history(made.id)).toHaveLength(1);
  expect(await withdraw(test_.vault, made, talk)).toMatchObject({ status: 'missing' });
});
