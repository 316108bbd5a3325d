/** The organisation a hub begins with. */
import * as z from 'zod/mini';
import type { Environment } from '../core/environment.ts';
import { createId } from '../core/ids.ts';
import type { Database } from './database/database.ts';
import { siteNamed } from './sites.ts';

/** The organisations of a hub, oldest first. */
export async function organisations(database: Database): Promise<{ id: string; name: string }[]> {
  return database.transaction('upkeep', (transaction) =>
    transaction.query(
      z.object({ id: z.string(), name: z.string() }),
      'select organisation_id as id, name from plotline.organisations order by made_at, organisation_id',
    ),
  );
}

/** Makes an organisation with its first sites. Gives its id. */
export async function makeOrganisation(
  database: Database,
  environment: Environment,
  { name, sites }: { name: string; sites: readonly string[] },
): Promise<string> {
  const id = createId(environment);
  await database.transaction('plotline_keeper', async (transaction) => {
    await transaction.change("select set_config('plotline.organisation', $1, true)", [id]);
    await transaction.change('insert into plotline.organisations (organisation_id, name) values ($1, $2)', [
      id,
      name,
    ]);
    for (const site of sites) await siteNamed(transaction, environment, id, site);
  });
  return id;
}

/**
 * Makes the first organisation where there is none, and gives it back while nobody coordinates it: then somebody still
 * needs a code. Several hubs may start at once; one of them makes it.
 */
export async function uncoordinated(
  database: Database,
  environment: Environment,
  first: { organisation: string; site: string },
): Promise<{ id: string; name: string; site: string } | null> {
  const waiting = await database.transaction('upkeep', async (transaction) => {
    await transaction.script("select pg_advisory_xact_lock(hashtextextended('plotline first start', 0))");
    const [there] = await transaction.query(
      z.object({ id: z.string(), name: z.string(), coordinated: z.boolean() }),
      `select organisation_id as id, name, exists (
         select from plotline.people someone
         where someone.organisation_id = organisations.organisation_id and someone.role = 'coordinator') as coordinated
       from plotline.organisations order by made_at, organisation_id limit 1`,
    );
    if (there) return there.coordinated ? null : { ...there, site: first.site };
    const id = createId(environment);
    await transaction.change('insert into plotline.organisations (organisation_id, name) values ($1, $2)', [
      id,
      first.organisation,
    ]);
    await siteNamed(transaction, environment, id, first.site);
    return { id, name: first.organisation, site: first.site };
  });
  return waiting && { id: waiting.id, name: waiting.name, site: waiting.site };
}
