import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { vaultName } from '../../../src/storage/database.ts';
import { bodies, openTestVault, plan, rawTables, saved, talk, type TestVault } from '../../support/vault.ts';

const create = (test: TestVault, body: object, parts: object = {}) =>
  ({
    do: 'create',
    id: test.newId(),
    kind: plan,
    subject: test.owner.personId,
    body,
    audience: 'team',
    ...parts,
  }) as const;

test('what was saved is there when the app is opened again', async () => {
  const phone = await openTestVault();
  const change = create(phone, { what: 'dig the pond', who: 'Sam' });
  const version = saved(await phone.vault.write([change]));
  phone.vault.close();
  const found = await (await phone.openTab()).get(change.id);
  expect(found).toEqual({ status: 'ok', version, rivals: 0, delivery: 'here' });
});

test('all changes of a write are kept or none', async () => {
  const phone = await openTestVault();
  const good = create(phone, { what: 'dig' });
  const outcome = await phone.vault.write([good, create(phone, { what: 7 })]);
  expect(outcome.status).toBe('invalid');
  expect(await phone.vault.get(good.id)).toBeNull();
  saved(await phone.vault.write([good]));
  const again = await phone.vault.write([create(phone, { what: 'more' }), good], { draft: 'plan:me' });
  expect(again).toMatchObject({ status: 'invalid', why: expect.stringContaining('in use') });
  expect((await phone.vault.list({})).items).toHaveLength(1);
});

test('an edit becomes current and what it replaced stays in the history', async () => {
  const phone = await openTestVault();
  const change = create(phone, { what: 'dig' });
  const first = saved(await phone.vault.write([change]));
  const edit = {
    do: 'edit',
    id: change.id,
    kind: plan,
    base: first.rev,
    body: { what: 'dig deep' },
  } as const;
  const second = saved(await phone.vault.write([edit]));
  expect(second).toMatchObject({ base: first.rev, subject: phone.owner.personId });
  expect(await phone.vault.get(change.id)).toMatchObject({ version: second, rivals: 0 });
  expect(bodies(await phone.vault.history(change.id))).toEqual([{ what: 'dig deep' }, { what: 'dig' }]);
});

test('one write may create a record and change it', async () => {
  const phone = await openTestVault();
  const change = create(phone, { what: 'dig' });
  const first = saved(await phone.vault.write([change]));
  const outcome = await phone.vault.write([
    { do: 'withdraw', id: change.id, base: first.rev },
    { do: 'erase', id: change.id },
  ]);
  expect(outcome.status).toBe('saved');
  expect(bodies(await phone.vault.history(change.id))).toEqual([null]);
});

test('two tabs edit the same record: both are kept and put together', async () => {
  const phone = await openTestVault();
  const other = await phone.openTab();
  const change = create(phone, { what: 'dig', who: 'me' });
  const { id, kind } = change;
  const base = saved(await phone.vault.write([change])).rev;
  await Promise.all([
    phone.vault.write([{ do: 'edit', id, kind, base, body: { what: 'dig deep', who: 'me' } }]),
    other.write([{ do: 'edit', id, kind, base, body: { what: 'dig', who: 'Sam' } }]),
  ]);
  for (const tab of [phone.vault, other]) {
    expect(await tab.get(id)).toMatchObject({
      rivals: 0,
      version: { body: { what: 'dig deep', who: 'Sam' } },
    });
    expect(await tab.history(id)).toHaveLength(3);
  }
});

