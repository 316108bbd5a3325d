/** A recording outlives the end of its window: what was said is there in its form, and what was thrown away is not. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { createId } from '../../../../src/core/ids.ts';
import { keepReflection, newReflection, reflectKey } from '../../../../src/features/reflections/data.ts';
import { lockOf } from '../../../../src/ui/capture/keep-pieces.ts';
import { findBarriers } from '../../../support/find-barriers.ts';
import { fillPhone } from '../../../support/full-phone.ts';
import { showScreen, type OwnStage } from '../../../support/own-stage.tsx';
import { openOwnVault, type OwnVault } from '../../../support/own-vault.ts';
import { leavePieces, piecewiseMicrophone, wholeSound } from '../../../support/piecewise-microphone.ts';
import { saved } from '../../../support/vault.ts';
import { waveSound } from '../../../support/wave-sound.ts';

let phone: OwnVault;
let shown: OwnStage;
let draft: string;
beforeEach(async () => {
  phone = await openOwnVault();
  draft = reflectKey(phone.vault);
});
afterEach(() => {
  shown.clear();
  phone.vault.close();
  vi.restoreAllMocks();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const words = page.getByRole('textbox').first();
const cutShort = page.getByText('Your recording was cut short', { exact: true });
const title = page.getByRole('heading', { level: 1, name: 'My thoughts' });
const confirm = (name: string) => page.getByRole('dialog').getByRole('button', { name }).click();

async function open(microphone = piecewiseMicrophone(), path = '/reflect') {
  shown = await showScreen({ phone, path, device: microphone });
  await expect.element(words).toBeVisible();
  return microphone;
}

async function comeBack(microphone = piecewiseMicrophone(), path = '/reflect') {
  shown.clear();
  return open(microphone, path);
}

async function startSpeaking(): Promise<void> {
  await button('Say it instead').click();
  await expect.element(button('Stop recording')).toBeVisible();
}

/** How many pieces of all recordings under a draft are on the phone. */
async function pieces(of = draft): Promise<number> {
  const takes = await phone.vault.takes();
  const found = await Promise.all((await takes.of(of)).map((take) => takes.pieces({ draft: of, take })));
  return found.flat().length;
}

const value = async () => (await phone.vault.draft(draft))?.value;

/** The form as a window leaves it that was killed while somebody spoke in it. */
async function killed({ voice = null as unknown, count = 2, take = createId(phone.environment) } = {}) {
  await phone.vault.saveDraft(draft, { ...newReflection(phone.environment), words: 'Beans', voice });
  await leavePieces(await phone.vault.takes(), { draft, take }, { count });
  return take;
}

/** A whole recording of five seconds, kept. */
async function before() {
  const outcome = await phone.vault.keepAttachment(waveSound(5000), { type: 'audio/wav', ms: 5000 });
  if (outcome.status !== 'kept') throw new Error(outcome.status);
  return outcome.ref;
}

test('what is being said is kept as it is said, and only the whole is left once it is stopped', async () => {
  const microphone = await open();
  await startSpeaking();
  expect(await phone.drafts()).toEqual([]);
  for (const count of [1, 2]) {
    microphone.hear();
    await expect.poll(() => pieces()).toBe(count);
  }
  await button('Stop recording').click();
  await expect.element(page.getByText('Your recording is saved on this phone.')).toBeVisible();
  await expect.poll(() => phone.drafts()).toEqual([draft]);
  expect(await value()).toMatchObject({ voice: { ms: 6000, bytes: wholeSound.byteLength } });
  await comeBack();
  await expect.element(button('Listen')).toBeVisible();
  expect(cutShort.elements()).toEqual([]);
});

