/** What a member is told of themselves: their organisation, their role, their sites. */
import * as z from 'zod/mini';
import { roles } from '../core/version.ts';
import type { EnrolAnswer } from '../sync/protocol/hub-api.ts';
import type { Transaction } from './database/database.ts';

const named = z.object({ id: z.string(), name: z.string() });

/** Reads it within a transaction that may see the organisation and the person. */
export async function readMemberView(
  transaction: Transaction,
  organisationId: string,
  personId: string,
): Promise<Omit<EnrolAnswer, 'token'>> {
  const [organisation] = await transaction.query(
    named,
    'select organisation_id as id, name from plotline.organisations where organisation_id = $1',
    [organisationId],
  );
  const [person] = await transaction.query(
    z.object({ role: z.enum(roles) }),
    'select role from plotline.people where organisation_id = $1 and person_id = $2',
    [organisationId, personId],
  );
  const sites = await readSitesOf(transaction, organisationId, personId);
  if (!organisation || !person) throw new Error('a member whose organisation or person is not there');
  return { organisation, person: { id: personId, role: person.role, sites } };
}

/** The sites somebody belongs to, by name; of another's those that whoever asks may see. */
export async function readSitesOf(
  transaction: Transaction,
  organisationId: string,
  personId: string,
): Promise<EnrolAnswer['person']['sites']> {
  return transaction.query(
    named,
    `select site.site_id as id, site.name
     from plotline.person_sites here
     join plotline.sites site on site.organisation_id = here.organisation_id and site.site_id = here.site_id
     where here.organisation_id = $1 and here.person_id = $2
     order by site.name`,
    [organisationId, personId],
  );
}
