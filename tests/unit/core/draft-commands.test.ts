/** A form that was left open while its record went on: only what was chosen in it overrules what was chosen meanwhile. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { finishChange, finishNew } from '../../../src/core/draft-commands.ts';
import { restore, withdraw } from '../../../src/core/record-commands.ts';
import type { Audience, Version } from '../../../src/core/version.ts';
import { openSyncPhone, received, type SyncPhone } from '../../support/sync-phone.ts';
import { plan, saved } from '../../support/vault.ts';

let phone: SyncPhone;
beforeEach(async () => {
  phone = await openSyncPhone();
});
afterEach(() => phone.vault.close());

async function now(id: string): Promise<Version> {
  const found = await phone.vault.get(id);
  if (found?.status !== 'ok') throw new Error(`${found?.status}`);
  return found.version;
}

/** A shared record, and what became of it since a form was begun on it. */
async function begun(audience: Audience = 'team') {
  const { make, change, sync, hub } = phone;
  const first = await make('as it was', { audience });
  if (audience === 'team') await sync.settle(hub, received([first]));
  const answered = await change(first, { what: 'answered' });
  const finish = async (parts: { audience?: Audience; what?: string; settles?: string[] } = {}) => {
    const { what = 'from the form', ...rest } = parts;
    const change_ = { kind: plan, now: await now(first.id), base: first.rev, body: { what }, ...rest };
    return finishChange(phone.vault, change_, 'edit-plan:1');
  };
  return { first, answered, finish };
}

describe('the share was taken back meanwhile, and the words changed', () => {
  test.each([undefined, 'team'] as const)(
    'finished with nothing else chosen (%s), it stays private and no words leave',
    async (audience) => {
      const { answered, finish } = await begun();
      await phone.change(answered, { audience: 'me' });
      expect(saved(await finish({ ...(audience && { audience }) })).audience).toBe('me');
      const leaving = await phone.outgoing(phone.hub);
      expect(leaving.map(({ version: { body } }) => body)).not.toContainEqual({ what: 'from the form' });
    },
  );

  test('a form begun while it was private makes nothing public either', async () => {
    const { answered, finish } = await begun('me');
    await phone.change(answered, { audience: 'team' });
    expect(saved(await finish()).audience).toBe('me');
  });

  test('what was chosen in the form holds', async () => {
    const { answered, finish } = await begun('me');
    const shared = await phone.change(answered, { audience: 'team' });
    await phone.change(shared, { audience: 'me' });
    expect(saved(await finish({ audience: 'team' })).audience).toBe('team');
  });

  test('still shared, it is shared', async () => {
    const { finish } = await begun();
    expect(saved(await finish()).audience).toBe('team');
  });
});

describe('the record was hidden or brought back meanwhile, and the words changed', () => {
  test('hidden, it stays hidden', async () => {
    const { answered, finish } = await begun();
    saved(await withdraw(phone.vault, answered, plan));
    expect(saved(await finish()).removed).toBe('withdrawn');
  });

  test('brought back, it is not hidden once more', async () => {
    const { make, vault } = phone;
    const hidden = saved(await withdraw(vault, await make('as it was'), plan));
    const back = saved(await restore(vault, hidden, plan));
    const standing = await phone.change(back, { what: 'answered' });
    const body = { what: 'from the form' };
    const change = { kind: plan, now: standing, base: hidden.rev, body };
    expect(saved(await finishChange(vault, change, 'edit-plan:1')).removed).toBeUndefined();
  });
});

const newPlan = <Seen extends Audience>(audience: Seen) => ({
  do: 'create' as const,
  id: phone.newId(),
  kind: plan,
  subject: phone.owner.personId,
  body: { what: 'new' },
  audience,
});

test('finished once more after its share was taken back, a new record is not shared again', async () => {
  const { vault } = phone;
  const creation = newPlan('team');
  const made = saved(await finishNew(vault, creation, 'plan:1'));
  await phone.change(made, { audience: 'me' });
  expect(await finishNew(vault, creation, 'plan:1')).toEqual({ status: 'saved', versions: [] });
  const other = { ...creation, body: { what: 'other words' } };
  expect(saved(await finishNew(vault, other, 'plan:1')).audience).toBe('me');
});

test('finished in a second window for oneself, other words stay so, though the record was shared meanwhile', async () => {
  const { vault } = phone;
  const creation = newPlan('me');
  const made = saved(await finishNew(vault, creation, 'plan:1'));
  await phone.change(made, { audience: 'team' });
  const other = { ...creation, body: { what: 'for me alone' } };
  expect(saved(await finishNew(vault, other, 'plan:1')).audience).toBe('me');
});

test('what a record settled once is not settled again: finished with nothing new, no version is made', async () => {
  const { make, change, vault } = phone;
  const first = await make('first');
  const mine = await change(first, { what: 'mine' });
  const rival = await change(first, { what: 'rival' });
  const edit = { do: 'edit', id: first.id, kind: plan, base: rival.rev, body: { what: 'both' } } as const;
  const both = saved(await vault.write([{ ...edit, settles: [mine.rev] }]));
  const again = { kind: plan, now: both, base: both.rev, settles: both.settles, body: both.body };
  expect(await finishChange(vault, again, 'edit-plan:1')).toEqual({ status: 'saved', versions: [] });
  const next = saved(await finishChange(vault, { ...again, body: { what: 'more' } }, 'edit-plan:1'));
  expect(next.settles).toBeUndefined();
});
