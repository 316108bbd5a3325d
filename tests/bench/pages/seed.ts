/** Fills a phone as the app itself would: a person of their own phone, their records, and one thing begun. */
import { introduceOwner } from '../../../src/features/people/data.ts';
import { assessKey, saveReadingDraft } from '../../../src/features/readings/data.ts';
import type { Found } from '../../../src/core/store.ts';
import { records } from '../../../src/records.ts';
import { openDirectory } from '../../../src/storage/directory.ts';
import { openVault } from '../../../src/storage/open-vault.ts';
import { environment, finishedDraft, recordAt } from './garden.ts';

const AT_A_TIME = 500;

export interface Seeding {
  /** Gives everything that was written, for the peer to hold the same. */
  seed(name: string, count: number): Promise<Found[]>;
}

declare global {
  interface Window {
    seeding: Seeding;
  }
}

window.seeding = {
  async seed(name, count) {
    const directory = await openDirectory(environment);
    const entry = await directory.create({ label: name, ownPhone: true });
    const owner = { personId: entry.personId, role: 'participant' as const };
    const vault = await openVault(entry, { environment, records, owner });
    expect(await introduceOwner(vault, name, 'en'));
    for (let from = 0; from < count; from += AT_A_TIME) {
      const some = Math.min(AT_A_TIME, count - from);
      const changes = Array.from({ length: some }, (_, at) => recordAt(from + at, count, owner.personId));
      expect(await vault.write(changes));
    }
    expect(await saveReadingDraft(vault, assessKey(vault), finishedDraft()));
    const written: Found[] = [];
    for await (const found of vault.everything()) written.push(found);
    vault.close();
    directory.close();
    return written;
  },
};

function expect(outcome: { status: string }): void {
  if (outcome.status !== 'saved') throw new Error(`not saved: ${JSON.stringify(outcome)}`);
}
