/** What a new connection carries: one of them carries everything that is shared, the others only what is about the owner. Pure. */
import type { Connection } from '../../core/sync-store.ts';

/** Where the one for everything was ended and a copy is left, the next carries everything: else nobody would. */
export function carriedByNext(connections: readonly Pick<Connection, 'carries'>[]): Connection['carries'] {
  return connections.some(({ carries }) => carries === 'everything') ? 'mine' : 'everything';
}
