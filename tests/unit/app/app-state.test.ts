/** Beginning on a phone, with and without a file: all of it, or nothing that is left behind. */
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAppState, type AppState, type NewPerson } from '../../../src/app/app-state.ts';
import type { Store } from '../../../src/core/store.ts';
import { introduceOwner, shareName } from '../../../src/features/people/data.ts';
import { records } from '../../../src/records.ts';
import { openDirectory, type Directory } from '../../../src/storage/directory.ts';
import { openVault } from '../../../src/storage/open-vault.ts';
import { clearPhone, saved, testEnvironment } from '../../support/vault.ts';

const environment = testEnvironment();
let directory: Directory | undefined;
const beforeLastGoes = vi.fn<() => void>();
// Before and after: the same worker may have run other files.
beforeEach(clearPhone);
afterEach(async () => {
  vi.restoreAllMocks();
  beforeLastGoes.mockReset();
  directory?.close();
  await clearPhone();
});

async function start(introduce = (store: Store, name: string) => introduceOwner(store, name, 'en')) {
  directory?.close();
  const opened = (directory = await openDirectory(environment));
  const state = await createAppState({
    directory: opened,
    environment,
    openVault: (entry) =>
      openVault(entry, {
        environment,
        records,
        owner: {
          personId: entry.personId,
          get role() {
            return entry.role;
          },
        },
      }),
    introduce,
    beforeLastGoes,
  });
  return { state, directory: opened };
}

const personId = '0190a5f0-0000-7000-8000-000000000001';
const withFile = (bring: (store: Store) => Promise<boolean>): NewPerson => ({
  name: 'Sam',
  ownPhone: true,
  from: { personId, role: 'worker', bring },
});

function openIn(state: AppState) {
  const phase = state.phase.value;
  if (phase.at !== 'open') throw new Error(phase.at);
  return phase;
}

test('a new person is introduced and there at the next start', async () => {
  const { state } = await start();
  expect(await state.begin({ name: 'Mia', ownPhone: true })).toEqual({ status: 'begun' });
  const { store, owner } = openIn(state);
  expect(await store.get(owner.personId)).toMatchObject({ version: { body: { name: 'Mia' } } });
  const next = await start();
  expect(openIn(next.state).owner).toEqual(owner);
});

test('who comes with a file goes on as the same person in the same role', async () => {
  const { state } = await start();
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
  const next = await start();
  expect(openIn(next.state).owner).toEqual({ personId, role: 'worker' });
});

test('a file without a record of the person: they are introduced by the name they gave', async () => {
  const { state } = await start();
  await state.begin(withFile(() => Promise.resolve(true)));
  expect(await openIn(state).store.get(personId)).toMatchObject({ version: { body: { name: 'Sam' } } });
});

test('where bringing in fails, nothing is left and it can be done again', async () => {
  const { state, directory: list } = await start();
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
  const { state } = await start(() => Promise.resolve({ status: 'full' as const }));
  expect(await state.begin({ name: 'Mia', ownPhone: true })).toEqual({ status: 'failed', why: 'full' });
  expect(await Dexie.getDatabaseNames()).toEqual(['plotline']);
});

test('while records come in, and after the app was closed in the middle, nobody is listed', async () => {
  const { state, directory: list } = await start();
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
  const next = await start();
  expect(next.state.phase.value).toEqual({ at: 'first-run', others: false });
  // Another tab may still be at it; an hour later nobody is.
  expect((await Dexie.getDatabaseNames()).length).toBe(2);
  environment.time += 61 * 60 * 1000;
  await start();
  await expect.poll(() => Dexie.getDatabaseNames()).toEqual(['plotline']);
});

test('the same person is not made twice on one phone', async () => {
  const { state } = await start();
  await state.begin(withFile(() => Promise.resolve(true)));
  await state.leave();
  state.addPerson();
  const again = await state.begin(withFile(() => Promise.reject(new Error('never asked'))));
  expect(again).toMatchObject({ status: 'here-already', person: { personId, label: 'Sam' } });
});

test('the role an organisation gives holds at once, is said by the next record, and holds at the next start', async () => {
  const { state } = await start();
  await state.begin({ name: 'Wim', ownPhone: true });
  expect(state.role.value).toBe('participant');
  const { store } = openIn(state);
  expect(await state.actAs('worker')).toBe(true);
  expect([state.role.value, openIn(state).owner.role]).toEqual(['worker', 'worker']);
  expect(saved(await shareName(store))).toMatchObject({
    author: { role: 'worker' },
    audience: 'team',
    body: { roles: ['participant', 'worker'] },
  });
  expect(openIn((await start()).state).owner.role).toBe('worker');
});

test('another window takes over the role that was given in one, and acts in it', async () => {
  const { state } = await start();
  await state.begin({ name: 'Wim', ownPhone: true });
  const here = directory;
  directory = undefined;
  const { state: other } = await start();
  const stop = other.followRole();
  expect(openIn(other).owner.role).toBe('participant');
  await state.actAs('worker');
  await vi.waitFor(() => expect(other.role.value).toBe('worker'));
  expect(openIn(other).owner.role).toBe('worker');
  stop();
  await state.actAs('participant');
  expect(other.role.value).toBe('worker');
  here?.close();
});

test('a role that cannot be kept is not acted in', async () => {
  const { state, directory: list } = await start();
  await state.begin({ name: 'Wim', ownPhone: true });
  list.close();
  expect(await state.actAs('worker')).toBe(false);
  expect([state.role.value, openIn(state).owner.role]).toEqual(['participant', 'participant']);
});

