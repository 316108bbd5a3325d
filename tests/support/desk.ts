/** The sync of a vault as screens see it, where a test says how it stands. What is kept is really kept; nothing is sent. */
import { signal, type Signal } from '@preact/signals';
import type { AppContextValue } from '../../src/app/app-context.tsx';
import { stateOutOfReach } from '../../src/app/state-out-of-reach.ts';
import { QuietLine } from '../../src/app/sync/quiet-line.tsx';
import type { SyncDesk } from '../../src/app/sync/sync-desk.ts';
import type { Connection } from '../../src/core/sync-store.ts';
import type { ConnectionStatus, SyncStatus } from '../../src/sync/client/sync-status.ts';
import { hubSettings } from './connected-app.ts';
import type { OwnVault } from './own-vault.ts';

export interface TestDesk {
  desk: SyncDesk;
  app: AppContextValue;
  status: Signal<readonly ConnectionStatus[]>;
  strangers: Signal<number>;
  /** How often it was told to try now. */
  asked: () => number;
}

/** Nothing is connected yet; the desk follows the vault. */
export async function openDesk(phone: OwnVault): Promise<TestDesk> {
  const kept = await phone.vault.sync();
  const connections = signal<readonly Connection[]>([]);
  const status = signal<readonly ConnectionStatus[]>([]);
  const strangers = signal(0);
  let asked = 0;
  kept.watchConnections().subscribe((now) => {
    connections.value = now;
  });
  const desk: SyncDesk = {
    kept,
    connections,
    status,
    strangers,
    now: () => {
      asked += 1;
    },
    connect: (connection) => kept.saveConnection(connection),
    disconnect: (id) => kept.removeConnection(id),
    Line: QuietLine,
  };
  const app: AppContextValue = {
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
  return { desk, app, status, strangers, asked: () => asked };
}

/** The id of the hub that the vault is connected to by it. */
export const garden = 'garden';

export async function connectGarden({ desk }: TestDesk): Promise<void> {
  const settings = hubSettings('participant', []);
  await desk.kept.saveConnection({ id: garden, carries: 'everything', settings });
}

/** Says how the sync with the garden stands. */
export function stands(
  { status }: TestDesk,
  now: SyncStatus,
  more: Partial<Pick<ConnectionStatus, 'clockOffMs' | 'takesAttachments'>> = {},
): void {
  status.value = [
    {
      connection: garden,
      name: 'Green Hill',
      status: now,
      clockOffMs: null,
      takesAttachments: true,
      ...more,
    },
  ];
}
