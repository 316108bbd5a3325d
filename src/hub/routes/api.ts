/** The whole API: what stands before every route of it (limits, log, errors), and the routes. */
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { matchedRoutes } from 'hono/route';
import { type Api } from '../api.ts';
import { attemptLimit } from '../attempt-limit.ts';
import { clientAddress } from '../client-address.ts';
import { isUnavailable } from '../database/unavailable.ts';
import { drainBody } from '../drain-body.ts';
import { usualLimits, type Limits } from '../limits.ts';
import { silentLog, type Log } from '../log.ts';
import { createMetrics } from '../metrics.ts';
import { answerProblem, Refused } from '../problem.ts';
import { readToken } from '../secrets.ts';
import { attachmentRoutes } from './attachments.ts';
import { docsRoutes } from './docs.ts';
import { memberRoutes } from './members.ts';
import { upkeepRoutes } from './upkeep.ts';
import { versionRoutes } from './versions.ts';

export interface ApiOptions extends Pick<Api, 'database' | 'environment'> {
  origin?: string;
  behindProxy?: boolean;
  metricsToken?: string;
  limits?: Partial<Limits>;
  log?: Log;
}

export function apiRoutes(options: ApiOptions): Hono {
  const { environment, log = silentLog } = options;
  const limits = { ...usualLimits, ...options.limits };
  const api: Api = {
    database: options.database,
    environment,
    origin: options.origin ?? null,
    behindProxy: options.behindProxy ?? false,
    metricsToken: options.metricsToken ?? null,
    limits,
    metrics: createMetrics(),
    failedEnrolments: attemptLimit(limits.failedEnrolments, environment),
  };
  const routes = new Hono();
  routes.use('/v1/*', observed(api, log));
  routes.use('/v1/*', drainBody(limits.attachment));
  routes.use('/v1/*', openToOtherOrigins);
  routes.use('/v1/*', limited(api));
  routes.route('/', memberRoutes(api));
  routes.route('/', versionRoutes(api));
  routes.route('/', attachmentRoutes(api));
  routes.route('/', docsRoutes(api));
  routes.route('/', upkeepRoutes(api));
  routes.all('/v1/*', () => {
    throw new Refused('not-found', 'The hub has nothing at this address.');
  });
  routes.onError((error, context) => {
    if (error instanceof Refused) return answerProblem(error);
    log.error('request failed', error, { method: context.req.method, route: routeOf(context) });
    if (isUnavailable(error)) {
      return answerProblem(
        new Refused('busy', 'The hub cannot reach its database just now. Nothing was lost; try again soon.', {
          headers: { 'Retry-After': '5' },
        }),
      );
    }
    return answerProblem(new Refused('broken', 'Something went wrong at the hub. Nothing was kept.'));
  });
  return routes;
}

/** Apps from other origins may ask: they prove who they are with a token, and no cookie is ever looked at. */
const openToOtherOrigins = cors({
  origin: '*',
  allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
  allowHeaders: ['Authorization', 'Content-Type', 'Content-Encoding', 'Content-Range', 'Range'],
  exposeHeaders: ['Date', 'Retry-After', 'Upload-Offset', 'ETag', 'Content-Range', 'Accept-Ranges'],
  maxAge: 7200,
});

/** The pattern of the route that answered; an address names records and is not written down. */
function routeOf(context: Context): string {
  return matchedRoutes(context).find(({ path }) => !path.endsWith('*'))?.path ?? 'none';
}

function observed({ environment, metrics }: Api, log: Log): MiddlewareHandler {
  return async (context, next) => {
    const began = environment.now();
    await next();
    const ms = environment.now() - began;
    const { method } = context.req;
    const route = routeOf(context);
    const { status } = context.res;
    metrics.answered(method, route, status, ms / 1000);
    log.info('request', { method, route, status, ms });
  };
}

function limited({ environment, limits, behindProxy }: Api): MiddlewareHandler {
  const addresses = attemptLimit(limits.perAddress, environment);
  const tokens = attemptLimit(limits.perToken, environment);
  return async (context, next) => {
    const token = readToken(context.req.header('Authorization'));
    const wait = addresses.draw(clientAddress(context, behindProxy)) || (token ? tokens.draw(token.hash) : 0);
    if (wait > 0) {
      throw new Refused('too-many', 'Too many requests at once. Try again a little later.', {
        headers: { 'Retry-After': String(wait) },
      });
    }
    await next();
  };
}
