/** A form left before its last change is kept: nothing of it is lost without a word. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { signal } from '@preact/signals';
import { AppContext } from '../../../src/app/app-context.tsx';
import { StumbleNotice } from '../../../src/app/stumble-notice.tsx';
import type { ChangeLost } from '../../../src/core/change-lost.ts';
import { reflectKey } from '../../../src/features/reflections/data.ts';
import { connectedApp } from '../../support/connected-app.ts';
import { fillPhone } from '../../support/full-phone.ts';
import { showScreen, type OwnStage } from '../../support/own-stage.tsx';
import { hearLost } from '../../support/told-lost.ts';
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

async function open(): Promise<void> {
  shown = await showScreen({ phone, path: '/reflect' });
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

test('the app says what is lost and what is safe, until it is closed', async () => {
  const stumbled = signal<boolean | 'change-lost'>('change-lost');
  const app = { ...(await connectedApp(phone, null)), stumbled };
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
