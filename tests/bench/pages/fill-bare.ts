/** Fills the bare page's database with the same records as the app's phone, not sealed, made here from the same words. */
import Dexie from 'dexie';
import { createClock } from '../../../src/core/clock.ts';
import { createId } from '../../../src/core/ids.ts';
import { nextVersion } from '../../../src/core/next-version.ts';
import type { Change } from '../../../src/core/store.ts';
import type { Version } from '../../../src/core/version.ts';
import { person } from '../../../src/features/people/model/person.ts';
import { environment, recordAt } from './garden.ts';

const AT_A_TIME = 2000;

export interface Filling {
  /** `count` records of this person about themselves, and one thing begun. */
  fill(name: string, count: number): Promise<void>;
}

declare global {
  interface Window {
    filling: Filling;
  }
}

window.filling = {
  async fill(name, count) {
    // The bare page has made it; here its shape is taken as it is.
    const db = await new Dexie('bare').open();
    const personId = createId(environment);
    const clock = createClock({ now: () => environment.now(), node: 'bench0000000' });
    function versionOf(change: Change): Version {
      const author = { id: personId, role: 'participant' as const };
      const next = nextVersion(change, null, { author, clock, now: environment.now() });
      if (next.status !== 'made') throw new Error(next.status);
      return next.version;
    }
    const body = { name, roles: ['participant'], languages: ['en'] };
    const owner = versionOf({ do: 'create', id: personId, kind: person, subject: personId, body });
    await db.table('records').put({ ...owner, at: owner.occurredAt });
    for (let from = 0; from < count; from += AT_A_TIME) {
      const some = Math.min(AT_A_TIME, count - from);
      const versions = Array.from({ length: some }, (_, at) =>
        versionOf(recordAt(from + at, count, personId)),
      );
      await db.table('records').bulkPut(versions.map((version) => ({ ...version, at: version.occurredAt })));
      await db.table('outbox').bulkPut(versions.map(({ id, rev }) => ({ id, rev, state: 'waiting' })));
    }
    await db.table('drafts').put({ key: 'assess', savedAt: new Date().toISOString(), value: {} });
    db.close();
  },
};
