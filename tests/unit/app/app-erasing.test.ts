/** Erasing oneself from a phone, and what others on it see of that. */
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { appStage, openIn } from '../../support/app-stage.ts';
import { clearPhone } from '../../support/vault.ts';

const stage = appStage();
// Before and after: the same worker may have run other files.
beforeEach(clearPhone);
afterEach(() => stage.clear());

test('who erases themselves leaves nothing, and the next one begins anew', async () => {
  const { state, directory: list } = await stage.start();
  await state.begin({ name: 'Mia', ownPhone: true });
  const { store } = openIn(state);
  expect(await state.eraseMe()).toBe(true);
  expect([state.phase.value, state.role.value, state.loss.value]).toEqual([
    { at: 'erased', left: null },
    null,
    null,
  ]);
  expect(stage.beforeLastGoes).toHaveBeenCalledOnce();
  expect(await Dexie.getDatabaseNames()).toEqual(['plotline']);
  expect(await list.list()).toEqual([]);
  expect((await store.saveDraft('x', 1)).status).toBe('unavailable');
  // A second tap does nothing more.
  expect(await state.eraseMe()).toBe(false);
  await state.leave();
  expect(state.phase.value).toEqual({ at: 'first-run', others: false });
  expect((await stage.start()).state.phase.value).toEqual({ at: 'first-run', others: false });
});

test('leaving elsewhere is begun once all is gone, and nothing waits for it; not where nothing could go', async () => {
  const { state, directory: list } = await stage.start();
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
  await expect.poll(() => gone).toEqual([true]);
});

test('others on the phone keep theirs, and nobody is let into the space of another', async () => {
  const { state } = await stage.start();
  await state.begin({ name: 'Ayo', ownPhone: true });
  state.addPerson();
  await state.begin({ name: 'Bea', ownPhone: true });
  expect(await state.eraseMe()).toBe(true);
  expect(stage.beforeLastGoes).not.toHaveBeenCalled();
  await state.leave();
  expect(state.phase.value).toMatchObject({ at: 'choose', people: [{ label: 'Ayo' }] });
  const next = await stage.start();
  expect(openIn(next.state).entry.label).toBe('Ayo');
  expect(await openIn(next.state).store.get(openIn(next.state).owner.personId)).not.toBeNull();
});

test('who is asked for follows what another window does: a new name, and who is erased there', async () => {
  const { state: here, directory: first } = await stage.start();
  await here.begin({ name: 'Ayo', ownPhone: false });
  here.addPerson();
  // The list is in the order they came.
  stage.environment.time += 1000;
  await here.begin({ name: 'Bea', ownPhone: false });
  // Kept open: `start` closes the one before.
  stage.leaveOpen();
  const { state: there } = await stage.start();
  const asked = () => {
    const phase = there.phase.value;
    return phase.at === 'choose' ? phase.people.map(({ label }) => label) : phase.at;
  };
  expect(asked()).toEqual(['Ayo', 'Bea']);
  here.knownAs('Beatrix');
  await expect.poll(asked).toEqual(['Ayo', 'Beatrix']);
  expect(await here.eraseMe()).toBe(true);
  await expect.poll(asked).toEqual(['Ayo']);
  await here.leave();
  const phase = here.phase.value;
  if (phase.at !== 'choose' || !phase.people[0]) throw new Error(phase.at);
  await here.open(phase.people[0]);
  expect(await here.eraseMe()).toBe(true);
  await expect.poll(asked).toBe('first-run');
  first.close();
});

test('killed in the middle of erasing, no name and no key is left, and the next start clears away the rest', async () => {
  const { state } = await stage.start();
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
  expect((await stage.start()).state.phase.value).toEqual({ at: 'first-run', others: false });
  await expect.poll(() => Dexie.getDatabaseNames()).toEqual(['plotline']);
});

test('where the phone cannot erase, everything is still there and open', async () => {
  const { state } = await stage.start();
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
