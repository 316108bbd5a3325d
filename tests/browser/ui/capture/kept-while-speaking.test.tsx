/** What is being said is kept as it is said, and nothing of it is left of what was thrown away. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { keepReflection, newReflection } from '../../../../src/features/reflections/data.ts';
import { records } from '../../../../src/records.ts';
import { findBarriers } from '../../../support/find-barriers.ts';
import { fillPhone } from '../../../support/full-phone.ts';
import { piecewiseMicrophone, wholeSound } from '../../../support/piecewise-microphone.ts';
import {
  button,
  confirm,
  cutShort,
  speakingForm,
  words,
  type SpeakingForm,
} from '../../../support/speaking-form.ts';
import { saved } from '../../../support/vault.ts';

let form: SpeakingForm;
beforeEach(async () => {
  form = await speakingForm();
});
afterEach(() => form.clear());

test('what is being said is kept as it is said, and only the whole is left once it is stopped', async () => {
  const microphone = await form.open();
  await form.startSpeaking();
  expect(await form.phone.drafts()).toEqual([]);
  for (const count of [1, 2]) {
    microphone.hear();
    await expect.poll(() => form.pieces()).toBe(count);
  }
  await button('Stop recording').click();
  await expect.element(page.getByText('Your recording is saved on this phone.')).toBeVisible();
  await expect.poll(() => form.phone.drafts()).toEqual([form.draft]);
  expect(await form.value()).toMatchObject({ voice: { ms: 6000, bytes: wholeSound.byteLength } });
  await form.comeBack();
  await expect.element(button('Listen')).toBeVisible();
  expect(cutShort.elements()).toEqual([]);
});

test('left in the middle and come back to before it is kept: it is there, once', async () => {
  const microphone = await form.open(piecewiseMicrophone({ slow: true }));
  await form.startSpeaking();
  microphone.hear();
  await expect.poll(() => form.pieces()).toBe(1);
  form.go('/somewhere');
  await expect.element(page.getByText('Elsewhere')).toBeVisible();
  expect(microphone.stopped()).toBe(1);
  form.go('/reflect');
  await expect.element(words).toBeVisible();
  microphone.letStop();
  await expect.element(button('Listen')).toBeVisible();
  await words.fill('And on');
  await expect.poll(() => form.value()).toMatchObject({ words: 'And on', voice: { ms: 6000 } });
  await expect.poll(() => form.pieces()).toBe(0);
  expect(page.getByText('cut short').elements()).toEqual([]);
});

test.each(['a new form', 'a change'])(
  'started again while speaking in %s, nothing comes back',
  async (what) => {
    if (what === 'a change') {
      const { id } = saved(
        await keepReflection(form.phone.vault, { ...newReflection(form.phone.environment), words: 'Rain' }),
      );
      form.path = `/reflection/${id}/edit`;
      form.draft = `edit-reflect:${id}`;
    }
    await form.open();
    await words.fill('Not like this');
    await expect.poll(() => form.phone.drafts()).toEqual([form.draft]);
    const microphone = await form.comeBack();
    await form.startSpeaking();
    microphone.hear();
    await expect.poll(() => form.pieces()).toBe(1);
    await button('Start again').click();
    await confirm('Start again');
    await expect.element(words).toHaveValue(what === 'a change' ? 'Rain' : '');
    await expect.poll(() => microphone.stopped()).toBe(1);
    await expect.element(button('Say it instead')).toBeVisible();
    await expect.poll(() => form.phone.drafts()).toEqual([]);
    await words.fill('Like this');
    await expect.poll(() => form.value()).toMatchObject({ words: 'Like this', voice: null });
    await form.comeBack();
    await expect.element(words).toHaveValue('Like this');
    expect(button('Listen').elements()).toEqual([]);
    expect(await form.phone.drafts()).toEqual([form.draft]);
  },
);

test('started again in another window while speaking: it is said, and nothing of what was said is lost', async () => {
  await form.open();
  await words.fill('Not like this');
  await expect.poll(() => form.phone.drafts()).toEqual([form.draft]);
  const microphone = await form.comeBack();
  await form.startSpeaking();
  microphone.hear();
  await expect.poll(() => form.pieces()).toBe(1);
  const other = await form.phone.openTab(records);
  expect((await other.dropDraft(form.draft)).status).toBe('saved');
  microphone.hear();
  const alert = page.getByRole('alert').filter({ hasText: 'Your recording is not saved while you speak' });
  await expect.element(alert).toHaveTextContent(/You started this again, or finished it, in another window/);
  expect(await findBarriers(form.host)).toEqual([]);
  await button('Stop recording').click();
  await expect.element(page.getByText('Your recording is saved on this phone.')).toBeVisible();
  await expect.poll(() => form.value()).toMatchObject({ words: 'Not like this', voice: { ms: 6000 } });
  await expect.poll(() => form.pieces()).toBe(0);
  other.close();
});

test('begun anew in another window while speaking: the person says which of the two stays', async () => {
  await form.open();
  await words.fill('Here');
  await expect.poll(() => form.phone.drafts()).toEqual([form.draft]);
  const microphone = await form.comeBack();
  await form.startSpeaking();
  microphone.hear();
  await expect.poll(() => form.pieces()).toBe(1);
  const other = await form.phone.openTab(records);
  await other.dropDraft(form.draft);
  await other.saveDraft(form.draft, { ...newReflection(form.phone.environment), words: 'There' });
  await button('Stop recording').click();
  await expect.element(page.getByText(/You also went on with this in another window/)).toBeVisible();
  await expect.element(button('Listen')).toBeVisible();
  expect((await other.draft(form.draft))?.value).toMatchObject({ words: 'There', voice: null });
  await button('Use what is written here').click();
  await expect.poll(() => form.value()).toMatchObject({ words: 'Here', voice: { ms: 6000 } });
  other.close();
});

test('no room while speaking: it says so, goes on, keeps what it can later, and stops like any other', async () => {
  await form.phone.vault.saveDraft(form.draft, newReflection(form.phone.environment));
  const microphone = await form.open();
  await form.startSpeaking();
  fillPhone('drafts');
  microphone.hear();
  const alert = page.getByRole('alert').filter({ hasText: 'Your recording is not saved while you speak' });
  await expect.element(alert).toHaveTextContent(/no room left.*You can go on speaking/);
  await expect.element(button('Stop recording')).toBeVisible();
  expect(await findBarriers(form.host)).toEqual([]);
  vi.restoreAllMocks();
  microphone.hear();
  await expect.poll(() => form.pieces()).toBe(2);
  await expect.poll(() => alert.elements()).toEqual([]);
  await button('Stop recording').click();
  await expect.element(page.getByText('Your recording is saved on this phone.')).toBeVisible();
  await expect.poll(() => form.phone.drafts()).toEqual([form.draft]);
});

test('what could not be kept when it was stopped is there after a kill, in pieces', async () => {
  const microphone = await form.open();
  await form.startSpeaking();
  microphone.hear();
  await expect.poll(() => form.pieces()).toBe(1);
  fillPhone('attachments');
  await button('Stop recording').click();
  await expect.element(page.getByRole('alert').filter({ hasText: 'no room left' })).toBeVisible();
  await expect.poll(() => form.pieces()).toBe(2);
  vi.restoreAllMocks();
  await form.comeBack();
  await expect.poll(() => form.value()).toMatchObject({ voice: { ms: 6000 } });
});

test('left out because there was no room, it does not come back', async () => {
  await form.open();
  await form.startSpeaking();
  fillPhone('attachments');
  await button('Stop recording').click();
  await expect.poll(() => form.pieces()).toBe(1);
  await button('Leave it out').click();
  await expect.poll(() => form.pieces()).toBe(0);
});
