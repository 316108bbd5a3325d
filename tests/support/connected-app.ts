/** The app around a vault that is open and connected, for tests of the shell's own screens. Nothing is sent or fetched. */
import { signal } from '@preact/signals';
import type { AppContextValue } from '../../src/app/app-context.tsx';
import { stateOutOfReach } from '../../src/app/state-out-of-reach.ts';
import type { SyncDesk } from '../../src/app/sync/sync-desk.ts';
import type { Role } from '../../src/core/version.ts';
import type { ConnectionSettings } from '../../src/sync/client/connection-settings.ts';
import { hubProfile } from '../../src/sync/protocol/profiles/hub.ts';
import type { OwnVault } from './own-vault.ts';

/** What is kept of a hub whose member the owner is. */
export function hubSettings(role: Role, sites: { id: string; name: string }[]): ConnectionSettings {
  return {
    name: 'Green Hill',
    address: 'https://hub.example',
    profile: hubProfile,
    login: { token: 'secret' },
    member: { organisation: { id: 'org', name: 'Green Hill' }, role, sites },
    connectedAt: 0,
  };
}

export async function connectedApp(
  phone: OwnVault,
  settings: ConnectionSettings | readonly ConnectionSettings[] | null,
): Promise<AppContextValue> {
  const all = settings === null ? [] : [settings].flat();
  const connections = all.map((one, at) => ({
    id: phone.newId(),
    carries: at === 0 ? ('everything' as const) : ('mine' as const),
    settings: one,
  }));
  const desk: SyncDesk = {
    kept: await phone.vault.sync(),
    connections: signal(connections),
    status: signal([]),
    strangers: signal(0),
    now: () => {},
    connect: () => Promise.resolve({ status: 'kept' }),
    disconnect: () => Promise.resolve({ status: 'kept' }),
    Line: () => null,
  };
  return {
    state: { ...stateOutOfReach('not asked'), role: signal(phone.owner.role) },
    preferences: signal({ theme: 'system', textSize: 'normal', language: null }),
    updateWaiting: signal(false),
    applyUpdate: () => {},
    stumbled: signal(false),
    changeLost: signal(false),
    stands: () => {},
    desk: signal(desk),
    version: '0.0.0',
  };
}
