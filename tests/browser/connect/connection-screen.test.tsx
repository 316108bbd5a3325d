/** One connection: what can be done where something is missing over there. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { asset } from '../../../src/features/assets/model/asset.ts';
import { connectGarden, garden, openDesk, stands, type TestDesk } from '../../support/desk.ts';
import { findBarriers } from '../../support/find-barriers.ts';
import { showScreen, type OwnStage } from '../../support/own-stage.tsx';
import { openOwnVault, type OwnVault } from '../../support/own-vault.ts';
import { plainProfile, settingsFor } from '../../support/plain-profile.ts';
import { saved, until } from '../../support/vault.ts';

let phone: OwnVault;
let desk: TestDesk;
let shown: OwnStage | undefined;

beforeEach(async () => {
  phone = await openOwnVault();
  desk = await openDesk(phone);
  await connectGarden(desk);
  stands(desk, { at: 'idle', lastAt: phone.environment.time });
});
afterEach(async () => {
  shown?.clear();
  shown = undefined;
  phone.vault.close();
  await page.viewport(360, 640);
});

async function open(language?: 'de'): Promise<void> {
  const path = `/connection/${garden}`;
  shown = await showScreen({ phone, path, app: desk.app, ...(language && { language }) });
}

test('what was received is offered again when the person says so, and tried at once', async () => {
  const body = { what: 'Beans', part: 'hand', photos: [], priorLearning: false, competences: [] };
  const parts = { kind: asset, subject: phone.owner.personId, body, audience: 'team' } as const;
  const { id, rev } = saved(await phone.vault.write([{ do: 'create', id: phone.newId(), ...parts }]));
  await desk.desk.kept.settle(garden, [{ id, rev, to: 'received' }]);
  expect(await until(desk.desk.kept.watchNotReceived(), () => true)).toEqual([]);
  await open();
  await page.getByRole('button', { name: 'Send everything again' }).click();
  await expect.element(page.getByText('All of it is offered again').first()).toBeVisible();
  expect(await until(desk.desk.kept.watchNotReceived(), () => true)).toMatchObject([
    { id, state: 'waiting' },
  ]);
  expect(desk.asked()).toBe(1);
});

test('a login that is typed for one connection is not shown under another', async () => {
  for (const [id, name] of [
    ['pond', 'Pond'],
    ['weir', 'Weir'],
  ] as const) {
    const settings = settingsFor(plainProfile, { name, address: `https://${id}.example` });
    await desk.desk.kept.saveConnection({ id, carries: 'mine', settings });
  }
  await open();
  shown?.go('/connection/pond');
  await expect.element(page.getByRole('heading', { name: 'Pond' })).toBeVisible();
  const token = page.getByLabelText('Token', { exact: true });
  await token.fill('for the pond');
  shown?.go('/connection/weir');
  await expect.element(page.getByRole('heading', { name: 'Weir' })).toBeVisible();
  await expect.element(token).toHaveValue('');
});

describe.each(['light', 'dark', 'sun'])('in the %s theme', (theme) => {
  test('axe finds nothing wrong', async () => {
    document.documentElement.dataset['theme'] = theme;
    await open();
    await expect.element(page.getByRole('button', { name: 'Send everything again' })).toBeVisible();
    expect(await findBarriers(document.body)).toEqual([]);
  });
});

test('nothing sticks out at 320 px', async () => {
  await page.viewport(320, 640);
  await open('de');
  await expect.element(page.getByRole('button', { name: 'Alles noch einmal senden' })).toBeVisible();
  const { scrollWidth, clientWidth } = document.documentElement;
  expect(scrollWidth - clientWidth).toBe(0);
});
