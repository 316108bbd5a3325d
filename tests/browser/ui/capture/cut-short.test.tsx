/** Somebody spoke, and the window was gone: what was said is there in its form, and what was thrown away is not. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { lockOf } from '../../../../src/ui/capture/keep-pieces.ts';
import { findBarriers } from '../../../support/find-barriers.ts';
import { fillPhone } from '../../../support/full-phone.ts';
import { leavePieces, wholeSound } from '../../../support/piecewise-microphone.ts';
import {
  button,
  confirm,
  cutShort,
  speakingForm,
  words,
  type SpeakingForm,
} from '../../../support/speaking-form.ts';
import { hearLost } from '../../../support/told-lost.ts';

let form: SpeakingForm;
beforeEach(async () => {
  form = await speakingForm();
});
afterEach(() => form.clear());

const title = page.getByRole('heading', { level: 1, name: 'My thoughts' });

test('cut short, it is a recording of its field: it says so, plays, and is saved like any other', async () => {
  await form.killed();
  await form.open();
  await expect.element(cutShort).toBeVisible();
  await expect.element(page.getByText('all but the last few seconds')).toBeVisible();
  await expect.element(page.getByText('It is further down.')).toBeVisible();
  await expect.element(words).toHaveValue('Beans');
  await expect.element(page.getByText('0:04')).toBeVisible();
  expect(await findBarriers(form.host)).toEqual([]);
  await button('Listen').click();
  await expect.element(button('Pause')).toBeVisible();
  await expect.poll(() => form.phone.drafts()).toEqual([form.draft]);

  await button('Save it').click();
  await expect.element(title).toBeVisible();
  const { items } = await form.phone.vault.list({});
  expect(items).toMatchObject([{ version: { body: { words: 'Beans', voice: { ms: 4000 } } } }]);
  const [sha256 = ''] = /[0-9a-f]{64}/.exec(JSON.stringify(items)) ?? [];
  const sound = await form.phone.vault.attachment(sha256);
  expect(sound).toEqual(wholeSound.slice(0, sound?.byteLength));
  expect(sound?.byteLength).toBeGreaterThan(wholeSound.byteLength / 2);
  expect(await form.phone.drafts()).toEqual([]);
});

test('recorded again, the words about the one cut short are gone with it', async () => {
  await form.killed();
  await form.open();
  await expect.element(cutShort).toBeVisible();
  await button('Record again').click();
  await confirm('Record again');
  await button('Stop recording').click();
  await expect.element(page.getByText('Your recording is saved on this phone.')).toBeVisible();
  expect(cutShort.elements()).toEqual([]);
});

test.each([
  ['Use the new one', 4000],
  ['Keep the one from before', 5000],
])('cut short when it was recorded again, the person says which stays: %s', async (answer, ms) => {
  const voice = await form.wholeRecording();
  await form.killed({ voice });
  await form.open();
  await expect.element(page.getByText('Your new recording was cut short')).toBeVisible();
  await expect.element(button('Listen')).toBeVisible();
  await expect.element(button('Listen to the new one')).toBeVisible();
  expect(await findBarriers(form.host)).toEqual([]);
  // Until it is said, the one from before is there, and the other still offered after another kill.
  expect(await form.value()).toMatchObject({ voice });
  await form.comeBack();
  await button(answer).click();
  await expect.poll(() => form.phone.drafts()).toEqual([form.draft]);
  expect(await form.value()).toMatchObject({ voice: { ms } });
  expect(page.getByText('Your new recording was cut short').elements()).toEqual([]);
});

/** Another window that is at work with a recording, until it is killed. */
async function otherWindow(take: string): Promise<() => void> {
  let kill = () => {};
  const dead = new Promise<void>((resolve) => (kill = resolve));
  await new Promise<void>((taken) => {
    void navigator.locks.request(lockOf(take), () => {
      taken();
      return dead;
    });
  });
  return kill;
}

/** The browser has written down that this window waits for the other. */
const thisOneWaits = () => expect.poll(async () => (await navigator.locks.query()).pending).toHaveLength(1);

test('what is still being said in another window is left alone, and found as soon as that one is killed', async () => {
  const kill = await otherWindow(await form.killed());
  await form.open();
  await thisOneWaits();
  expect(await form.pieces()).toBe(2);
  expect(button('Listen').elements()).toEqual([]);
  kill();
  await expect.element(cutShort).toBeVisible();
  await expect.poll(() => form.pieces()).toBe(0);
});

test('found while something else is being said here, neither takes the place of the other unasked', async () => {
  const kill = await otherWindow(await form.killed());
  await form.open();
  await thisOneWaits();
  await form.startSpeaking();
  kill();
  await expect.poll(async () => (await navigator.locks.query()).pending).toHaveLength(0);
  await button('Stop recording').click();
  await expect.element(button('Listen to the new one')).toBeVisible();
  await expect.poll(() => form.value()).toMatchObject({ voice: { ms: 6000 } });
  await button('Use the new one').click();
  await expect.poll(() => form.value()).toMatchObject({ voice: { ms: 4000 } });
  await expect.poll(() => form.pieces()).toBe(0);
});

test('stopped, and killed before the form had it: it is there, and was not cut short', async () => {
  await form.killed({ count: 3, voice: await form.wholeRecording() });
  await form.open();
  await expect.poll(() => form.value()).toMatchObject({ voice: { ms: 6000, bytes: wholeSound.byteLength } });
  await expect.poll(() => form.pieces()).toBe(0);
  expect(page.getByText('cut short').elements()).toEqual([]);
});

test('of two windows killed while both spoke, both recordings are there to choose from', async () => {
  await form.killed({ take: 'one', count: 3 });
  await leavePieces(await form.phone.vault.takes(), { draft: form.draft, take: 'two' }, { count: 2 });
  await form.open();
  await expect.element(button('Listen')).toBeVisible();
  await expect.element(button('Listen to the new one')).toBeVisible();
  await expect.element(page.getByText('0:04')).toBeVisible();
  await expect.element(page.getByText('0:06')).toBeVisible();
  await form.comeBack();
  await expect.element(button('Listen to the new one')).toBeVisible();
});

test('deleted before its form could be saved, it does not come back', async () => {
  const lost = hearLost();
  await form.killed();
  fillPhone('drafts');
  await form.open();
  await expect.element(cutShort).toBeVisible();
  await expect.element(page.getByText('This change is not saved yet')).toBeVisible();
  expect(await form.pieces()).toBe(2);
  await button('Delete recording').click();
  await confirm('Delete recording');
  await expect.poll(() => form.pieces()).toBe(0);
  vi.restoreAllMocks();
  await form.comeBack();
  await expect.element(words).toHaveValue('Beans');
  await expect.element(button('Say it instead')).toBeVisible();
  expect(cutShort.elements()).toEqual([]);
  await expect.poll(() => lost).toHaveLength(1);
});

test('no room to put it together: it stays in pieces, and can be tried again', async () => {
  await form.killed();
  fillPhone('attachments');
  await form.open();
  const alert = page.getByRole('alert').filter({ hasText: 'Your recording was cut short' });
  await expect.element(alert).toHaveTextContent(/still on this phone/);
  expect(await form.pieces()).toBe(2);
  vi.restoreAllMocks();
  await button('Try again').click();
  await expect.element(button('Listen')).toBeVisible();
  await expect.poll(() => form.pieces()).toBe(0);
});
