/** Photos take a cheap phone seconds: saving, leaving and starting again in the middle of it loses none and brings none back. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Device, PhotoOutcome } from '../../../src/core/device.ts';
import { erase } from '../../../src/core/record-commands.ts';
import { keepReflection, newReflection } from '../../../src/features/reflections/data.ts';
import { fillPhone } from '../../support/full-phone.ts';
import { hearLost } from '../../support/told-lost.ts';
import { showScreen, type OwnStage } from '../../support/own-stage.tsx';
import { openOwnVault, type OwnVault } from '../../support/own-vault.ts';

let phone: OwnVault;
let shown: OwnStage;
/** Makes the photo ready that the phone is at. */
let ready: (() => void)[];
beforeEach(async () => {
  phone = await openOwnVault();
  ready = [];
});
afterEach(() => {
  shown.clear();
  phone.vault.close();
});

const device: Partial<Device> = {
  shrinkPhoto: (file) =>
    new Promise<PhotoOutcome>((resolve) => {
      ready.push(() => {
        void file
          .arrayBuffer()
          .then((bytes) => resolve({ status: 'taken', bytes, type: 'image/jpeg', width: 40, height: 30 }));
      });
    }),
};

const button = (name: string) => page.getByRole('button', { name, exact: true });
const words = () => page.getByRole('textbox').first();
const photos = () => page.getByRole('img', { name: /^Photo/ });
const open = async (path = '/reflect') => {
  shown = await showScreen({ phone, path, device });
  await expect.element(words()).toBeVisible();
};
async function choose(...names: string[]): Promise<void> {
  const gallery = shown.host.querySelector('input[type="file"]:not([capture])');
  const files = names.map((name) => new File([name], `${name}.jpg`, { type: 'image/jpeg' }));
  await userEvent.upload(gallery ?? shown.host, files);
}
async function oneIsReady(at: number): Promise<void> {
  await expect.poll(() => ready.length).toBe(at + 1);
  ready[at]?.();
}
const bodies = async () =>
  (await phone.vault.list({})).items.map((item) => (item.status === 'ok' ? item.version.body : item));

test('saving waits until every photo is kept, and says why', async () => {
  await open();
  await words().fill('The pond is dug');
  await choose('one', 'two');
  await oneIsReady(0);
  await expect.element(photos().first()).toBeVisible();
  await button('Save it').click();
  const wait = page.getByRole('alert').filter({ hasText: 'Not every photo is saved yet' });
  await expect.element(wait).toBeVisible();
  expect(await bodies()).toEqual([]);
  await oneIsReady(1);
  await expect.poll(() => photos().elements().length).toBe(2);
  await expect.element(wait).not.toBeInTheDocument();
  await button('Save it').click();
  await expect.element(page.getByText('Saved. It is safe on this phone.').first()).toBeVisible();
  expect(await bodies()).toMatchObject([
    { words: 'The pond is dug', photos: [{ type: 'image/jpeg' }, { type: 'image/jpeg' }] },
  ]);
  expect(await phone.drafts()).toEqual([]);
});

test('one that could not be kept holds the save, until it is left out', async () => {
  await open();
  await words().fill('The pond is dug');
  fillPhone('attachments');
  await choose('one');
  await oneIsReady(0);
  await expect.element(button('Leave it out')).toBeVisible();
  await button('Save it').click();
  await expect
    .element(page.getByRole('alert').filter({ hasText: 'Not every photo is saved yet' }))
    .toBeVisible();
  vi.restoreAllMocks();
  await button('Leave it out').click();
  await button('Save it').click();
  await expect.element(page.getByText('Saved. It is safe on this phone.').first()).toBeVisible();
  expect(await bodies()).toMatchObject([{ words: 'The pond is dug', photos: [] }]);
});

test('left and opened again, they come into the form that is open, beside what is written there', async () => {
  await open();
  await words().fill('The pond');
  await choose('one', 'two', 'three');
  await oneIsReady(0);
  await expect.element(photos().first()).toBeVisible();
  shown.go('/');
  await expect.element(page.getByText('Elsewhere')).toBeVisible();
  await oneIsReady(1);
  await expect.poll(() => ready.length).toBe(3);
  shown.go('/reflect');
  await expect.element(page.getByText('Getting photo 3 of 3 ready')).toBeVisible();
  await words().fill('The pond is dug');
  await oneIsReady(2);
  await expect.poll(() => photos().elements().length).toBe(3);
  await button('Save it').click();
  await expect.element(page.getByText('Saved. It is safe on this phone.').first()).toBeVisible();
  const [one, ...others] = await bodies();
  expect(others).toEqual([]);
  expect(one).toMatchObject({ words: 'The pond is dug' });
  expect((one as { photos: unknown[] }).photos).toHaveLength(3);
  expect(await phone.drafts()).toEqual([]);
});

test('started again, what was in hand does not come back', async () => {
  await open();
  await words().fill('The pond');
  await choose('one', 'two');
  await oneIsReady(0);
  await expect.element(photos().first()).toBeVisible();
  shown.clear();
  await open();
  await expect.element(photos().first()).toBeVisible();
  await button('Start again').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Start again' }).click();
  await expect.element(words()).toHaveValue('');
  await expect.element(button('Choose photos')).not.toHaveAttribute('aria-disabled');
  await oneIsReady(1);
  await choose('three');
  await oneIsReady(2);
  await expect.element(page.getByText('1 photo is saved on this phone.')).toBeVisible();
  expect(photos().elements()).toHaveLength(1);
});

test('erased while they are made ready, what was said does not come back with them', async () => {
  const lost = hearLost();
  const draft = { ...newReflection(phone.environment), words: 'Not like this' };
  await keepReflection(phone.vault, draft);
  await open(`/reflection/${draft.id}/edit`);
  await choose('one', 'two');
  await oneIsReady(0);
  await expect.poll(() => phone.drafts()).toHaveLength(1);
  shown.go('/');
  await expect.element(page.getByText('Elsewhere')).toBeVisible();
  await erase(phone.vault, draft.id);
  await expect.poll(() => phone.drafts()).toEqual([]);
  await oneIsReady(1);
  await expect.poll(() => lost).toHaveLength(1);
  expect(await phone.drafts()).toEqual([]);
});

test('in a form that changes something, too', async () => {
  const { store, environment } = { store: phone.vault, environment: phone.environment };
  const draft = { ...newReflection(environment), words: 'The pond' };
  await keepReflection(store, draft);
  await open(`/reflection/${draft.id}/edit`);
  await choose('one');
  await button('Save it').click();
  await expect
    .element(page.getByRole('alert').filter({ hasText: 'Not every photo is saved yet' }))
    .toBeVisible();
  await oneIsReady(0);
  await expect.element(photos().first()).toBeVisible();
  await button('Save it').click();
  await expect.poll(bodies).toMatchObject([{ words: 'The pond', photos: [{ type: 'image/jpeg' }] }]);
});
