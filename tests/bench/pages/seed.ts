/** Fills a phone as the app itself would: somebody's own, or that of a worker with the records of many people. */
import { createId } from '../../../src/core/ids.ts';
import { introduceOwner } from '../../../src/features/people/data.ts';
import { person } from '../../../src/features/people/model/person.ts';
import { assessKey, saveReadingDraft } from '../../../src/features/readings/data.ts';
import { openDirectory } from '../../../src/storage/directory.ts';
import type { Role } from '../../../src/core/version.ts';
import type { Vault } from '../../../src/storage/open-vault.ts';
import { fillVault, write } from './fill-vault.ts';
import { environment, finishedDraft, recordAt } from './garden.ts';
import { openPhone } from './open-phone.ts';

/** Records of one person on a worker's phone. */
const EACH = 200;

export interface Seeding {
  /** `count` records of this person about themselves, and one thing begun. */
  ownPhone(name: string, count: number): Promise<void>;
  /** `count` records about as many people as that makes, who are all known by name. */
  workersPhone(name: string, count: number): Promise<void>;
}

declare global {
  interface Window {
    seeding: Seeding;
  }
}

window.seeding = {
  ownPhone: (name, count) =>
    withNewPhone(name, 'participant', async (vault) => {
      const { personId } = vault.owner;
      await fillVault(vault, count, (at) => recordAt(at, count, personId));
      expect(await saveReadingDraft(vault, assessKey(vault), finishedDraft()));
    }),

  workersPhone: (name, count) =>
    withNewPhone(name, 'worker', async (vault) => {
      const people = Array.from({ length: Math.ceil(count / EACH) }, () => createId(environment));
      await write(
        vault,
        people.map((id, at) => {
          const body = { name: `Person ${at + 1}`, roles: ['participant'], languages: ['en'] };
          return { do: 'create', id, kind: person, subject: id, body, audience: 'team' };
        }),
      );
      // Ten in a row are of all kinds; the next ten are about somebody else.
      const subjectAt = (at: number) => people[Math.floor(at / 10) % people.length] ?? vault.owner.personId;
      await fillVault(vault, count, (at) => recordAt(at, count, subjectAt(at)));
    }),
};

async function withNewPhone(label: string, role: Role, fill: (vault: Vault) => Promise<void>): Promise<void> {
  const directory = await openDirectory(environment);
  await directory.create({ label, ownPhone: true, role });
  directory.close();
  const vault = await openPhone();
  expect(await introduceOwner(vault, label, 'en'));
  await fill(vault);
  vault.close();
}

function expect(outcome: { status: string }): void {
  if (outcome.status !== 'saved') throw new Error(`not saved: ${JSON.stringify(outcome)}`);
}
