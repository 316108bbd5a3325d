/** Keeps the vault that is open in sync, from the moment the first screen stands until it is left. */
import { effect, signal, type Signal } from '@preact/signals';
import type { Environment } from '../../core/environment.ts';
import type { Connection, SyncStore } from '../../core/sync-store.ts';
import { VaultLeft } from '../../core/vault-left.ts';
import type { Role } from '../../core/version.ts';
import { whenBack } from '../../platform/when-back.ts';
import type { ConnectionStatus, Sync } from '../../sync/client/sync-status.ts';
import type { AppState, Phase } from '../app-state.ts';
import { QuietLine } from './quiet-line.tsx';
import type { SyncDesk } from './sync-desk.ts';

interface Keeping {
  state: AppState;
  environment: Environment;
  /** Hears of what nobody expected. */
  unexpected: (error: unknown) => void;
  /** Set to what screens may ask, while a vault is open. */
  desk: Signal<SyncDesk | null>;
}

export function keepInSync({ state, desk, ...parts }: Keeping): void {
  effect(() => {
    const phase = state.phase.value;
    if (phase.at !== 'open') return;
    const actAs = (role: Role) => state.actAs(role, phase.entry.personId);
    const stop = look(phase, { ...parts, actAs }, (made) => {
      desk.value = made;
    });
    const stopFollowing = state.followRole();
    return () => {
      stop();
      stopFollowing();
      desk.value = null;
    };
  });
}

/** The code that sends is fetched only where there is somewhere to send to. */
function look(
  { store, entry }: Extract<Phase, { at: 'open' }>,
  { actAs, ...parts }: Pick<Keeping, 'environment' | 'unexpected'> & { actAs(role: Role): Promise<boolean> },
  put: (desk: SyncDesk) => void,
): () => void {
  const connections = signal<readonly Connection[]>([]);
  const status = signal<readonly ConnectionStatus[]>([]);
  const strangers = signal(0);
  const stops: (() => void)[] = [];
  let over = false;
  let fetched: SyncStore | 'fetching' | null = null;
  let running: Sync | 'fetching' | null = null;

  async function run(kept: SyncStore): Promise<void> {
    const [{ startSyncing }, { watchMembers }] = await Promise.all([
      import('./start-syncing.ts'),
      import('./watch-members.ts'),
    ]);
    if (over) return;
    const started = startSyncing({ store, kept, vault: entry.id, ...parts });
    running = started;
    stops.push(
      () => started.stop(),
      started.status.subscribe((now) => {
        status.value = now;
      }),
      watchMembers({ kept, connections, environment: parts.environment, actAs, strangers }),
    );
  }

  /** Where its code cannot be fetched, the next moment that `whenBack` says, or the next change, tries again. */
  function runWhereConnected(kept: SyncStore): void {
    if (running !== null || connections.peek().length === 0) return;
    running = 'fetching';
    run(kept).catch(() => {
      running = null;
    });
  }

  function begin(kept: SyncStore): void {
    put({
      kept,
      connections,
      status,
      strangers,
      now: () => {
        if (running !== null && running !== 'fetching') running.now();
      },
      connect: (connection) => kept.saveConnection(connection),
      disconnect: (id) => kept.removeConnection(id),
      Line: QuietLine,
    });
    stops.push(
      kept.watchConnections().subscribe(
        (now) => {
          connections.value = now;
          runWhereConnected(kept);
        },
        () => undefined,
      ),
    );
  }

  /** Goes on from where it stands: on a broken line neither of the two pieces of code may have come. */
  function goOn(): void {
    if (fetched === 'fetching') return;
    if (fetched !== null) return runWhereConnected(fetched);
    fetched = 'fetching';
    store.sync().then(
      (kept) => {
        fetched = kept;
        if (!over) begin(kept);
      },
      (error: unknown) => {
        // A vault that was closed stays so. Of one that cannot be read, the shell says it.
        if (!(error instanceof VaultLeft)) fetched = null;
      },
    );
  }

  stops.push(whenBack(goOn));
  goOn();
  return () => {
    over = true;
    for (const stop of stops) stop();
  };
}
