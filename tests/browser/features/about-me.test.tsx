/** "About me": what is typed outlives the page, what was kept before is in the history, and a damaged record is no dead end. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { introduceOwner } from '../../../src/features/people/data.ts';
import { showScreen, type OwnStage } from '../../support/own-stage.tsx';
import { openOwnVault, type OwnVault } from '../../support/own-vault.ts';
import { saved, tamper } from '../../support/vault.ts';

let phone: OwnVault;
let shown: OwnStage;
beforeEach(async () => {
  phone = await openOwnVault();
});
afterEach(() => {
  shown.clear();
  phone.vault.close();
});

const name = page.getByRole('textbox', { name: 'Name' });
const keep = page.getByRole('button', { name: 'Keep this', exact: true });
const me = () => phone.vault.get(phone.owner.personId);

test('what was typed is there after the page was closed, and saved it ends the draft', async () => {
  saved(await introduceOwner(phone.vault, 'Robin', 'en'));
  shown = await showScreen({ phone, path: '/me' });
  await expect.element(name).toHaveValue('Robin');
  expect(await phone.drafts()).toEqual([]);
  await name.fill('Robin Fern');
  await expect.poll(phone.drafts).toEqual([`edit-person:${phone.owner.personId}`]);
  shown.clear();
  shown = await showScreen({ phone, path: '/me' });
  await expect.element(name).toHaveValue('Robin Fern');
  await keep.click();
  await expect.poll(me).toMatchObject({ version: { body: { name: 'Robin Fern' } } });
  await expect.poll(phone.drafts).toEqual([]);
  await page.getByRole('link', { name: 'What it was before' }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'What it was before' })).toBeVisible();
});

test('with no record of oneself, the name can be written', async () => {
  shown = await showScreen({ phone, path: '/me' });
  await expect.element(page.getByText('cannot be read')).toBeVisible();
  await name.fill('Robin');
  await keep.click();
  await expect.poll(me).toMatchObject({ status: 'ok', version: { body: { name: 'Robin' }, audience: 'me' } });
  await expect.element(page.getByText('cannot be read')).not.toBeInTheDocument();
});

test('damaged, it says so, and the name written anew stands', async () => {
  saved(await introduceOwner(phone.vault, 'Robin', 'en'));
  await tamper(phone.id, 'records', phone.owner.personId, { sealed: new ArrayBuffer(40) });
  shown = await showScreen({ phone, path: '/me' });
  await expect.element(page.getByText('cannot be read')).toBeVisible();
  await name.fill('Robin');
  await keep.click();
  await expect.poll(me).toMatchObject({ status: 'ok', rivals: 0, version: { body: { name: 'Robin' } } });
  expect(await phone.vault.history(phone.owner.personId)).toMatchObject([
    { status: 'ok' },
    { status: 'damaged' },
  ]);
});
