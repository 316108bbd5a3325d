/** Tokens end: one's own when one leaves, all of a person's when a phone is lost. */
import * as z from 'zod/mini';
import type { Database } from './database/database.ts';
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
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(personId)) {
    throw new Refused('malformed', 'A person is named by their id.');
  }
  try {
    return await asMember(database, token, null, async (transaction) => {
      const [answer] = await transaction.query(
        z.object({ ended: z.number() }),
        'select plotline.end_devices($1) as ended',
        [personId],
      );
      return answer?.ended ?? 0;
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === NOT_ALLOWED) {
      throw new Refused('not-allowed', 'You may not end the connections of this person.');
    }
    throw error;
  }
}
