/** One's own phones: which are connected, since when and by whose code, and ending one of them. */
import * as z from 'zod/mini';
import type { OwnDevice } from '../sync/protocol/hub-api.ts';
import type { Database } from './database/database.ts';
import { asMember } from './member.ts';
import { momentSql } from './moment-sql.ts';
import { Refused } from './problem.ts';
import type { Token } from './secrets.ts';

const rowSchema = z.object({ id: z.string(), since: z.string(), code_by: z.nullable(z.string()) });

/** The oldest first. Row-level security shows nobody else's. */
export async function listOwnDevices(database: Database, token: Token): Promise<OwnDevice[]> {
  return asMember(database, token, null, async (transaction, { organisationId, personId, deviceId }) => {
    const rows = await transaction.query(
      rowSchema,
      `select device.device_id as id, ${momentSql('device.made_at')} as since, code.made_by as code_by
       from plotline.devices device
       left join plotline.invitations code
         on code.organisation_id = device.organisation_id and code.used_device = device.device_id
       where device.organisation_id = $1 and device.person_id = $2 and device.ended_at is null
       order by device.made_at, device.device_id`,
      [organisationId, personId],
    );
    return rows.map(({ id, since, code_by }) => ({
      id,
      since,
      here: id === deviceId,
      ...(code_by === null ? {} : { codeBy: code_by }),
    }));
  });
}

/**
 * Ends one of one's own. The code it came in with gives it no second token, and unused codes that were made as this person end
 * too: it may have made one, to come back with. Throws `not-found` where it is no such phone.
 */
export async function endOneOfMine(database: Database, token: Token, deviceId: string): Promise<void> {
  // Alone: what asks again for a lost answer meanwhile is either ended too or finds that its phone was ended.
  await asMember(database, token, 'alone', async (transaction, { organisationId, personId }) => {
    const ended = await transaction.change(
      `update plotline.devices set ended_at = now()
       where organisation_id = $1 and person_id = $2 and device_id = $3 and ended_at is null`,
      [organisationId, personId, deviceId],
    );
    if (ended === 0) throw new Refused('not-found', 'No connected phone of that id is yours.');
    await transaction.change(
      `update plotline.invitations set expires_at = '-infinity'
       where organisation_id = $1 and made_by = $2 and used_by is null`,
      [organisationId, personId],
    );
  });
}
