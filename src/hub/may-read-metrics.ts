/** Who may read the figures: whoever says the operator's token, and without one this machine itself. */
import { timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import type { Api } from './api.ts';
import { clientAddress } from './client-address.ts';
import { Refused } from './problem.ts';
import { hashSecret } from './secrets.ts';

/** What proxies add. One that adds none of it is told by the origin that the operator then has to give. */
const passedOn = [
  'X-Forwarded-For',
  'X-Forwarded-Host',
  'X-Forwarded-Proto',
  'X-Real-IP',
  'Forwarded',
  'Via',
];

/** Throws where it may not. */
export function mayReadMetrics(api: Api, context: Context): void {
  const { metricsToken } = api;
  if (metricsToken === null) {
    if (isFromHere(api, context)) return;
    throw new Refused('not-allowed', isBehindProxy(api) ? tokenNeeded : onlyFromHere);
  }
  const said = /^Bearer +(\S+)$/i.exec(context.req.header('Authorization') ?? '')?.[1] ?? '';
  // Hashed, both are of one length.
  if (timingSafeEqual(Buffer.from(hashSecret(said)), Buffer.from(hashSecret(metricsToken)))) return;
  throw new Refused('sign-in', 'This needs the token of the monitor: Authorization: Bearer …', {
    headers: { 'WWW-Authenticate': 'Bearer' },
  });
}

const onlyFromHere =
  'Only the machine of the hub itself reads this, or who has the token in PLOTLINE_METRICS_TOKEN.';

const tokenNeeded =
  'Set PLOTLINE_METRICS_TOKEN and say it: behind a proxy, nobody can be told to be on the machine of the hub itself.';

/** To a hub behind a proxy everybody comes from this machine: then nobody is taken to be from here. */
function isBehindProxy({ behindProxy, origin }: Api): boolean {
  return behindProxy || (origin !== null && !isLocal(new URL(origin).hostname));
}

function isFromHere(api: Api, context: Context): boolean {
  if (isBehindProxy(api) || passedOn.some((name) => context.req.header(name) !== undefined)) return false;
  // A page of a browser on this machine that was led to it by another name.
  if (!isLocal(new URL(context.req.url).hostname)) return false;
  return isLocal(clientAddress(context, false));
}

function isLocal(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^(::ffff:)?127(\.\d+){3}$|^::1$/.test(host);
}
