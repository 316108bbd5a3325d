/** Codes that are open: who may see them sees for whom they are and until when, never the code, and may take one back. */
import * as z from 'zod/mini';
import type { Environment } from '../core/environment.ts';
import { roles } from '../core/version.ts';
import type { OpenInvitation } from '../sync/protocol/hub-api.ts';
import type { Database, Transaction } from './database/database.ts';
import { asMember } from './member.ts';
import { momentSql } from './moment-sql.ts';
import { Refused } from './problem.ts';
import type { Token } from './secrets.ts';

/** The most that are listed, the newest first. */
const MOST_LISTED = 500;

const rowSchema = z.object({
  id: z.string(),
  role: z.enum(roles),
  person: z.nullable(z.string()),
  made_by: z.nullable(z.string()),
  made_at: z.string(),
  expires_at: z.string(),
  sites: z.array(z.object({ id: z.string(), name: z.string() })),
});

/** Those that whoever holds the token may see. Row-level security chooses them, and which of their sites are named. */
export async function listInvitations(
  database: Database,
  environment: Environment,
  token: Token,
): Promise<OpenInvitation[]> {
  return asMember(database, token, null, (transaction, { organisationId }) =>
    readOpen(transaction, environment, organisationId),
  );
}

/** All of an organisation, for the operator. */
export async function listInvitationsAsOperator(
  database: Database,
  environment: Environment,
  organisationId: string,
): Promise<OpenInvitation[]> {
  return database.transaction('plotline_keeper', async (transaction) => {
    await transaction.change("select set_config('plotline.organisation', $1, true)", [organisationId]);
    return readOpen(transaction, environment, organisationId);
  });
}

async function readOpen(
  transaction: Transaction,
  environment: Environment,
  organisationId: string,
): Promise<OpenInvitation[]> {
  const rows = await transaction.query(
    rowSchema,
    `select invitation_id as id, role, person_id as person, made_by,
       ${momentSql('made_at')} as made_at, ${momentSql('expires_at')} as expires_at,
       coalesce((select json_agg(json_build_object('id', site.site_id, 'name', site.name) order by site.name)
         from plotline.invitation_sites there
         join plotline.sites site on site.organisation_id = there.organisation_id and site.site_id = there.site_id
         where there.organisation_id = code.organisation_id and there.invitation_id = code.invitation_id),
         '[]'::json) as sites
     from plotline.invitations code
     where organisation_id = $1 and used_by is null and expires_at > to_timestamp($2::float8 / 1000)
     order by code.made_at desc, code.invitation_id desc limit ${MOST_LISTED}`,
    [organisationId, environment.now()],
  );
  return rows.map(({ id, role, person, made_by, made_at, expires_at, sites }) => ({
    id,
    role,
    sites,
    ...(person === null ? {} : { personId: person }),
    ...(made_by === null ? {} : { madeBy: made_by }),
    madeAt: made_at,
    expiresAt: expires_at,
  }));
}

/** Takes one back at once. Throws `not-found` where whoever asks does not see it, `code-used` where somebody came in with it. */
export async function takeBackInvitation(
  database: Database,
  token: Token,
  invitationId: string,
): Promise<void> {
  // Alone: a device that is just coming in with it has come in before, or finds it ended.
  await asMember(database, token, 'alone', (transaction, { organisationId }) =>
    takeBack(transaction, organisationId, invitationId),
  );
}

/** The operator takes back anybody's. */
export async function takeBackAsOperator(
  database: Database,
  organisationId: string,
  invitationId: string,
): Promise<void> {
  await database.transaction('plotline_keeper', async (transaction) => {
    await transaction.change("select set_config('plotline.organisation', $1, true)", [organisationId]);
    await transaction.change("select pg_advisory_xact_lock(hashtextextended('plotline ' || $1::text, 0))", [
      organisationId,
    ]);
    await takeBack(transaction, organisationId, invitationId);
  });
}

async function takeBack(
  transaction: Transaction,
  organisationId: string,
  invitationId: string,
): Promise<void> {
  const [code] = await transaction.query(
    z.object({ used: z.boolean() }),
    `select used_by is not null as used from plotline.invitations
     where organisation_id = $1 and invitation_id = $2`,
    [organisationId, invitationId],
  );
  if (!code) throw new Refused('not-found', 'No code of that id is among those you may see.');
  if (code.used) throw new Refused('code-used', 'Somebody has come in with this code already.');
  // One that has ended already stays so.
  await transaction.change(
    `update plotline.invitations set expires_at = '-infinity'
     where organisation_id = $1 and invitation_id = $2 and used_by is null`,
    [organisationId, invitationId],
  );
}
