/** What every route of the API works with. */
import type { Context } from 'hono';
import type { Environment } from '../core/environment.ts';
import type { AttemptLimit } from './attempt-limit.ts';
import type { Database } from './database/database.ts';
import type { Limits } from './limits.ts';
import type { Metrics } from './metrics.ts';
import { Refused } from './problem.ts';
import { readToken, type Token } from './secrets.ts';

export interface Api {
  database: Database;
  environment: Environment;
  /** As people reach it, where the operator said so: `https://hub.example`. Else the address of each request is taken. */
  origin: string | null;
  /** Where X-Forwarded-For and -Proto may be believed: behind a proxy that sets them. */
  behindProxy: boolean;
  /** Who says it may read the figures; null: only this machine may. */
  metricsToken: string | null;
  limits: Limits;
  metrics: Metrics;
  failedEnrolments: AttemptLimit;
}

/** The token of a request. Throws `sign-in` where there is none. */
export function tokenOf(context: Context): Token {
  const token = readToken(context.req.header('Authorization'));
  if (token) return token;
  throw new Refused('sign-in', 'This needs a token: Authorization: Bearer …', {
    headers: { 'WWW-Authenticate': 'Bearer' },
  });
}

/** What links begin with. */
export function originOf({ origin, behindProxy }: Api, context: Context): string {
  if (origin) return origin;
  const url = new URL(context.req.url);
  const forwarded = behindProxy ? context.req.header('X-Forwarded-Proto') : undefined;
  return forwarded === 'https' || forwarded === 'http' ? `${forwarded}://${url.host}` : url.origin;
}
