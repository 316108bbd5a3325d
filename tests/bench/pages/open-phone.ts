/** Opens the vault that was seeded on this phone. */
import { records } from '../../../src/records.ts';
import { openDirectory } from '../../../src/storage/directory.ts';
import { openVault, type Vault } from '../../../src/storage/open-vault.ts';
import { environment } from './garden.ts';

/** Opened anew each time: nothing of it is in memory. */
export async function openPhone(): Promise<Vault> {
  const directory = await openDirectory(environment);
  const [entry] = await directory.list();
  directory.close();
  if (!entry) throw new Error('nobody is on this phone');
  const { personId, role } = entry;
  return openVault(entry, { environment, records, owner: { personId, role } });
}
