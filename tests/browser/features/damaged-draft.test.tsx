/** What was begun and cannot be opened any more: it is said, and nothing is written over it unasked. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { CarryOn } from '../../../src/app/home/carry-on.tsx';
import { newReflection, reflectKey } from '../../../src/features/reflections/data.ts';
import { createDevice } from '../../../src/platform/device.ts';
import { records } from '../../../src/records.ts';
import { ServicesContext } from '../../../src/ui/services.tsx';
import { openDesk } from '../../support/desk.ts';
import { findBarriers } from '../../support/find-barriers.ts';
import { showScreen, type OwnStage } from '../../support/own-stage.tsx';
import { openOwnVault, type OwnVault } from '../../support/own-vault.ts';
import { rawTables, tamper } from '../../support/vault.ts';
import { show } from '../ui/stage.tsx';

let phone: OwnVault;
let shown: OwnStage | undefined;
beforeEach(async () => {
  phone = await openOwnVault();
  const draft = { ...newReflection(phone.environment), words: 'Half a sentence' };
  await phone.vault.saveDraft(reflectKey(phone.vault), draft);
  await tamper(phone.id, 'drafts', reflectKey(phone.vault), { sealed: new ArrayBuffer(40) });
});
afterEach(() => {
  shown?.clear();
  shown = undefined;
  phone.vault.close();
});

const words = page.getByRole('textbox').first();
const says = page.getByText('What you began here cannot be opened');
const kept = async () => (await rawTables(phone.id))['drafts'];

test('its form says so, and what is there gives way only to starting again', async () => {
  const before = await kept();
  shown = await showScreen({ phone, path: '/reflect' });
  await expect.element(says).toBeVisible();
  expect(page.getByRole('textbox').elements()).toEqual([]);
  expect(await findBarriers(shown.host)).toEqual([]);
  expect(await kept()).toEqual(before);

  await page.getByRole('button', { name: 'Start again' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Start again' }).click();
  await words.fill('A whole sentence');
  expect(says.query()).toBeNull();
  await expect
    .poll(async () => (await phone.vault.draft(reflectKey(phone.vault)))?.value)
    .toMatchObject({ words: 'A whole sentence' });
});

test('the start lists it with what was begun, and says that it cannot be opened', async () => {
  const { vault: store, owner, environment } = phone;
  await show(
    <ServicesContext.Provider value={{ store, owner, environment, device: createDevice(), records }}>
      <CarryOn onShown={() => {}} />
    </ServicesContext.Provider>,
  );
  const row = page.getByRole('link', { name: 'Dieses Handy kann es nicht mehr öffnen' });
  await expect.element(row).toHaveAttribute('href', '/reflect');
});

test('a code that was begun with: the screen it leads to says so with what to do, and it goes when asked to', async () => {
  const key = `connect:${phone.owner.personId}`;
  await phone.vault.saveDraft(key, {
    address: location.origin,
    code: '8KJ7-CY42-155Y',
    attempt: phone.newId(),
  });
  await tamper(phone.id, 'drafts', key, { sealed: new ArrayBuffer(40) });
  const desk = await openDesk(phone);
  shown = await showScreen({ phone, path: '/connect', app: desk.app });
  const broken = page.getByText('The code you began with cannot be opened any more');
  await expect.element(broken).toBeVisible();
  await expect.element(page.getByText(/Scan or type the code once more/)).toBeVisible();
  expect(await findBarriers(shown.host)).toEqual([]);
  expect(await phone.drafts()).toContain(key);
  await page.getByRole('button', { name: 'Throw it away' }).click();
  await expect.poll(() => broken.query()).toBeNull();
  expect(await phone.drafts()).not.toContain(key);
});

test('on a phone where nothing of it broke, connecting says nothing of it', async () => {
  const desk = await openDesk(phone);
  shown = await showScreen({ phone, path: '/connect', app: desk.app });
  await expect.element(page.getByRole('textbox', { name: 'Or type the code' })).toBeVisible();
  expect(page.getByText('The code you began with').elements()).toEqual([]);
});
