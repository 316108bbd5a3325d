/** Where each screen of the app is, for the records that are on the phone. */
import type { Page } from 'playwright';
import { routes } from '../../src/app/routes.tsx';
import { rawRows } from './raw-rows.ts';

/** One address for each route. Throws where a route needs a record that is not on the phone. */
export async function everyAddress(page: Page): Promise<string[]> {
  const ids = await recordIds(page);
  // Nothing is connected: a connection's page then says that there is none of that id.
  const kinds: Record<string, string> = { record: 'reflection', people: 'person', connection: 'person' };
  return routes.map(({ path }) => {
    const kind = /^\/([\w-]+)\/:id/.exec(path)?.[1] ?? '';
    const id = ids[kinds[kind] ?? kind];
    if (path.includes(':id') && id === undefined) throw new Error(`no ${kind} to open ${path} with`);
    return path.replace(':id', id ?? '').replace(':statement', 'voice');
  });
}

/** The id of one record of each kind. */
async function recordIds(page: Page): Promise<Record<string, string>> {
  const rows = await rawRows(page, 'records');
  return Object.fromEntries(rows.flatMap(({ id, kind }) => (id && kind ? [[kind, id]] : [])));
}