test('who erases themselves leaves nothing, and the next one begins anew', async () => {
  const { state, directory: list } = await start();
  await state.begin({ name: 'Mia', ownPhone: true });
  const { store } = openIn(state);
  expect(await state.eraseMe()).toBe(true);
  expect([state.phase.value, state.role.value, state.loss.value]).toEqual([
    { at: 'erased', left: null },
    null,
    null,
  ]);
  expect(beforeLastGoes).toHaveBeenCalledOnce();
  expect(await Dexie.getDatabaseNames()).toEqual(['plotline']);
  expect(await list.list()).toEqual([]);
  expect((await store.saveDraft('x', 1)).status).toBe('unavailable');
  // A second tap does nothing more.
  expect(await state.eraseMe()).toBe(false);
  await state.leave();
  expect(state.phase.value).toEqual({ at: 'first-run', others: false });
  expect((await start()).state.phase.value).toEqual({ at: 'first-run', others: false });
});

test('leaving elsewhere is begun once all is gone, and nothing waits for it; not where nothing could go', async () => {
  const { state, directory: list } = await start();
  await state.begin({ name: 'Mia', ownPhone: true });
  vi.spyOn(list, 'remove').mockRejectedValueOnce(new Error('no'));
  const gone: boolean[] = [];
  const leave = vi.fn(async () => {
    gone.push((await list.list()).length === 0);
    return new Promise<'ended'>(() => {});
  });
  expect(await state.eraseMe(leave)).toBe(false);
  expect(leave).not.toHaveBeenCalled();
  expect(await state.eraseMe(leave)).toBe(true);
  expect(state.phase.value).toMatchObject({ at: 'erased', left: expect.any(Promise) });
  await vi.waitFor(() => expect(gone).toEqual([true]));
});

test('others on the phone keep theirs, and nobody is let into the space of another', async () => {
  const { state } = await start();
  await state.begin({ name: 'Ayo', ownPhone: true });
  state.addPerson();
  await state.begin({ name: 'Bea', ownPhone: true });
  expect(await state.eraseMe()).toBe(true);
  expect(beforeLastGoes).not.toHaveBeenCalled();
  await state.leave();
  expect(state.phase.value).toMatchObject({ at: 'choose', people: [{ label: 'Ayo' }] });
  const next = await start();
  expect(openIn(next.state).entry.label).toBe('Ayo');
  expect(await openIn(next.state).store.get(openIn(next.state).owner.personId)).not.toBeNull();
});

test('who is asked for follows what another window does: a new name, and who is erased there', async () => {
  const { state: here, directory: first } = await start();
  await here.begin({ name: 'Ayo', ownPhone: false });
  here.addPerson();
  // The list is in the order they came.
  environment.time += 1000;
  await here.begin({ name: 'Bea', ownPhone: false });
  // Kept open: `start` closes the one before.
  directory = undefined;
  const { state: there } = await start();
  const asked = () => {
    const phase = there.phase.value;
    return phase.at === 'choose' ? phase.people.map(({ label }) => label) : phase.at;
  };
  expect(asked()).toEqual(['Ayo', 'Bea']);
  here.knownAs('Beatrix');
  await vi.waitFor(() => expect(asked()).toEqual(['Ayo', 'Beatrix']));
  expect(await here.eraseMe()).toBe(true);
  await vi.waitFor(() => expect(asked()).toEqual(['Ayo']));
  await here.leave();
  const phase = here.phase.value;
  if (phase.at !== 'choose' || !phase.people[0]) throw new Error(phase.at);
  await here.open(phase.people[0]);
  expect(await here.eraseMe()).toBe(true);
  await vi.waitFor(() => expect(asked()).toBe('first-run'));
  first.close();
});

test('killed in the middle of erasing, no name and no key is left, and the next start clears away the rest', async () => {
  const { state } = await start();
  await state.begin({ name: 'Mia', ownPhone: true });
  const vault = `plotline-${openIn(state).entry.id}`;
  let midway = () => {};
  const reached = new Promise<void>((resolve) => {
    midway = resolve;
  });
  // Never answers, as when the browser is killed.
  vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation(() => {
    midway();
    return new EventTarget() as IDBOpenDBRequest;
  });
  void state.eraseMe();
  await reached;
  vi.restoreAllMocks();
  const raw = await new Dexie('plotline').open();
  expect(await raw.table('vaults').toArray()).toEqual([
    { id: vault.slice('plotline-'.length), removed: true },
  ]);
  raw.close();
  expect(await Dexie.getDatabaseNames()).toContain(vault);
  expect((await start()).state.phase.value).toEqual({ at: 'first-run', others: false });
  await expect.poll(() => Dexie.getDatabaseNames()).toEqual(['plotline']);
});

test('where the phone cannot erase, everything is still there and open', async () => {
  const { state } = await start();
  await state.begin({ name: 'Mia', ownPhone: true });
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...how) {
    if (this.name === 'vaults') throw new DOMException('no room', 'QuotaExceededError');
    return put.apply(this, how);
  });
  expect(await state.eraseMe()).toBe(false);
  vi.restoreAllMocks();
  const { store, owner } = openIn(state);
  expect(await store.get(owner.personId)).toMatchObject({ version: { body: { name: 'Mia' } } });
  expect((await store.saveDraft('x', 1)).status).toBe('saved');
  expect(await state.eraseMe()).toBe(true);
});

test('a name typed at a first run outlives a restart, and goes once somebody has begun or gone back', async () => {
  const { state } = await start();
  state.keepNameBegun('Mi');
  state.keepNameBegun('Mia');
  expect(await state.nameBegun()).toBe('Mia');
  const { state: next } = await start();
  expect(await next.nameBegun()).toBe('Mia');
  await next.begin({ name: 'Mia', ownPhone: false });
  expect(await next.nameBegun()).toBe('');
  next.addPerson();
  next.keepNameBegun('Be');
  await next.leave();
  expect(await next.nameBegun()).toBe('');
});
