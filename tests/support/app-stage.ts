/** The app as it stands after a start on this phone, for tests of beginning, leaving and erasing. */
import { vi } from 'vitest';
import { createAppState, type AppState } from '../../src/app/app-state.ts';
import type { Store, WriteOutcome } from '../../src/core/store.ts';
import { introduceOwner } from '../../src/features/people/data.ts';
import { records } from '../../src/records.ts';
import { openDirectory, type Directory } from '../../src/storage/directory.ts';
import { openVault, type Vault } from '../../src/storage/open-vault.ts';
import { clearPhone, testEnvironment } from './vault.ts';

export function appStage() {
  const environment = testEnvironment();
  const beforeLastGoes = vi.fn<() => void>();
  let directory: Directory | undefined;
  /** Vaults whose opening waits for the test. */
  const held = new Map<string, (opening: () => Promise<Vault>) => Promise<Vault>>();
  return {
    environment,
    beforeLastGoes,

    /** Starts anew; what was started before lets go of the list of people. */
    async start(
      introduce: (store: Store, name: string) => Promise<WriteOutcome> = (store, name) =>
        introduceOwner(store, name, 'en'),
    ) {
      directory?.close();
      const opened = (directory = await openDirectory(environment));
      const state = await createAppState({
        directory: opened,
        environment,
        openVault(entry) {
          const owner = {
            personId: entry.personId,
            get role() {
              return entry.role;
            },
          };
          const opening = () => openVault(entry, { environment, records, owner });
          return held.get(entry.id)?.(opening) ?? opening();
        },
        introduce,
        beforeLastGoes,
      });
      return { state, directory: opened };
    },

    /** The next opening of that vault waits until it is let go. */
    holdOpening(id: string) {
      let letGo = () => {};
      const gone = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      let ask = () => {};
      const asked = new Promise<void>((resolve) => {
        ask = resolve;
      });
      const opened = new Promise<Vault>((resolve) => {
        held.set(id, async (opening) => {
          held.delete(id);
          ask();
          await gone;
          const vault = await opening();
          resolve(vault);
          return vault;
        });
      });
      return { asked, letGo, opened };
    },

    /** What was started stays open beside what is started next, as another window does. */
    leaveOpen() {
      const open = directory;
      directory = undefined;
      return open;
    },

    async clear() {
      vi.restoreAllMocks();
      beforeLastGoes.mockReset();
      directory?.close();
      await clearPhone();
    },
  };
}

/** What stands once somebody is inside. */
export function openIn(state: AppState) {
  const phase = state.phase.value;
  if (phase.at !== 'open') throw new Error(phase.at);
  return phase;
}
