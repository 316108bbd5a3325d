/** A whole phone: a sealed vault, and the sync that the app itself starts. It is offline but for `exchange`. */
import 'fake-indexeddb/auto';
import { createId } from '../../src/core/ids.ts';
import type { Environment } from '../../src/core/environment.ts';
import type { OneAtATime } from '../../src/core/one-at-a-time.ts';
import type { Owner } from '../../src/core/store.ts';
import type { NotReceived, SyncStore } from '../../src/core/sync-store.ts';
import type { Version } from '../../src/core/version.ts';
import { createDeviceHolder } from '../../src/storage/keys.ts';
import { openVault, type Vault } from '../../src/storage/open-vault.ts';
import { connectEndpoint } from '../../src/sync/client/connect-endpoint.ts';
import {
  connectionSettingsSchema,
  type ConnectionSettings,
} from '../../src/sync/client/connection-settings.ts';
import { startSync } from '../../src/sync/client/start-sync.ts';
import type { ConnectionStatus } from '../../src/sync/client/sync-status.ts';
import { kinds, plan, until } from '../support/vault.ts';

export interface Phone {
  owner: Owner;
  vault: Vault;
  store: SyncStore;
  /** How far its clock is behind the real one, milliseconds: 0 is now. */
  behind: number;
  connect(settings: ConnectionSettings, carries?: 'everything' | 'mine'): Promise<string>;
  /** Writes a record about the owner, or about whom is said; gives its id. */
  write(what: string, about?: { subject?: string; photo?: ArrayBuffer }): Promise<string>;
  /** Changes what a record says. */
  edit(id: string, what: string): Promise<void>;
  /** The app is opened with a network, until every connection has had a round; how each stands then. */
  exchange(): Promise<ConnectionStatus[]>;
  /** Every version that is here and shared, by key. */
  holds(): Promise<Record<string, Version>>;
  notReceived(): Promise<NotReceived[]>;
  close(): void;
}

/** The one window of the app. */
const alone: OneAtATime = {
  run(work) {
    void work();
    return () => undefined;
  },
  nudge: () => undefined,
  onNudge: () => () => undefined,
};

/** `owner`: whose phone it is; somebody new where nobody is said. */
export async function openPhone(owner?: Owner): Promise<Phone> {
  const environment: Environment = {
    now: () => Date.now() - phone.behind,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  };
  const newId = () => createId({ ...environment, now: Date.now });
  const whose: Owner = owner ?? { personId: newId(), role: 'participant' };
  const vault = await openVault(
    { id: newId(), holder: await createDeviceHolder() },
    { environment, records: kinds, owner: whose },
  );
  const store = await vault.sync();

  const phone: Phone = {
    owner: whose,
    vault,
    store,
    behind: 0,
    async connect(settings, carries = 'everything') {
      const id = newId();
      const kept = await store.saveConnection({ id, carries, settings });
      if (kept.status !== 'kept') throw new Error(JSON.stringify(kept));
      return id;
    },
    async write(what, { subject = whose.personId, photo } = {}) {
      const kept = photo && (await vault.keepAttachment(photo, { type: 'image/jpeg' }));
      if (kept && kept.status !== 'kept') throw new Error(JSON.stringify(kept));
      const id = newId();
      const body = { what, ...(kept ? { photos: [kept.ref] } : {}) };
      const written = await vault.write([{ do: 'create', id, kind: plan, subject, body, audience: 'team' }]);
      if (written.status !== 'saved') throw new Error(JSON.stringify(written));
      return id;
    },
    async edit(id, what) {
      const found = await vault.get(id);
      if (found?.status !== 'ok') throw new Error(JSON.stringify(found));
      const { rev: base } = found.version;
      const written = await vault.write([{ do: 'edit', id, kind: plan, base, body: { what } }]);
      if (written.status !== 'saved') throw new Error(JSON.stringify(written));
    },
    exchange: () => exchange(vault, store, environment),
    async holds() {
      const found: Record<string, Version> = {};
      for await (const one of vault.everything()) {
        if (one.status === 'damaged') throw new Error(`damaged: ${one.id} ${one.why}`);
        if (one.version.audience === 'team') found[`${one.version.id}_${one.version.rev}`] = one.version;
      }
      return found;
    },
    notReceived: () => until(store.watchNotReceived(), () => true),
    close: () => vault.close(),
  };
  return phone;
}

async function exchange(
  vault: Vault,
  store: SyncStore,
  environment: Environment,
): Promise<ConnectionStatus[]> {
  const sync = startSync({
    store,
    outbox: vault.watchOutbox(),
    connect: (settings, cut) => {
      const known = connectionSettingsSchema.parse(settings);
      const cutFetch: typeof fetch = (input, init) => {
        const signals = init?.signal ? [init.signal, cut] : [cut];
        return fetch(input, { ...init, signal: AbortSignal.any(signals) });
      };
      const endpoint = connectEndpoint(known, { fetch: cutFetch, now: () => environment.now() });
      return { status: 'ready', name: known.name, endpoint };
    },
    environment,
    timers: {
      after(ms, then) {
        const timer = setTimeout(then, Math.min(ms, 2 ** 31 - 1));
        return () => clearTimeout(timer);
      },
    },
    oneAtATime: alone,
    wakes: () => () => undefined,
    online: () => true,
    unexpected: (error) => {
      throw error;
    },
  });
  const worked = new Set<string>();
  const wanted = (await store.connections()).length;
  const status = await until(sync.status, (all) => {
    for (const {
      connection,
      status: { at },
    } of all)
      if (at === 'working') worked.add(connection);
    return worked.size === wanted && all.every(({ status: { at } }) => at !== 'working');
  });
  sync.stop();
  return status;
}
