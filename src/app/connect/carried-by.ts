/** Which connection a login is for, and what that carries: one carries everything that is shared, the others what is about the owner. Pure. */
import type { Connection } from '../../core/sync-store.ts';
import { settingsOf } from '../sync/settings-of.ts';
import type { Plan } from './plan.ts';

/** Where the one for everything was ended and a copy is left, the next carries everything: else nobody would. */
export function carriedByNext(connections: readonly Pick<Connection, 'carries'>[]): Connection['carries'] {
  return connections.some(({ carries }) => carries === 'everything') ? 'mine' : 'everything';
}

/**
 * The connection that goes on with the new login. It must be with the same organisation: another one at the same address has
 * no part in what is under way for the first. Of a code it is not known yet for which it is; any at that hub is taken for it.
 */
export function connectionFor(connections: readonly Connection[], plan: Plan): Connection | undefined {
  return connections.find((one) => {
    const there = settingsOf(one);
    if (plan.by === 'code') return there?.address === plan.address && there.member !== undefined;
    const { address, member } = plan.settings;
    return there?.address === address && there.member?.organisation.id === member?.organisation.id;
  });
}

/** What goes out by it. */
export function carriedWith(connections: readonly Connection[], plan: Plan): Connection['carries'] {
  return connectionFor(connections, plan)?.carries ?? carriedByNext(connections);
}