test('two tabs edit the same words: both stand side by side until one answer settles them', async () => {
  const phone = await openTestVault();
  const other = await phone.openTab();
  const id = phone.newId();
  const { personId: subject } = phone.owner;
  const first = saved(
    await phone.vault.write([{ do: 'create', id, kind: talk, subject, body: { words: 'wet' } }]),
  );
  const edit = { do: 'edit', id, kind: talk, base: first.rev } as const;
  const mine = saved(await phone.vault.write([{ ...edit, body: { words: 'wet', mood: 'glad' } }]));
  const yours = saved(await other.write([{ ...edit, body: { words: 'very wet' } }]));
  const found = await phone.vault.get(id);
  expect(found).toMatchObject({ rivals: 1 });
  expect(bodies(await phone.vault.history(id))).toContainEqual(mine.body);
  expect(bodies(await phone.vault.history(id))).toContainEqual(yours.body);

  const [current, rival] = mine.rev > yours.rev ? [mine, yours] : [yours, mine];
  const answer = {
    ...edit,
    base: current.rev,
    settles: [rival.rev],
    body: { words: 'very wet', mood: 'glad' },
  };
  saved(await phone.vault.write([answer]));
  expect(await other.get(id)).toMatchObject({ rivals: 0, version: { body: answer.body } });
  expect(await other.history(id)).toHaveLength(4);
});

test('an edit of what another tab has erased is refused', async () => {
  const phone = await openTestVault();
  const other = await phone.openTab();
  const change = create(phone, { what: 'dig' });
  const base = saved(await phone.vault.write([change])).rev;
  saved(await other.write([{ do: 'erase', id: change.id }]));
  const edit = { do: 'edit', id: change.id, kind: plan, base, body: { what: 'x' } } as const;
  const edited = await phone.vault.write([edit]);
  expect(edited).toEqual({ status: 'missing', id: change.id });
  expect(await phone.vault.get(change.id)).toMatchObject({ version: { removed: 'erased', body: null } });
});

test('erased at the same moment as it is edited, it is erased', async () => {
  const phone = await openTestVault();
  const other = await phone.openTab();
  const change = create(phone, { what: 'dig' });
  const base = saved(await phone.vault.write([change])).rev;
  await Promise.all([
    other.write([{ do: 'erase', id: change.id }]),
    phone.vault.write([{ do: 'edit', id: change.id, kind: plan, base, body: { what: 'x' } }]),
  ]);
  expect(bodies(await other.history(change.id))).toEqual([null]);
  expect(await rawTables(phone.id)).toMatchObject({ history: [], outbox: [{ id: change.id }] });
});

test('withdrawn is hidden and can come back', async () => {
  const phone = await openTestVault();
  const change = create(phone, { what: 'dig' });
  const first = saved(await phone.vault.write([change]));
  const hidden = saved(await phone.vault.write([{ do: 'withdraw', id: change.id, base: first.rev }]));
  expect((await phone.vault.list({})).items).toEqual([]);
  expect(bodies((await phone.vault.list({ withdrawn: true })).items)).toEqual([change.body]);
  saved(await phone.vault.write([{ do: 'restore', id: change.id, base: hidden.rev }]));
  expect(bodies((await phone.vault.list({ limit: 5 })).items)).toEqual([change.body]);
});

test('the clock running backwards does not put an edit under what it replaces', async () => {
  const phone = await openTestVault();
  const change = create(phone, { what: 'dig' });
  const first = saved(await phone.vault.write([change]));
  phone.vault.close();
  phone.environment.time -= 5 * 365 * 86_400_000;
  const vault = await phone.openTab();
  const edit = {
    do: 'edit',
    id: change.id,
    kind: plan,
    base: first.rev,
    body: { what: 'dig deep' },
  } as const;
  const second = saved(await vault.write([edit]));
  expect(second.rev > first.rev).toBe(true);
  expect(await vault.get(change.id)).toMatchObject({ version: second });
});

