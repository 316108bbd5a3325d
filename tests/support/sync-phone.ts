/** A phone with a connection, for tests of what sync asks of the vault. */
import type { AttachmentRef } from '../../src/core/define-record.ts';
import type { Connection, OutgoingPage, Settled, SyncStore } from '../../src/core/sync-store.ts';
import type { Audience, Version } from '../../src/core/version.ts';
import { openTestVault, plan, saved, type TestVault } from './vault.ts';

export interface SyncPhone extends TestVault {
  sync: SyncStore;
  /** The connection that carries everything. */
  hub: string;
  /** Writes a new record; about the owner and shared where nothing else is said. */
  make(what: string, parts?: Partial<MakeParts>): Promise<Version>;
  /** The next version of a record, with other words or for other eyes. */
  change(from: Version, to: { what?: string; audience?: Audience }): Promise<Version>;
  /** Keeps a photo of some bytes. */
  photo(text: string): Promise<AttachmentRef>;
  /** All that is to be sent there, page by page. */
  outgoing(connection: string, limit?: number): Promise<OutgoingPage['items']>;
  /** Makes a further connection. */
  connect(carries: Connection['carries']): Promise<string>;
}

interface MakeParts {
  id: string;
  subject: string;
  audience: Audience;
  photos: AttachmentRef[];
}

export async function openSyncPhone(): Promise<SyncPhone> {
  const phone = await openTestVault();
  const { vault, owner } = phone;
  const sync = await vault.sync();
  const connect = async (carries: Connection['carries']) => {
    phone.environment.time += 1;
    const id = phone.newId();
    const kept = await sync.saveConnection({ id, carries, settings: { name: 'Hub', token: 'xyz' } });
    if (kept.status !== 'kept') throw new Error(kept.status);
    return id;
  };
  return {
    ...phone,
    sync,
    connect,
    hub: await connect('everything'),

    async make(what, { id = phone.newId(), subject = owner.personId, audience = 'team', photos } = {}) {
      const body = { what, ...(photos && { photos }) };
      phone.environment.time += 1;
      return saved(await vault.write([{ do: 'create', id, kind: plan, subject, body, audience }]));
    },

    async change({ id, rev: base }, { what, audience }) {
      const to = { ...(what !== undefined && { body: { what } }), ...(audience && { audience }) };
      return saved(await vault.write([{ do: 'edit', id, kind: plan, base, ...to }]));
    },

    async photo(text) {
      const kept = await vault.keepAttachment(new TextEncoder().encode(text).buffer, { type: 'image/jpeg' });
      if (kept.status !== 'kept') throw new Error(kept.status);
      return kept.ref;
    },

    async outgoing(connection, limit = 100) {
      const all: OutgoingPage['items'] = [];
      for (let after: string | null | undefined; after !== null;) {
        const page: OutgoingPage = await sync.outgoing(connection, { limit, ...(after && { after }) });
        all.push(...page.items);
        after = page.next;
      }
      return all;
    },
  };
}

/** That they were received. */
export function received(versions: readonly Pick<Version, 'id' | 'rev'>[]): Settled[] {
  return versions.map(({ id, rev }) => ({ id, rev, to: 'received' }));
}
