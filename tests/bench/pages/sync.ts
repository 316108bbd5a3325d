/** Sends and fetches with the app's own vault and engine, and says how long it took. */
import { createId } from '../../../src/core/ids.ts';
import { startSyncing } from '../../../src/app/sync/start-syncing.ts';
import { reflection } from '../../../src/features/reflections/model/reflection.ts';
import { records } from '../../../src/records.ts';
import { openDirectory } from '../../../src/storage/directory.ts';
import { openVault, type Vault } from '../../../src/storage/open-vault.ts';
import type { ConnectionSettings } from '../../../src/sync/client/connection-settings.ts';
import { hubProfile } from '../../../src/sync/protocol/profiles/hub.ts';
import type { EnrolAnswer } from '../../../src/sync/protocol/hub-api.ts';
import { oneKilobyte } from '../one-kilobyte.ts';
import { fillVault } from './fill-vault.ts';
import { environment } from './garden.ts';

export interface Syncing {
  /** A new phone of this person with `count` versions of 1 KB in it, all shared. */
  fill(personId: string, count: number): Promise<void>;
  /** Milliseconds until everything is proven received. */
  push(joined: EnrolAnswer, count: number): Promise<number>;
  /** Milliseconds until `count` versions are here, sealed, and the newest 20 of them are opened. */
  pull(joined: EnrolAnswer, count: number): Promise<number>;
}

declare global {
  interface Window {
    syncing: Syncing;
  }
}

let phone: { id: string; vault: Vault } | null = null;

async function open(personId: string): Promise<{ id: string; vault: Vault }> {
  const directory = await openDirectory(environment);
  const entry = await directory.create({ label: 'Robin', ownPhone: true, personId });
  directory.close();
  const owner = { personId, role: 'participant' as const };
  phone = { id: entry.id, vault: await openVault(entry, { environment, records, owner }) };
  return phone;
}

interface Way {
  /** Something moved: how much has been sent in this round, and whether the round is over. */
  moved(sent: number, idle: boolean): Promise<boolean>;
}

/** Milliseconds from being connected until `way.moved` says that it is over. */
async function exchange(
  { id, vault }: { id: string; vault: Vault },
  joined: EnrolAnswer,
  way: Way,
): Promise<number> {
  const settings: ConnectionSettings = {
    name: 'Hub',
    address: location.origin,
    profile: hubProfile,
    login: { token: joined.token },
    connectedAt: Date.now(),
  };
  const kept = await vault.sync();
  const saved = await kept.saveConnection({ id: createId(environment), carries: 'everything', settings });
  if (saved.status !== 'kept') throw new Error(saved.status);
  const failures: string[] = [];
  // From here, as the peer knows its server from the start.
  const began = performance.now();
  const sync = startSyncing({
    store: vault,
    kept,
    vault: id,
    environment,
    unexpected: (error) => failures.push(String(error)),
  });
  await new Promise<void>((done, failed) => {
    const look = async (sent: number, idle: boolean) => {
      if (await way.moved(sent, idle)) done();
    };
    sync.status.subscribe((stands) => {
      if (failures.length > 0) failed(new Error(failures.join('\n')));
      for (const { status } of stands) {
        if (status.at === 'paused' || status.at === 'waiting') failed(new Error(JSON.stringify(status)));
        const sent = status.at === 'working' ? status.sent : 0;
        const idle = status.at === 'idle' && status.lastAt !== null;
        look(sent, idle).catch(failed);
      }
    });
  });
  const took = performance.now() - began;
  sync.stop();
  return took;
}

window.syncing = {
  async fill(personId, count) {
    const { vault } = await open(personId);
    await fillVault(vault, count, (at) => ({
      do: 'create',
      id: createId(environment),
      kind: reflection,
      subject: personId,
      occurredAt: new Date(Date.UTC(2026, 5, 21) - (count - at) * 3_600_000).toISOString(),
      audience: 'team',
      body: { words: oneKilobyte(at), photos: [], talk: false },
    }));
  },

  async push(joined, count) {
    if (!phone) throw new Error('fill first');
    const { vault } = phone;
    return exchange(phone, joined, {
      // Noted as received, all of them: what the engine does after that is fetching.
      moved: async (sent, idle) => (sent >= count || idle) && (await waitingIn(vault)) === 0,
    });
  },

  async pull(joined, count) {
    const { id, vault } = await open(joined.person.id);
    return exchange({ id, vault }, joined, {
      async moved(_sent, idle) {
        if (!idle) return false;
        const page = await vault.list({ subject: joined.person.id, limit: 20 });
        if (page.items.some(({ status }) => status !== 'ok')) throw new Error('not readable');
        return page.items.length === Math.min(20, count);
      },
    });
  },
};

/** How many records wait, asked now. */
async function waitingIn(vault: Vault): Promise<number> {
  const kept = await vault.sync();
  const [connection] = await kept.connections();
  if (!connection) return 0;
  const { items } = await kept.outgoing(connection.id, { limit: 1 });
  return items.length;
}
