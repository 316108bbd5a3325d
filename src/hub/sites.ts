/** The places an organisation works at. */
import * as z from 'zod/mini';
import type { Environment } from '../core/environment.ts';
import { createId } from '../core/ids.ts';
import type { Database, Transaction } from './database/database.ts';
import { asMember } from './member.ts';
import { Refused } from './problem.ts';
import type { Token } from './secrets.ts';

export interface Site {
  id: string;
  name: string;
}

const siteSchema = z.object({ id: z.string(), name: z.string() });

/** Those that whoever asks may see, by name. */
export async function readSites(transaction: Transaction, organisationId: string): Promise<Site[]> {
  return transaction.query(
    siteSchema,
    'select site_id as id, name from plotline.sites where organisation_id = $1 order by name',
    [organisationId],
  );
}

/** The site of that name, made where there is none. */
export async function siteNamed(
  transaction: Transaction,
  environment: Environment,
  organisationId: string,
  name: string,
): Promise<Site> {
  await transaction.change(
    `insert into plotline.sites (organisation_id, site_id, name) values ($1, $2, $3)
     on conflict (organisation_id, name) do nothing`,
    [organisationId, createId(environment), name.trim()],
  );
  const site = (await readSites(transaction, organisationId)).find((site) => site.name === name.trim());
  if (!site) throw new Error('a site that was just made is not there');
  return site;
}

export async function listSites(database: Database, token: Token): Promise<Site[]> {
  return asMember(database, token, null, (transaction, member) =>
    readSites(transaction, member.organisationId),
  );
}

/** A coordinator's; the one of that name where it is there already. */
export async function makeSite(
  database: Database,
  environment: Environment,
  token: Token,
  name: string,
): Promise<Site> {
  return asMember(database, token, null, async (transaction, member) => {
    if (member.role !== 'coordinator') throw new Refused('not-allowed', 'Only a coordinator makes a site.');
    return siteNamed(transaction, environment, member.organisationId, name);
  });
}
