/**
 * Keeps true who one is at each hub, and says of a phone that was connected as oneself: asked when the app opens, and again
 * when it comes to the front or the network is back, at most once an hour.
 */
import { effect, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Environment } from '../../core/environment.ts';
import type { Connection, SyncStore } from '../../core/sync-store.ts';
import type { Role } from '../../core/version.ts';
import { newPhones } from '../connect/own-phones.ts';
import { renewMember } from '../connect/renew-member.ts';
import { settingsOf } from './settings-of.ts';

const AGAIN_MS = 60 * 60 * 1000;

interface Watching {
  kept: SyncStore;
  connections: ReadonlySignal<readonly Connection[]>;
  environment: Environment;
  actAs(role: Role): Promise<boolean>;
  /** Set to how many phones the person has not been told of. */
  strangers: Signal<number>;
}

/** Gives what ends it. */
export function watchMembers({ kept, connections, environment, actAs, strangers }: Watching): () => void {
  let over = false;
  /** By connection and login: when it was asked. */
  const asked = new Map<string, number>();

  async function renew(connection: Connection): Promise<void> {
    const settings = settingsOf(connection);
    if (!settings?.member) return;
    const key = `${connection.id} ${settings.login['token']}`;
    const now = environment.now();
    const last = asked.get(key);
    // A clock that was set is a reason too.
    if (last !== undefined && Math.abs(now - last) < AGAIN_MS) return;
    asked.set(key, now);
    const answered = await renewMember({ kept, connection, actAs, wanted: () => !over }).catch(() => false);
    if (!answered) asked.delete(key);
  }

  function look(): void {
    for (const connection of connections.peek()) void renew(connection);
  }
  const front = () => {
    if (document.visibilityState === 'visible') look();
  };

  const unwatch = effect(() => {
    strangers.value = connections.value.reduce((count, connection) => {
      const settings = settingsOf(connection);
      return count + (settings ? newPhones(settings).length : 0);
    }, 0);
    look();
  });
  addEventListener('online', look);
  document.addEventListener('visibilitychange', front);
  return () => {
    over = true;
    unwatch();
    removeEventListener('online', look);
    document.removeEventListener('visibilitychange', front);
  };
}
