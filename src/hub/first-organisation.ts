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
