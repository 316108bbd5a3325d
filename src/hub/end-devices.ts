/** Tokens end: one's own when one leaves, all of a person's, and their codes, when a phone is lost or somebody goes. */
import * as z from 'zod/mini';
import type { Database, Transaction } from './database/database.ts';
import { asMember } from './member.ts';
import { Refused } from './problem.ts';
import type { Token } from './secrets.ts';

export async function endOwnDevice(database: Database, token: Token): Promise<void> {
  await asMember(database, token, null, (transaction) =>
    transaction.change('select plotline.end_my_device()'),
  );
}

/** PostgreSQL's `insufficient_privilege`. */
const NOT_ALLOWED = '42501';

/** How many were ended. Their own, anybody's for a coordinator, those of participants and guests at their sites for staff. */
export async function endDevices(database: Database, token: Token, personId: string): Promise<number> {
  try {
    // Alone: a device that is just coming in is either ended too or finds its code ended.
    return await asMember(database, token, 'alone', (transaction) =>
      countEnded(transaction, 'select plotline.end_devices($1) as ended', personId),
    );
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === NOT_ALLOWED) {
      throw new Refused('not-allowed', 'You may not end the connections of this person.');
    }
    throw error;
  }
}

/** The operator ends them, of anybody. Null where nobody of that id is in the organisation. */
export async function endDevicesAsOperator(
  database: Database,
  organisationId: string,
  personId: string,
): Promise<number | null> {
  return database.transaction('plotline_keeper', async (transaction) => {
    await transaction.change("select set_config('plotline.organisation', $1, true)", [organisationId]);
    await transaction.change("select pg_advisory_xact_lock(hashtextextended('plotline ' || $1::text, 0))", [
      organisationId,
    ]);
    const known = await transaction.query(
      z.unknown(),
      'select 1 as one from plotline.people where organisation_id = $1 and person_id = $2',
      [organisationId, personId],
    );
    if (known.length === 0) return null;
    return countEnded(transaction, 'select plotline.end_access($1) as ended', personId);
  });
}

async function countEnded(transaction: Transaction, sql: string, personId: string): Promise<number> {
  const [answer] = await transaction.query(z.object({ ended: z.number() }), sql, [personId]);
  return answer?.ended ?? 0;
}
