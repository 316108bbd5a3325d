/** Where the app may go, in the page that is kept for offline: the operator's list may have changed since it was fetched. */

const POLICY = 'content-security-policy';
const WHERE_TO = 'connect-src';

/**
 * Asks for the headers of the page at `/` and puts what they say about `connect-src` into the kept one, for the next time
 * it is opened. Its contents stay as they are. Without a network, or where the answer says nothing of it, nothing changes.
 */
export async function renewPolicy(cacheKey: string): Promise<void> {
  const now = await fetch('/', { method: 'HEAD', cache: 'no-store', redirect: 'error' }).catch(() => null);
  const said = now?.ok ? now.headers.get(POLICY) : null;
  if (!said) return;
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    const kept = await cache.match(cacheKey);
    const before = kept?.headers.get(POLICY);
    if (!kept || !before) continue;
    const policy = withPlacesOf(before, said);
    if (policy === before) continue;
    const headers = new Headers(kept.headers);
    headers.set(POLICY, policy);
    await cache.put(cacheKey, new Response(await kept.arrayBuffer(), { headers }));
  }
}

/** The policy with the `connect-src` of another one; the rest belongs to the build that it came with. */
export function withPlacesOf(policy: string, other: string): string {
  const places = directives(other).find(isWhereTo);
  if (places === undefined) return policy;
  return directives(policy)
    .map((directive) => (isWhereTo(directive) ? places : directive))
    .join('; ');
}

function directives(policy: string): string[] {
  return policy
    .split(';')
    .map((directive) => directive.trim())
    .filter((directive) => directive !== '');
}

function isWhereTo(directive: string): boolean {
  return directive.split(/\s/)[0]?.toLowerCase() === WHERE_TO;
}
