/** Taking back and erasing what others have is not called done before they have heard of it. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { VersionKey } from '../../../src/core/sync-store.ts';
import { asset } from '../../../src/features/assets/model/asset.ts';
import { connectGarden, garden, openDesk, stands, type TestDesk } from '../../support/desk.ts';
import { findBarriers } from '../../support/find-barriers.ts';
import { showScreen, type OwnStage } from '../../support/own-stage.tsx';
import { openOwnVault, type OwnVault } from '../../support/own-vault.ts';
import { saved } from '../../support/vault.ts';

let phone: OwnVault;
let desk: TestDesk;
let shown: OwnStage | undefined;

beforeEach(async () => {
  phone = await openOwnVault();
  desk = await openDesk(phone);
  await connectGarden(desk);
  stands(desk, { at: 'offline' });
});
afterEach(() => {
  shown?.clear();
  shown = undefined;
  phone.vault.close();
});

async function share(): Promise<VersionKey> {
  const body = { what: 'Beans', part: 'hand', photos: [], priorLearning: false, competences: [] };
  const subject = phone.owner.personId;
  const create = { do: 'create', id: phone.newId(), kind: asset, subject, body, audience: 'team' } as const;
  return saved(await phone.vault.write([create]));
}

async function receive({ id, rev }: VersionKey): Promise<void> {
  await desk.desk.kept.markSending(garden, [{ id, rev }]);
  await desk.desk.kept.settle(garden, [{ id, rev, to: 'received' }]);
}

async function open(path: string): Promise<void> {
  shown?.clear();
  shown = await showScreen({ phone, path, app: desk.app });
}

const text = (words: string | RegExp) => page.getByText(words).first();
const button = (name: string) => page.getByRole('button', { name, exact: true });
const stillThere = /Others can still read what you shared/;

test('taken back without a network, others can still read it, and that is said', async () => {
  const one = await share();
  await receive(one);
  await open(`/asset/${one.id}`);
  await button('Make it mine alone again').click();
  await expect.element(text(/Until this phone has told your team, they can still read it/)).toBeVisible();
  await expect.element(text(stillThere)).toBeVisible();
  await expect.element(text('Being taken back')).toBeVisible();
  await open('/sync');
  await expect.element(page.getByText('Taking back: waits')).toBeVisible();
  await expect.element(page.getByText('1 record is still to be taken back')).toBeVisible();
  expect(await findBarriers(document.body)).toEqual([]);
  const found = await phone.vault.get(one.id);
  if (found?.status !== 'ok') throw new Error('not read');
  await receive(found.version);
  await open(`/asset/${one.id}`);
  await expect.element(text('Only me')).toBeVisible();
  expect(page.getByText(stillThere).query()).toBeNull();
});

test('what the team has is asked back when it is erased; until then they have it', async () => {
  const one = await share();
  await receive(one);
  await open(`/asset/${one.id}`);
  await page.getByRole('button', { name: 'Erase it for good' }).click();
  await expect.element(page.getByRole('dialog').getByText(/it is asked back from your team/)).toBeVisible();
  await button('Erase for good').click();
  await expect.element(text(/Others still have it until this phone has a network/)).toBeVisible();
  await open('/sync');
  await expect.element(page.getByText('Erasing: waits')).toBeVisible();
});

test('of what never left this phone nothing of the kind is said', async () => {
  const [back, erased] = [await share(), await share()];
  await open(`/asset/${back.id}`);
  await button('Make it mine alone again').click();
  await expect.element(text('It is yours alone again.')).toBeVisible();
  expect(page.getByText(stillThere).query()).toBeNull();
  await open(`/asset/${erased.id}`);
  await page.getByRole('button', { name: 'Erase it for good' }).click();
  await expect.element(page.getByText('You cannot undo this.')).toBeVisible();
  expect(page.getByText(/asked back/).query()).toBeNull();
  await button('Erase for good').click();
  await expect.element(text(/This entry is erased/)).toBeVisible();
  expect(page.getByText(/Others still have it/).query()).toBeNull();
  await open('/sync');
  await expect.element(text('No entry is shared')).toBeVisible();
});
