/** A form left before its last change is kept: nothing of it is lost without a word. */
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { signal } from '@preact/signals';
import { AppContext } from '../../../src/app/app-context.tsx';
import { StumbleNotice } from '../../../src/app/stumble-notice.tsx';
import type { ChangeLost } from '../../../src/core/change-lost.ts';
import type { Device } from '../../../src/core/device.ts';
import { VaultLeft } from '../../../src/core/vault-left.ts';
import { reflectKey } from '../../../src/features/reflections/data.ts';
import { connectedApp } from '../../support/connected-app.ts';
import { fillPhone } from '../../support/full-phone.ts';
import { showScreen, type OwnStage } from '../../support/own-stage.tsx';
import { hearLost } from '../../support/told-lost.ts';
import { piecewiseMicrophone } from '../../support/piecewise-microphone.ts';
import { openOwnVault, type OwnVault } from '../../support/own-vault.ts';
import { show } from '../ui/stage.tsx';

let phone: OwnVault;
let shown: OwnStage | undefined;
let lost: ChangeLost[];
beforeEach(async () => {
  phone = await openOwnVault();
  lost = hearLost();
});
afterEach(() => {
  vi.restoreAllMocks();
  shown?.clear();
  shown = undefined;
  phone.vault.close();
});

const words = page.getByRole('textbox').first();
const key = () => reflectKey(phone.vault);

/** Types, and is gone before anything could be kept. */
async function typeAndLeave(text: string): Promise<void> {
  await words.fill(text);
  shown?.go('/somewhere');
  await expect.element(page.getByText('Elsewhere')).toBeVisible();
}

/** A save that takes until the test lets it go on. */
function holdSaves(): () => void {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const save = phone.vault.saveDraft.bind(phone.vault);
  vi.spyOn(phone.vault, 'saveDraft').mockImplementation(async (...what) => {
    await held;
    return save(...what);
  });
  return release;
}

/** Once all that waits by now is done. */
const afterAll = () => new Promise((resolve) => setTimeout(resolve));

async function open(device?: Partial<Device>): Promise<void> {
  shown = await showScreen({ phone, path: '/reflect', ...(device && { device }) });
  await expect.element(words).toBeVisible();
}

test('the phone is full, and the form is left at once: it is said', async () => {
  await open();
  const release = holdSaves();
  await typeAndLeave('Said in passing');
  fillPhone('drafts');
  release();
  await expect.poll(() => lost).toHaveLength(1);
});

test('another window goes on with the same form, and this one is left at once: it is said', async () => {
  await open();
  await words.fill('Written here first');
  await expect.poll(() => phone.drafts()).toEqual([key()]);
  const release = holdSaves();
  await typeAndLeave('Written here too');
  const other = await phone.openTab();
  await other.draft(key());
  await other.saveDraft(key(), { words: 'Written there' });
  release();
  await expect.poll(() => lost).toHaveLength(1);
  expect((await other.draft(key()))?.value).toEqual({ words: 'Written there' });
  other.close();
});

test('left although it was said that the last change is not saved: it is said once more', async () => {
  await open();
  await expect.element(words).toBeVisible();
  fillPhone('drafts');
  await words.fill('There is no room for this');
  await expect.element(page.getByRole('alert').filter({ hasText: 'no room left' })).toBeVisible();
  expect(lost).toEqual([]);
  shown?.go('/somewhere');
  await expect.poll(() => lost).toHaveLength(1);
});

test('what was finished though its draft could not be kept is not called lost', async () => {
  await open();
  fillPhone('drafts');
  await words.fill('There is no room for a draft');
  await expect.element(page.getByRole('alert').filter({ hasText: 'no room left' })).toBeVisible();
  vi.restoreAllMocks();
  await page.getByRole('button', { name: 'Save it' }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'My thoughts' })).toBeVisible();
  shown?.go('/somewhere');
  await expect.element(page.getByText('Elsewhere')).toBeVisible();
  expect(lost).toEqual([]);
});

