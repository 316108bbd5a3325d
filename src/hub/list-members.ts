/** Who has come in: everybody that whoever asks may see, whether or not anything of theirs was ever shared. */
import * as z from 'zod/mini';
import { roles } from '../core/version.ts';
import type { MembersAnswer } from '../sync/protocol/hub-api.ts';
import type { Database } from './database/database.ts';
import { asMember } from './member.ts';
import type { Token } from './secrets.ts';

/** The most that are listed at a time. */
const PAGE = 200;

const rowSchema = z.object({
  id: z.string(),
  role: z.enum(roles),
  devices: z.nullable(z.number()),
  sites: z.array(z.object({ id: z.string(), name: z.string() })),
});

/** In the order of ids, from the one after `after`; from the first where it is null. Row-level security chooses them, and their sites. */
export async function listMembers(
  database: Database,
  token: Token,
  after: string | null,
): Promise<MembersAnswer> {
  return asMember(database, token, null, async (transaction, { organisationId }) => {
    const rows = await transaction.query(
      rowSchema,
      `select someone.person_id as id, someone.role, plotline.connected_devices(someone.person_id) as devices,
         coalesce((select json_agg(json_build_object('id', site.site_id, 'name', site.name) order by site.name)
           from plotline.person_sites here
           join plotline.sites site on site.organisation_id = here.organisation_id and site.site_id = here.site_id
           where here.organisation_id = someone.organisation_id and here.person_id = someone.person_id),
           '[]'::json) as sites
       from plotline.people someone
       where someone.organisation_id = $1 and someone.role is not null
         and ($2::text is null or someone.person_id > $2::text::uuid)
       order by someone.person_id limit ${PAGE + 1}`,
      [organisationId, after],
    );
    const people = rows
      .slice(0, PAGE)
      .map(({ id, role, devices, sites }) => ({ id, role, sites, ...(devices === null ? {} : { devices }) }));
    return { people, more: rows.length > PAGE };
  });
}