test('a private record never enters the outbox; sharing does', async () => {
  const phone = await openTestVault();
  const outbox = async () => ((await rawTables(phone.id))['outbox'] ?? []).length;
  const change = create(phone, { what: 'secret' }, { audience: 'me' });
  const { id, kind } = change;
  const first = saved(await phone.vault.write([change]));
  const second = saved(
    await phone.vault.write([{ do: 'edit', id, kind, base: first.rev, body: { what: 'still' } }]),
  );
  expect(await outbox()).toBe(0);
  saved(await phone.vault.write([{ do: 'edit', id, kind, base: second.rev, audience: 'team' }]));
  expect(await outbox()).toBe(1);
  const never = create(phone, { what: 'secret' }, { audience: 'me' });
  saved(await phone.vault.write([never]));
  saved(await phone.vault.write([{ do: 'erase', id: never.id }]));
  expect(await outbox()).toBe(1);
});

test('a share taken back before anything was sent leaves nothing to send', async () => {
  const phone = await openTestVault();
  const outbox = async () => (await rawTables(phone.id))['outbox'];
  const other = saved(await phone.vault.write([create(phone, { what: 'for all' }, { audience: 'team' })]));
  const change = create(phone, { what: 'too much' }, { audience: 'team' });
  const { id, kind } = change;
  const shared = saved(await phone.vault.write([change]));
  const ended = saved(await phone.vault.write([{ do: 'edit', id, kind, base: shared.rev, audience: 'me' }]));
  expect(await outbox()).toMatchObject([{ id: other.id }]);
  saved(await phone.vault.write([{ do: 'edit', id, kind, base: ended.rev, body: { what: 'mine' } }]));
  expect(await outbox()).toMatchObject([{ id: other.id }]);
});

test.each(['sending', 'tried', 'refused', 'received'])(
  'a share taken back when one version is %s is told to others without its words, and no others follow',
  async (state) => {
    const phone = await openTestVault();
    const change = create(phone, { what: 'open' });
    const { id, kind } = change;
    const shared = saved(await phone.vault.write([change]));
    const raw = await new Dexie(vaultName(phone.id)).open();
    const rows = raw.table('outbox').toCollection();
    await (state === 'received' ? rows.delete() : rows.modify({ by: { hub: { state } } }));
    raw.close();
    const more = saved(
      await phone.vault.write([{ do: 'edit', id, kind, base: shared.rev, body: { what: 'never sent' } }]),
    );
    const ended = saved(await phone.vault.write([{ do: 'edit', id, kind, base: more.rev, audience: 'me' }]));
    const told = { rev: ended.rev, envelopeOnly: true };
    expect((await rawTables(phone.id))['outbox']).toMatchObject([told]);
    saved(await phone.vault.write([{ do: 'edit', id, kind, base: ended.rev, body: { what: 'mine' } }]));
    expect((await rawTables(phone.id))['outbox']).toMatchObject([told]);
    const deliveries = (await phone.vault.history(id)).map((found) => 'delivery' in found && found.delivery);
    // Of what was refused, or never sent, nobody else can have the words.
    const first = state === 'refused' ? 'here' : 'received';
    const end = state === 'refused' ? 'here' : 'ending';
    expect(deliveries).toEqual(['here', end, 'here', first]);
  },
);

test('what was shared and taken back before it left is said to be here, also when it was shared again', async () => {
  const phone = await openTestVault();
  const change = create(phone, { what: 'hasty' });
  const { id, kind } = change;
  const shared = saved(await phone.vault.write([change]));
  const ended = saved(await phone.vault.write([{ do: 'edit', id, kind, base: shared.rev, audience: 'me' }]));
  const deliveries = async () =>
    (await phone.vault.history(id)).map((found) => 'delivery' in found && found.delivery);
  expect(await deliveries()).toEqual(['here', 'here']);
  const again = saved(await phone.vault.write([{ do: 'edit', id, kind, base: ended.rev, audience: 'team' }]));
  expect((await rawTables(phone.id))['outbox']).toMatchObject([{ rev: again.rev }]);
  saved(await phone.vault.write([{ do: 'edit', id, kind, base: again.rev, audience: 'me' }]));
  expect((await rawTables(phone.id))['outbox']).toEqual([]);
  expect(await deliveries()).toEqual(['here', 'here', 'here', 'here']);
});