test('nor is what was saved on a page that stays open', async () => {
  shown = await showScreen({ phone, path: '/me' });
  await expect.element(words).toBeVisible();
  fillPhone('drafts');
  await words.fill('Ayodele');
  const alert = page.getByRole('alert').filter({ hasText: 'no room left' });
  await expect.element(alert).toBeVisible();
  vi.restoreAllMocks();
  await page.getByRole('button', { name: 'Keep this' }).click();
  await expect.element(alert).not.toBeInTheDocument();
  shown.go('/somewhere');
  await expect.element(page.getByText('Elsewhere')).toBeVisible();
  expect(lost).toEqual([]);
});

test('what was kept after all is nothing to be told of, nor is what a later change holds too', async () => {
  await open();
  const release = holdSaves();
  await words.fill('First');
  await typeAndLeave('First and second');
  release();
  await expect
    .poll(async () => (await phone.vault.draft(key()))?.value)
    .toMatchObject({ words: 'First and second' });
  expect(lost).toEqual([]);
});

test('spoken in a form that was left, and its draft cannot be read any more: it is said', async () => {
  const microphone = piecewiseMicrophone({ slow: true });
  await open(microphone);
  await page.getByRole('button', { name: 'Say it instead', exact: true }).click();
  await expect.element(page.getByRole('button', { name: 'Stop recording', exact: true })).toBeVisible();
  shown?.go('/somewhere');
  await expect.element(page.getByText('Elsewhere')).toBeVisible();
  // The form hears that it was left after the next frame.
  for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
  await afterAll();
  vi.spyOn(phone.vault, 'draft').mockRejectedValue(new VaultLeft());
  microphone.letStop();
  await expect.poll(() => lost).toHaveLength(1);
});

test('the phone is handed on while a form looks for its recordings: nothing of it is told', async () => {
  await open();
  await words.fill('Beans');
  await expect.poll(() => phone.drafts()).toEqual([key()]);
  shown?.clear();
  const told: unknown[] = [];
  const hear = ({ reason }: PromiseRejectionEvent) => told.push(reason);
  addEventListener('unhandledrejection', hear);
  onTestFinished(() => removeEventListener('unhandledrejection', hear));
  let close = () => {};
  const takes = vi.spyOn(phone.vault, 'takes').mockReturnValue(
    new Promise((_resolve, reject) => {
      close = () => reject(new VaultLeft());
    }),
  );
  await open();
  await expect.poll(() => takes.mock.calls).not.toEqual([]);
  shown?.clear();
  close();
  // What comes last is told last.
  await afterAll();
  const last = new VaultLeft();
  void Promise.reject(last);
  await expect.poll(() => told.at(-1)).toBe(last);
  expect(told).toEqual([last]);
});

test('the app says what is lost and what is safe, until it is closed', async () => {
  const changeLost = signal(true);
  const app = { ...(await connectedApp(phone, null)), changeLost };
  await show(
    <AppContext.Provider value={app}>
      <StumbleNotice />
    </AppContext.Provider>,
  );
  await expect.element(page.getByText('Deine letzte Änderung ist nicht gespeichert')).toBeVisible();
  expect(page.getByRole('button', { name: 'Neu laden' }).query()).toBeNull();
  await page.getByRole('button', { name: 'Schließen' }).click();
  expect(page.getByText('nicht gespeichert').query()).toBeNull();
});

test('whatever else goes wrong then, it stays said, and so does that', async () => {
  const [changeLost, stumbled] = [signal(true), signal(true)];
  const app = { ...(await connectedApp(phone, null)), changeLost, stumbled };
  await show(
    <AppContext.Provider value={app}>
      <StumbleNotice />
    </AppContext.Provider>,
  );
  const lostIsSaid = page.getByText('Deine letzte Änderung ist nicht gespeichert');
  await expect.element(lostIsSaid).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Neu laden' })).toBeVisible();
  await page.getByRole('button', { name: 'Schließen' }).first().click();
  await expect.element(lostIsSaid).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Neu laden' })).toBeVisible();
  expect([changeLost.value, stumbled.value]).toEqual([false, true]);
});