test('cut short, it is a recording of its field: it says so, plays, and is saved like any other', async () => {
  await killed();
  await open();
  await expect.element(cutShort).toBeVisible();
  await expect.element(page.getByText('all but the last few seconds')).toBeVisible();
  await expect.element(page.getByText('It is further down.')).toBeVisible();
  await expect.element(words).toHaveValue('Beans');
  await expect.element(page.getByText('0:04')).toBeVisible();
  expect(await findBarriers(shown.host)).toEqual([]);
  await button('Listen').click();
  await expect.element(button('Pause')).toBeVisible();
  await expect.poll(() => phone.drafts()).toEqual([draft]);

  await button('Save it').click();
  await expect.element(title).toBeVisible();
  const { items } = await phone.vault.list({});
  expect(items).toMatchObject([{ version: { body: { words: 'Beans', voice: { ms: 4000 } } } }]);
  const [sha256 = ''] = /[0-9a-f]{64}/.exec(JSON.stringify(items)) ?? [];
  const sound = await phone.vault.attachment(sha256);
  expect(sound).toEqual(wholeSound.slice(0, sound?.byteLength));
  expect(sound?.byteLength).toBeGreaterThan(wholeSound.byteLength / 2);
  expect(await phone.drafts()).toEqual([]);
});

test('recorded again, the words about the one cut short are gone with it', async () => {
  await killed();
  await open();
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
  const voice = await before();
  await killed({ voice });
  await open();
  await expect.element(page.getByText('Your new recording was cut short')).toBeVisible();
  await expect.element(button('Listen')).toBeVisible();
  await expect.element(button('Listen to the new one')).toBeVisible();
  expect(await findBarriers(shown.host)).toEqual([]);
  // Until it is said, the one from before is there, and the other still offered after another kill.
  expect(await value()).toMatchObject({ voice });
  await comeBack();
  await button(answer).click();
  await expect.poll(() => phone.drafts()).toEqual([draft]);
  expect(await value()).toMatchObject({ voice: { ms } });
  expect(page.getByText('Your new recording was cut short').elements()).toEqual([]);
});

test('what is still being said in another window is left alone, and found as soon as that one is killed', async () => {
  const take = await killed();
  let kill = () => {};
  const dead = new Promise<void>((resolve) => (kill = resolve));
  await new Promise<void>((taken) => {
    void navigator.locks.request(lockOf(take), () => {
      taken();
      return dead;
    });
  });
  await open();
  // The browser has written down that this window waits.
  await expect.poll(async () => (await navigator.locks.query()).pending).toHaveLength(1);
  expect(await pieces()).toBe(2);
  expect(button('Listen').elements()).toEqual([]);
  kill();
  await expect.element(cutShort).toBeVisible();
  await expect.poll(() => pieces()).toBe(0);
});

test('stopped, and killed before the form had it: it is there, and was not cut short', async () => {
  await killed({ count: 3, voice: await before() });
  await open();
  await expect.poll(value).toMatchObject({ voice: { ms: 6000, bytes: wholeSound.byteLength } });
  await expect.poll(() => pieces()).toBe(0);
  expect(page.getByText('cut short').elements()).toEqual([]);
});

test('of two windows killed while both spoke, both recordings are there to choose from', async () => {
  await killed({ take: 'one', count: 3 });
  await leavePieces(await phone.vault.takes(), { draft, take: 'two' }, { count: 2 });
  await open();
  await expect.element(button('Listen')).toBeVisible();
  await expect.element(button('Listen to the new one')).toBeVisible();
  await expect.element(page.getByText('0:04')).toBeVisible();
  await expect.element(page.getByText('0:06')).toBeVisible();
  await comeBack();
  await expect.element(button('Listen to the new one')).toBeVisible();
});

test('left in the middle and come back to before it is kept: it is there, once', async () => {
  const microphone = await open(piecewiseMicrophone({ slow: true }));
  await startSpeaking();
  microphone.hear();
  await expect.poll(() => pieces()).toBe(1);
  shown.go('/somewhere');
  await expect.element(page.getByText('Elsewhere')).toBeVisible();
  expect(microphone.stopped()).toBe(1);
  shown.go('/reflect');
  await expect.element(words).toBeVisible();
  microphone.letStop();
  await expect.element(button('Listen')).toBeVisible();
  await words.fill('And on');
  await expect.poll(value).toMatchObject({ words: 'And on', voice: { ms: 6000 } });
  await expect.poll(() => pieces()).toBe(0);
  expect(page.getByText('cut short').elements()).toEqual([]);
});

