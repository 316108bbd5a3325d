/** What is said of all records is true of all: "About Plotline", connected and not. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { connectGarden, openDesk, type TestDesk } from '../../support/desk.ts';
import { showScreen, type OwnStage } from '../../support/own-stage.tsx';
import { openOwnVault, type OwnVault } from '../../support/own-vault.ts';

let phone: OwnVault;
let desk: TestDesk;
let shown: OwnStage | undefined;

beforeEach(async () => {
  phone = await openOwnVault();
  desk = await openDesk(phone);
});
afterEach(() => {
  shown?.clear();
  shown = undefined;
  phone.vault.close();
});

async function open(path: string): Promise<void> {
  shown = await showScreen({ phone, path, app: desk.app });
}
const text = (words: string) => page.getByText(words).first();

test('unconnected: nothing is sent, all is only here', async () => {
  await open('/about');
  await expect.element(text('This phone is not connected to anybody: nothing is sent.')).toBeVisible();
  await expect.element(text('It is only here')).toBeVisible();
});

test('connected: what is shared is sent, what is yours alone is only here', async () => {
  await connectGarden(desk);
  await open('/about');
  await expect.element(text('What you share is sent to where this phone is connected')).toBeVisible();
  await expect.element(text('What is yours alone is only here')).toBeVisible();
  expect(page.getByText('nothing is sent').query()).toBeNull();
});
