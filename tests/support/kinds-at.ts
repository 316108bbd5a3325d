import * as z from 'zod/mini';
import type { HubServer } from './hub.ts';

/** The kinds of the versions that a hub holds, one for each version, in order of the alphabet. */
export async function kindsAt({ database }: HubServer): Promise<string[]> {
  const shape = z.object({ kind: z.string() });
  const rows = await database.transaction('upkeep', (transaction) =>
    transaction.query(shape, 'select kind from plotline.versions order by kind'),
  );
  return rows.map(({ kind }) => kind);
}
