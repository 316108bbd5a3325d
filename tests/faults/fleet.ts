/** Many phones of one project, each a real vault with the real engine, over a bad network to the real hub in this process. */
import type { AttachmentRef } from '../../src/core/define-record.ts';
import type { SyncStore } from '../../src/core/sync-store.ts';
import type { Role, Version } from '../../src/core/version.ts';
import { createHub } from '../../src/hub/app.ts';
import { connectEndpoint } from '../../src/sync/client/connect-endpoint.ts';
import type { ConnectionSettings } from '../../src/sync/client/connection-settings.ts';
import { startSync } from '../../src/sync/client/start-sync.ts';
import type { Sync, SyncStatus } from '../../src/sync/client/sync-status.ts';
import { hubProfile } from '../../src/sync/protocol/profiles/hub.ts';
import { digestOf, keyOf } from '../../src/sync/protocol/wire.ts';
import { startHub, type HubServer } from '../support/hub.ts';
import { createWindows } from '../support/sync-stage.ts';
import { openTestVault, plan, type TestVault } from '../support/vault.ts';
import { createVirtualTimers, type VirtualTimers } from '../support/virtual-timers.ts';
import { chance, createBadNetwork, type BadNetwork, type Serve } from './bad-network.ts';

/** So many versions are written at a time. */
const PORTION = 10;

/** Asks the hub in this process, without a network. */
export interface Field {
  hub: HubServer;
  serve: Serve;
  timers: VirtualTimers;
  network: BadNetwork;
  close(): Promise<void>;
}

export async function openField(share: number): Promise<Field> {
  const timers = createVirtualTimers(Date.now());
  const environment = {
    now: () => timers.now(),
    randomBytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
  };
  const server = await startHub({ environment });
  const often = { burst: 1e9, perSecond: 1e9 };
  const limits = { perToken: often, perAddress: often, failedEnrolments: often };
  const hub = createHub({ api: { database: server.database, environment, limits } });
  const serve: Serve = async (request) => hub.fetch(request);
  return {
    hub: server,
    serve,
    timers,
    network: createBadNetwork({ serve, timers, share }),
    close: () => server.close(),
  };
}

export interface Device {
  nth: number;
  role: Role;
  site: string;
  phone: TestVault;
  store: SyncStore;
  settings: ConnectionSettings;
  fetch: typeof globalThis.fetch;
  sleeping: () => number;
  /** What it wrote, with the digest of each version by key. */
  wrote: Map<string, string>;
  photos: AttachmentRef[];
  status: SyncStatus;
  /** How many records wait here; null until it is known. */
  waits: number | null;
  /** How many versions are still to be written in the course of two hours. */
  toWrite: number;
  sync: Sync | null;
  wake: (reason: 'online' | 'front') => void;
  /** How often the person had to press "try again". */
  pressed: number;
  unexpected: unknown[];
}

/** One in twenty is a worker, who hears of everybody at the site. */
function roleOf(nth: number): Role {
  return nth % 20 === 0 ? 'worker' : 'participant';
}

/** Its clock is wrong by up to a day. It joins while the line is good. */
export async function openDevice(field: Field, nth: number, site: string): Promise<Device> {
  const phone = await openTestVault();
  const random = chance(nth);
  const wrong = (random() - 0.5) * 2 * 86_400_000;
  phone.environment.now = () => field.timers.now() + wrong;
  const role = roleOf(nth);
  const { token } = await field.hub.join({ personId: phone.owner.personId, role, site });
  const { fetch, sleeping } = field.network.line(nth * 7919 + 1);
  const settings: ConnectionSettings = {
    name: 'Garden project',
    address: field.hub.origin,
    profile: hubProfile,
    login: { token },
    connectedAt: field.timers.now(),
  };
  const store = await phone.vault.sync();
  await store.saveConnection({ id: 'hub', carries: 'everything', settings });
  return {
    nth,
    role,
    site,
    phone,
    store,
    settings,
    fetch,
    sleeping,
    wrote: new Map(),
    photos: [],
    status: { at: 'idle', lastAt: null },
    waits: null,
    toWrite: 0,
    sync: null,
    wake: () => {},
    pressed: 0,
    unexpected: [],
  };
}

