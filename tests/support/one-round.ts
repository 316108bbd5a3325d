/** One round of sync between a phone and an endpoint, as nobody watches it. */
import type { Endpoint } from '../../src/sync/protocol/endpoint.ts';
import { round, type Memory } from '../../src/sync/client/round.ts';
import type { SyncPhone } from './sync-phone.ts';

export function oneRound(phone: SyncPhone, endpoint: Endpoint, memory: Memory): ReturnType<typeof round> {
  return round({
    store: phone.sync,
    connection: phone.hub,
    endpoint,
    memory,
    now: () => phone.environment.now(),
    cut: new AbortController().signal,
    clock: () => {},
    settled: () => {},
    came: () => {},
  });
}
