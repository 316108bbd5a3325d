/** A vault with all the kinds of the app, for tests of what features do with the store. */
import { records } from '../../src/records.ts';
import type { Vault } from '../../src/storage/open-vault.ts';
import { openTestVault, type TestVault } from './vault.ts';

export interface RealVault extends Omit<TestVault, 'vault' | 'openTab'> {
  store: Vault;
  /** The same vault opened again, as after the app was closed or in another window. */
  again(): Promise<Vault>;
}

export async function openRealVault(): Promise<RealVault> {
  const { vault, openTab, ...phone } = await openTestVault();
  vault.close();
  return { ...phone, store: await openTab(records), again: () => openTab(records) };
}
