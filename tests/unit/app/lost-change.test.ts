/** That the last change is not saved is told to the one whose it was, also when they come back, and not to the next. */
import 'fake-indexeddb/auto';
import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { forgetWithTheNext } from '../../../src/app/lost-change.ts';
import { appStage, openIn } from '../../support/app-stage.ts';
import { clearPhone } from '../../support/vault.ts';

const stage = appStage();
// Before and after: the same worker may have run other files.
beforeEach(clearPhone);
afterEach(() => stage.clear());

/** Ayo is inside, on a phone that Bea uses too. */
async function handedRound() {
  const { state } = await stage.start();
  const changeLost = signal(false);
  forgetWithTheNext(state.phase, changeLost);
  await state.begin({ name: 'Bea', ownPhone: false });
  const bea = openIn(state).entry;
  await state.leave();
  state.addPerson();
  await state.begin({ name: 'Ayo', ownPhone: false });
  return { state, changeLost, ayo: openIn(state).entry, bea };
}

test('it stays said while its person is inside, and whoever comes in next is not told', async () => {
  const { state, changeLost, ayo, bea } = await handedRound();
  changeLost.value = true;
  state.knownAs('Ayo B.');
  expect(changeLost.value).toBe(true);
  await state.leave();
  await state.open(bea);
  expect(changeLost.value).toBe(false);
  await state.leave();
  await state.open(ayo);
  expect(changeLost.value).toBe(false);
});

test('lost because the phone was handed on in mid-form: told to its person if they come back, to nobody else', async () => {
  const { state, changeLost, ayo, bea } = await handedRound();
  await state.leave();
  changeLost.value = true;
  await state.open(ayo);
  expect(changeLost.value).toBe(true);
  await state.leave();
  await state.open(bea);
  expect(changeLost.value).toBe(false);
});

test('who begins anew after somebody has erased themselves is not told of what was theirs', async () => {
  const { state, changeLost } = await handedRound();
  changeLost.value = true;
  await state.eraseMe();
  state.addPerson();
  await state.begin({ name: 'Cleo', ownPhone: false });
  expect(changeLost.value).toBe(false);
});