test.each(['a new form', 'a change'])(
  'started again while speaking in %s, nothing comes back',
  async (what) => {
    let path = '/reflect';
    if (what === 'a change') {
      const { id } = saved(
        await keepReflection(phone.vault, { ...newReflection(phone.environment), words: 'Rain' }),
      );
      path = `/reflection/${id}/edit`;
      draft = `edit-reflect:${id}`;
    }
    await open(undefined, path);
    await words.fill('Not like this');
    await expect.poll(() => phone.drafts()).toEqual([draft]);
    const microphone = await comeBack(undefined, path);
    await startSpeaking();
    microphone.hear();
    await expect.poll(() => pieces()).toBe(1);
    await button('Start again').click();
    await confirm('Start again');
    await expect.element(words).toHaveValue(what === 'a change' ? 'Rain' : '');
    await expect.poll(() => microphone.stopped()).toBe(1);
    await expect.element(button('Say it instead')).toBeVisible();
    await expect.poll(() => phone.drafts()).toEqual([]);
    await words.fill('Like this');
    await expect.poll(value).toMatchObject({ words: 'Like this', voice: null });
    await comeBack(undefined, path);
    await expect.element(words).toHaveValue('Like this');
    expect(button('Listen').elements()).toEqual([]);
    expect(await phone.drafts()).toEqual([draft]);
  },
);

test('deleted before its form could be saved, it does not come back', async () => {
  await killed();
  fillPhone('drafts');
  await open();
  await expect.element(cutShort).toBeVisible();
  await expect.element(page.getByText('This change is not saved yet')).toBeVisible();
  expect(await pieces()).toBe(2);
  await button('Delete recording').click();
  await confirm('Delete recording');
  await expect.poll(() => pieces()).toBe(0);
  vi.restoreAllMocks();
  await comeBack();
  await expect.element(words).toHaveValue('Beans');
  await expect.element(button('Say it instead')).toBeVisible();
  expect(cutShort.elements()).toEqual([]);
});

test('no room while speaking: it says so, goes on, keeps what it can later, and stops like any other', async () => {
  await phone.vault.saveDraft(draft, newReflection(phone.environment));
  const microphone = await open();
  await startSpeaking();
  fillPhone('drafts');
  microphone.hear();
  const alert = page.getByRole('alert').filter({ hasText: 'Your recording is not saved while you speak' });
  await expect.element(alert).toHaveTextContent(/no room left.*You can go on speaking/);
  await expect.element(button('Stop recording')).toBeVisible();
  expect(await findBarriers(shown.host)).toEqual([]);
  vi.restoreAllMocks();
  microphone.hear();
  await expect.poll(() => pieces()).toBe(2);
  await expect.poll(() => alert.elements()).toEqual([]);
  await button('Stop recording').click();
  await expect.element(page.getByText('Your recording is saved on this phone.')).toBeVisible();
  await expect.poll(() => phone.drafts()).toEqual([draft]);
});

test('no room to put it together: it stays in pieces, and can be tried again', async () => {
  await killed();
  fillPhone('attachments');
  await open();
  const alert = page.getByRole('alert').filter({ hasText: 'Your recording was cut short' });
  await expect.element(alert).toHaveTextContent(/still on this phone/);
  expect(await pieces()).toBe(2);
  vi.restoreAllMocks();
  await button('Try again').click();
  await expect.element(button('Listen')).toBeVisible();
  await expect.poll(() => pieces()).toBe(0);
});

test('what could not be kept when it was stopped is there after a kill, in pieces', async () => {
  const microphone = await open();
  await startSpeaking();
  microphone.hear();
  await expect.poll(() => pieces()).toBe(1);
  fillPhone('attachments');
  await button('Stop recording').click();
  await expect.element(page.getByRole('alert').filter({ hasText: 'no room left' })).toBeVisible();
  await expect.poll(() => pieces()).toBe(2);
  vi.restoreAllMocks();
  await comeBack();
  await expect.poll(value).toMatchObject({ voice: { ms: 6000 } });
});

test('left out because there was no room, it does not come back', async () => {
  await open();
  await startSpeaking();
  fillPhone('attachments');
  await button('Stop recording').click();
  await expect.poll(() => pieces()).toBe(1);
  await button('Leave it out').click();
  await expect.poll(() => pieces()).toBe(0);
});