/** Four of five are new records, the others later versions of those. `about` are whom the device may write about. */
export async function write(device: Device, count: number, about: readonly string[]): Promise<void> {
  const { vault, newId } = device.phone;
  const photo = await keepPhoto(device);
  const created = Math.ceil(count * 0.8);
  const begun = device.wrote.size;
  const first = await vault.write(
    Array.from({ length: created }, (_, at) => ({
      do: 'create' as const,
      id: newId(),
      kind: plan,
      subject: about[(begun + at) % about.length] ?? '',
      body: {
        what: `${device.nth}: ${begun + at} ${'words '.repeat(at % 40)}`,
        ...(photo && at === 0 && { photos: [photo] }),
      },
      audience: 'team' as const,
    })),
  );
  if (first.status !== 'saved') throw new Error(first.status);
  const later = await vault.write(
    first.versions.slice(0, count - created).map(({ id, rev }) => ({
      do: 'edit' as const,
      id,
      kind: plan,
      base: rev,
      body: { what: `${device.nth}: said otherwise` },
    })),
  );
  if (later.status !== 'saved') throw new Error(later.status);
  for (const version of [...first.versions, ...later.versions]) {
    device.wrote.set(keyOf(version), await digestOf(version));
  }
}

/** One a device. */
async function keepPhoto({ nth, photos, phone }: Device): Promise<AttachmentRef | null> {
  if (photos.length > 0) return null;
  const bytes = new Uint8Array(3000 + nth).map((_, at) => (at * 31 + nth * 7) % 251);
  const kept = await phone.vault.keepAttachment(bytes.buffer, { type: 'image/jpeg' });
  if (kept.status !== 'kept') throw new Error(kept.status);
  photos.push(kept.ref);
  return kept.ref;
}

/** Some now, the rest in portions in the course of two hours. */
export async function writeByAndBy(
  device: Device,
  count: number,
  about: readonly string[],
  { timers }: Field,
): Promise<void> {
  const random = chance(device.nth + 31);
  await write(device, Math.min(PORTION, count), about);
  for (let left = count - PORTION; left > 0; left -= PORTION) {
    const portion = Math.min(PORTION, left);
    device.toWrite += portion;
    timers.after(random() * 2 * 3_600_000, () => {
      write(device, portion, about)
        .catch((error: unknown) => device.unexpected.push(error))
        .finally(() => {
          device.toWrite -= portion;
        });
    });
  }
}

export function start(device: Device, { timers }: Field): void {
  const { phone, store } = device;
  const wakes = new Set<(reason: 'online' | 'front') => void>();
  device.wake = (reason) => wakes.forEach((wake) => wake(reason));
  device.sync = startSync({
    store,
    outbox: phone.vault.watchOutbox(),
    connect: (_settings, signal) => ({
      status: 'ready',
      name: 'Garden project',
      endpoint: connectEndpoint(device.settings, {
        fetch: device.fetch,
        now: () => phone.environment.now(),
        signal,
      }),
    }),
    environment: phone.environment,
    timers,
    oneAtATime: createWindows(),
    wakes(wake) {
      wakes.add(wake);
      return () => wakes.delete(wake);
    },
    online: () => true,
    unexpected: (error) => device.unexpected.push(error),
  });
  device.sync.status.subscribe((all) => {
    if (all[0]) device.status = all[0].status;
  });
}

/** From now on `waits` says how many records wait; once, before it is started. */
export function watchWaiting(device: Device): void {
  device.phone.vault.watchOutbox().subscribe((waits) => {
    // The first is what was known when the vault was opened.
    device.waits = device.waits === null && waits === 0 ? null : waits;
  });
}

export async function close(device: Device): Promise<void> {
  device.sync?.stop();
  device.phone.vault.close();
}

/** Every version that a phone has, with its digest, by key. */
export async function contents({
  phone,
}: Device): Promise<Map<string, { digest: string; version: Version }>> {
  const all = new Map<string, { digest: string; version: Version }>();
  for await (const found of phone.vault.everything()) {
    if (found.status === 'damaged') continue;
    all.set(keyOf(found.version), { digest: await digestOf(found.version), version: found.version });
  }
  return all;
}
