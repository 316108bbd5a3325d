/** What is ready only after the phone has moved on: kept, and nobody is let into the space of another. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AppState } from '../../../src/app/app-state.ts';
import type { NewPerson } from '../../../src/app/make-vault.ts';
import { appStage, openIn } from '../../support/app-stage.ts';
import { clearPhone } from '../../support/vault.ts';

const stage = appStage();
// Before and after: the same worker may have run other files.
beforeEach(clearPhone);
afterEach(() => stage.clear());

const personId = '0190a5f0-0000-7000-8000-000000000001';

/** A promise, and what fulfils it. */
function gate(): { open(): void; opened: Promise<void> } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

/** Begins with records that are fetched until `came`; `fetching` is over once that is under way. */
function beginSlowly(state: AppState, more: Partial<NewPerson> = {}) {
  const [started, come] = [gate(), gate()];
  const bring = async () => {
    started.open();
    await come.opened;
    return true;
  };
  const from = { personId, role: 'participant', bring } as const;
  const begun = state.begin({ name: 'Sam', ownPhone: false, from, ...more });
  return { begun, fetching: started.opened, came: come.open };
}

const namesIn = (state: AppState) => {
  const phase = state.phase.value;
  return phase.at === 'choose' ? phase.people.map(({ label }) => label) : phase.at;
};

test('who is filled only after another has come in is listed, and takes nothing out of their hands', async () => {
  const { state } = await stage.start();
  await state.begin({ name: 'Bea', ownPhone: false });
  const bea = openIn(state).entry;
  await state.leave();
  state.addPerson();
  const { begun, fetching, came } = beginSlowly(state);
  await fetching;
  await state.leave();
  await state.open(bea);
  came();
  expect(await begun).toEqual({ status: 'listed' });
  expect(openIn(state).entry.id).toBe(bea.id);
  expect((await openIn(state).store.saveDraft('x', 1)).status).toBe('saved');
  await state.leave();
  expect(namesIn(state)).toEqual(expect.arrayContaining(['Bea', 'Sam']));
});

test('who is filled while it is asked who is here appears in the list, whole, and can come in', async () => {
  const { state } = await stage.start();
  await state.begin({ name: 'Bea', ownPhone: false });
  await state.leave();
  state.addPerson();
  stage.environment.time += 1000;
  const { begun, fetching, came } = beginSlowly(state);
  await fetching;
  await state.leave();
  expect(namesIn(state)).toEqual(['Bea']);
  came();
  expect(await begun).toEqual({ status: 'listed' });
  await expect.poll(() => namesIn(state)).toEqual(['Bea', 'Sam']);
  const phase = state.phase.value;
  if (phase.at !== 'choose' || !phase.people[1]) throw new Error(phase.at);
  await state.open(phase.people[1]);
  expect(await openIn(state).store.get(personId)).toMatchObject({ version: { body: { name: 'Sam' } } });
});

test('who is filled while the next one types their name does not disturb that, and can be gone back to', async () => {
  const { state } = await stage.start();
  let stands = true;
  const { begun, fetching, came } = beginSlowly(state, { waitedFor: () => stands });
  await fetching;
  stands = false;
  state.keepNameBegun('Be');
  came();
  expect(await begun).toEqual({ status: 'listed' });
  expect(state.phase.value).toEqual({ at: 'first-run', others: true });
  expect(await state.nameBegun()).toBe('Be');
  await state.leave();
  expect(namesIn(state)).toEqual(['Sam']);
});

test('who begins beside somebody that is inside and goes on there is listed, and the other stays inside', async () => {
  const { state } = await stage.start();
  await state.begin({ name: 'Bea', ownPhone: true });
  const { store } = openIn(state);
  const { begun, came } = beginSlowly(state, { waitedFor: () => false });
  came();
  expect(await begun).toEqual({ status: 'listed' });
  expect(openIn(state).store).toBe(store);
  expect((await store.saveDraft('x', 1)).status).toBe('saved');
});

test('the role given with the records is theirs also where they are only listed', async () => {
  const { state, directory: list } = await stage.start();
  const bring = () => Promise.resolve(true);
  const given = () => 'worker' as const;
  const from = { personId, role: 'participant', bring, given } as const;
  const begun = await state.begin({ name: 'Sam', ownPhone: false, from, waitedFor: () => false });
  expect(begun).toEqual({ status: 'listed' });
  expect(await list.list()).toMatchObject([{ personId, role: 'worker' }]);
});

test('tapped by mistake, a vault that takes longer to open does not come in over the one that was meant', async () => {
  const { state } = await stage.start();
  await state.begin({ name: 'Ayo', ownPhone: false });
  const ayo = openIn(state).entry;
  await state.leave();
  state.addPerson();
  await state.begin({ name: 'Bea', ownPhone: false });
  const bea = openIn(state).entry;
  await state.leave();
  const held = stage.holdOpening(ayo.id);
  const byMistake = state.open(ayo);
  await held.asked;
  await state.open(bea);
  held.letGo();
  await byMistake;
  expect(openIn(state).entry.id).toBe(bea.id);
  expect((await openIn(state).store.saveDraft('x', 1)).status).toBe('saved');
  // What came too late is closed.
  expect((await (await held.opened).saveDraft('x', 1)).status).toBe('unavailable');
});

test('a vault that opens after the choice was left for a first run does not take that away', async () => {
  const { state } = await stage.start();
  await state.begin({ name: 'Ayo', ownPhone: false });
  const ayo = openIn(state).entry;
  await state.leave();
  const held = stage.holdOpening(ayo.id);
  const byMistake = state.open(ayo);
  await held.asked;
  state.addPerson();
  held.letGo();
  await byMistake;
  expect(state.phase.value).toEqual({ at: 'first-run', others: true });
});
