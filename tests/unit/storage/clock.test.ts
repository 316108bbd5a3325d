/** A phone whose clock is wrong, and that was told so: its new versions bear the right time, in every window, after a restart. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Vault } from '../../../src/storage/open-vault.ts';
import { openTestVault, plan, rawTables, saved, type TestVault } from '../../support/vault.ts';

const DAY = 24 * 60 * 60 * 1000;
const YEAR = 365 * DAY;

/** A phone that is a year behind. */
async function behind(): Promise<TestVault & { right: number }> {
  const phone = await openTestVault();
  const right = phone.environment.time;
  phone.environment.time -= YEAR;
  return { ...phone, right };
}

/** The time that a new version bears. */
async function stamped({ newId, owner }: TestVault, vault: Vault): Promise<number> {
  const parts = { kind: plan, subject: owner.personId, body: { what: 'a plan' } };
  const { rev } = saved(await vault.write([{ do: 'create', id: newId(), ...parts }]));
  return Number.parseInt(rev.slice(0, 12), 16);
}

async function note(phone: TestVault, offMs: number | null): Promise<void> {
  const before = (await rawTables(phone.id))['meta'];
  (await phone.vault.sync()).noteClock(offMs);
  await expect.poll(async () => (await rawTables(phone.id))['meta']).not.toEqual(before);
}

test('after a restart it is still known, a whole day without a network long', async () => {
  const phone = await behind();
  await note(phone, YEAR);
  expect(await stamped(phone, phone.vault)).toBe(phone.right);
  for (const days of [1, 2]) {
    phone.environment.time += DAY;
    const again = await phone.openTab();
    expect(await stamped(phone, again)).toBe(phone.right + days * DAY);
  }
});

test('a second window that was open before goes by it too', async () => {
  const phone = await behind();
  const second = await phone.openTab();
  expect(await stamped(phone, second)).toBe(phone.right - YEAR);
  await note(phone, YEAR);
  await expect.poll(() => stamped(phone, second)).toBe(phone.right);
});

test('set right by its owner before the next start, it is not corrected any more', async () => {
  const phone = await behind();
  await note(phone, YEAR);
  phone.vault.close();
  phone.environment.time += YEAR + DAY;
  expect(await stamped(phone, await phone.openTab())).toBe(phone.right + DAY);
  expect(JSON.stringify((await rawTables(phone.id))['meta'])).not.toContain('clock');
});

test('an endpoint that agrees ends it, in the other window too, and after a restart', async () => {
  const phone = await behind();
  const second = await phone.openTab();
  await note(phone, YEAR);
  await expect.poll(() => stamped(phone, second)).toBe(phone.right);
  await note(phone, null);
  await expect.poll(() => stamped(phone, second)).toBe(phone.right - YEAR);
  expect(await stamped(phone, await phone.openTab())).toBe(phone.right - YEAR);
});
