/** Versions in and out: `/v1/versions`. */
import { Hono } from 'hono';
import * as z from 'zod/mini';
import { LONGEST_PAGE } from '../../sync/protocol/hub-api.ts';
import { MOST_VERSIONS } from '../../sync/protocol/wire.ts';
import { answerJson } from '../answer-json.ts';
import { tokenOf, type Api } from '../api.ts';
import { Refused } from '../problem.ts';
import { readJson } from '../read-body.ts';
import { listVersions, readVersion } from '../versions/list-versions.ts';
import { storeVersions } from '../versions/store-versions.ts';

/** The outside of a push; each version is looked at by itself, so that one bad one does not stop its neighbours. */
const pushSchema = z.object({ versions: z.array(z.unknown()) });
const USUAL_PAGE = 200;
const keyPattern =
  /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_([0-9a-f]{12}-[0-9a-f]{4}-[0-9a-z]{8,40})$/;

export function versionRoutes({ database, limits, metrics }: Api): Hono {
  const routes = new Hono();

  routes.post('/v1/versions', async (context) => {
    const token = tokenOf(context);
    const read = pushSchema.safeParse(await readJson(context, limits.push));
    if (!read.success) throw new Refused('malformed', 'The body must be {"versions": […]}.');
    const { versions } = read.data;
    if (versions.length > MOST_VERSIONS) {
      throw new Refused('too-large', `Too many at once: ${MOST_VERSIONS} versions at most.`);
    }
    const results = await storeVersions(database, token, versions);
    metrics.versionsStored(results.filter(({ outcome }) => outcome === 'ok').length);
    return answerJson(context, JSON.stringify({ results }));
  });

  routes.get('/v1/versions', async (context) => {
    const token = tokenOf(context);
    const limit = Number(context.req.query('limit') ?? USUAL_PAGE);
    if (!Number.isInteger(limit) || limit < 1) {
      throw new Refused('malformed', `"limit" is a whole number from 1 to ${LONGEST_PAGE}.`);
    }
    const since = context.req.query('since') ?? null;
    const page = await listVersions(database, token, since, Math.min(limit, LONGEST_PAGE));
    metrics.versionsServed(page.count);
    return answerJson(context, page.json);
  });

  routes.get('/v1/versions/:key', async (context) => {
    const token = tokenOf(context);
    const [, id, rev] = keyPattern.exec(context.req.param('key')) ?? [];
    const found = id && rev ? await readVersion(database, token, id, rev) : null;
    if (found === null)
      throw new Refused('not-found', 'There is no such version here, or it is not yours to see.');
    return answerJson(context, found);
  });

  return routes;
}
