/** Beginning on a phone, with and without a file: all of it, or nothing that is left behind. */
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { NewPerson } from '../../../src/app/make-vault.ts';
import type { Store } from '../../../src/core/store.ts';
import { introduceOwner, shareName } from '../../../src/features/people/data.ts';
import { appStage, openIn } from '../../support/app-stage.ts';
import { clearPhone, saved } from '../../support/vault.ts';

const stage = appStage();
// Before and after: the same worker may have run other files.
beforeEach(clearPhone);
afterEach(() => stage.clear());

const personId = '0190a5f0-0000-7000-8000-000000000001';
const withFile = (bring: (store: Store) => Promise<boolean>): NewPerson => ({
  name: 'Sam',
  ownPhone: true,
  from: { personId, role: 'worker', bring },
});

test('a new person is introduced and there at the next start', async () => {
  const { state } = await stage.start();
  expect(await state.begin({ name: 'Mia', ownPhone: true })).toEqual({ status: 'begun' });
  const { store, owner } = openIn(state);
  expect(await store.get(owner.personId)).toMatchObject({ version: { body: { name: 'Mia' } } });
  const next = await stage.start();
  expect(openIn(next.state).owner).toEqual(owner);
});

test('who comes with a file goes on as the same person in the same role', async () => {
  const { state } = await stage.start();
  const begun = await state.begin(
    withFile((store) => introduceOwner(store, 'Sam of the file', 'fr').then(() => true)),
  );
  expect(begun).toEqual({ status: 'begun' });
  expect(openIn(state).owner).toEqual({ personId, role: 'worker' });
  // The file says who they are; it is not said a second time.
  expect(await openIn(state).store.get(personId)).toMatchObject({
    version: { body: { name: 'Sam of the file' } },
    rivals: 0,
  });
  const next = await stage.start();
  expect(openIn(next.state).owner).toEqual({ personId, role: 'worker' });
});

test('a file without a record of the person: they are introduced by the name they gave', async () => {
  const { state } = await stage.start();
  await state.begin(withFile(() => Promise.resolve(true)));
  expect(await openIn(state).store.get(personId)).toMatchObject({ version: { body: { name: 'Sam' } } });
});

test('where bringing in fails, nothing is left and it can be done again', async () => {
  const { state, directory: list } = await stage.start();
  const failing = withFile(async (store) => {
    await introduceOwner(store, 'half', 'en');
    return false;
  });
  expect(await state.begin(failing)).toEqual({ status: 'not-brought' });
  expect(state.phase.value.at).toBe('first-run');
  expect(await list.list()).toEqual([]);
  expect(await Dexie.getDatabaseNames()).toEqual(['plotline']);
  expect((await state.begin(withFile(() => Promise.resolve(true)))).status).toBe('begun');
});

test('a phone that is full when the person is written: nothing is left', async () => {
  const { state } = await stage.start(() => Promise.resolve({ status: 'full' as const }));
  expect(await state.begin({ name: 'Mia', ownPhone: true })).toEqual({ status: 'failed', why: 'full' });
  expect(await Dexie.getDatabaseNames()).toEqual(['plotline']);
});

test('while records come in, and after the app was closed in the middle, nobody is listed', async () => {
  const { state, directory: list } = await stage.start();
  let midway = () => {};
  const reached = new Promise<void>((resolve) => {
    midway = resolve;
  });
  // Never ends, as when the tab is closed.
  void state.begin(
    withFile(() => {
      midway();
      return new Promise(() => {});
    }),
  );
  await reached;
  expect(await list.list()).toEqual([]);
  const next = await stage.start();
  expect(next.state.phase.value).toEqual({ at: 'first-run', others: false });
  // Another tab may still be at it; an hour later nobody is.
  expect((await Dexie.getDatabaseNames()).length).toBe(2);
  stage.environment.time += 61 * 60 * 1000;
  await stage.start();
  await expect.poll(() => Dexie.getDatabaseNames()).toEqual(['plotline']);
});

test('the same person is not made twice on one phone', async () => {
  const { state } = await stage.start();
  await state.begin(withFile(() => Promise.resolve(true)));
  await state.leave();
  state.addPerson();
  const again = await state.begin(withFile(() => Promise.reject(new Error('never asked'))));
  expect(again).toMatchObject({ status: 'here-already', person: { personId, label: 'Sam' } });
});

test('the role an organisation gives holds at once, is said by the next record, and holds at the next start', async () => {
  const { state } = await stage.start();
  await state.begin({ name: 'Wim', ownPhone: true });
  expect(state.role.value).toBe('participant');
  const { store } = openIn(state);
  expect(await state.actAs('worker', openIn(state).owner.personId)).toBe(true);
  expect([state.role.value, openIn(state).owner.role]).toEqual(['worker', 'worker']);
  expect(saved(await shareName(store))).toMatchObject({
    author: { role: 'worker' },
    audience: 'team',
    body: { roles: ['participant', 'worker'] },
  });
  expect(openIn((await stage.start()).state).owner.role).toBe('worker');
});

test('another window takes over the role that was given in one, and acts in it', async () => {
  const { state } = await stage.start();
  await state.begin({ name: 'Wim', ownPhone: true });
  const here = stage.leaveOpen();
  const { state: other } = await stage.start();
  const stop = other.followRole();
  expect(openIn(other).owner.role).toBe('participant');
  await state.actAs('worker', openIn(state).owner.personId);
  await expect.poll(() => other.role.value).toBe('worker');
  expect(openIn(other).owner.role).toBe('worker');
  stop();
  await state.actAs('participant', openIn(state).owner.personId);
  expect(other.role.value).toBe('worker');
  here?.close();
});

test('a role that comes for somebody who has left meanwhile is not given to who is inside now', async () => {
  const { state } = await stage.start();
  await state.begin({ name: 'Wim', ownPhone: false });
  const wim = openIn(state).owner.personId;
  await state.leave();
  state.addPerson();
  await state.begin({ name: 'Ada', ownPhone: false });
  expect(await state.actAs('worker', wim)).toBe(false);
  expect([state.role.value, openIn(state).owner.role]).toEqual(['participant', 'participant']);
});

test('a role that cannot be kept is not acted in', async () => {
  const { state, directory: list } = await stage.start();
  await state.begin({ name: 'Wim', ownPhone: true });
  list.close();
  expect(await state.actAs('worker', openIn(state).owner.personId)).toBe(false);
  expect([state.role.value, openIn(state).owner.role]).toEqual(['participant', 'participant']);
});

test('where the list of people can be read no more, leaving ends on the page that says so', async () => {
  const { state, directory: list } = await stage.start();
  await state.begin({ name: 'Wim', ownPhone: false });
  list.close();
  await state.leave();
  expect(state.phase.value).toMatchObject({ at: 'out-of-reach' });
});

test('a name typed at a first run outlives a restart, and goes once somebody has begun or gone back', async () => {
  const { state } = await stage.start();
  state.keepNameBegun('Mi');
  state.keepNameBegun('Mia');
  expect(await state.nameBegun()).toBe('Mia');
  const { state: next } = await stage.start();
  expect(await next.nameBegun()).toBe('Mia');
  await next.begin({ name: 'Mia', ownPhone: false });
  expect(await next.nameBegun()).toBe('');
  next.addPerson();
  next.keepNameBegun('Be');
  await next.leave();
  expect(await next.nameBegun()).toBe('');
});
