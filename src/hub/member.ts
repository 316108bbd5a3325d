/** Acting for whoever holds a token: every question of a member goes through here. */
import * as z from 'zod/mini';
import { roles, type Role } from '../core/version.ts';
import type { Database, Transaction } from './database/database.ts';
import { momentSql } from './moment-sql.ts';
import { Refused } from './problem.ts';
import type { Token } from './secrets.ts';

export interface Member {
  organisationId: string;
  personId: string;
  role: Role;
  /** See `people.epoch`. */
  epoch: number;
  deviceId: string;
  deviceSince: string;
}

/**
 * `shared`: versions are added. `alone`: nobody else writes in the organisation meanwhile, for what changes who sees what, or
 * takes something away. Both end with the transaction.
 */
export type Lock = 'shared' | 'alone' | null;

const rowSchema = z.object({
  person_id: z.string(),
  role: z.enum(roles),
  epoch: z.number(),
  device_id: z.string(),
  device_since: z.string(),
});

const signIn = `
  select person_id, role, epoch, device_id, ${momentSql('device_since')} as device_since
  from plotline.sign_in($1, $2, $3)
`;

/** Runs `work` with the member's rights and no others. Throws `sign-in` where nobody holds the token (any more). */
export async function asMember<T>(
  database: Database,
  token: Token,
  lock: Lock,
  work: (transaction: Transaction, member: Member) => Promise<T>,
): Promise<T> {
  return database.transaction('plotline_member', async (transaction) => {
    const [row] = await transaction.query(rowSchema, signIn, [token.organisationId, token.hash, lock]);
    if (!row) throw new Refused('sign-in', 'This phone is no longer connected here. Ask for a new code.');
    return work(transaction, {
      organisationId: token.organisationId,
      personId: row.person_id,
      role: row.role,
      epoch: row.epoch,
      deviceId: row.device_id,
      deviceSince: row.device_since,
    });
  });
}
