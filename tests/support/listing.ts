/** What the tests of listings share: versions as they lie at an endpoint, and a pass through a list. */
import { connectEndpoint } from '../../src/sync/client/connect-endpoint.ts';
import type { Endpoint } from '../../src/sync/protocol/endpoint.ts';
import type { Profile } from '../../src/sync/protocol/profile.ts';
import { digestOf, keyOf, type WireVersion } from '../../src/sync/protocol/wire.ts';
import { settingsFor } from './plain-profile.ts';
import { scriptedFetch, type AskedFor, type Scripted } from './scripted-fetch.ts';
import { version } from './versions.ts';

export async function wireOf(at: number): Promise<WireVersion> {
  const one = version(at);
  return { version: one, digest: await digestOf(one) };
}
export const stored = ({ version, digest }: WireVersion) => ({ key: keyOf(version), version, digest });

export function connected(profile: Profile, answer: (asked: AskedFor) => Scripted | Promise<Scripted>) {
  const script = scriptedFetch(answer);
  return {
    ...script,
    endpoint: connectEndpoint(settingsFor(profile), { fetch: script.fetch, now: () => 0 }),
  };
}

/** Everything from a cursor to the end of the list. */
export async function pass(
  endpoint: Endpoint,
  from: string | null,
): Promise<{ keys: string[]; cursor: string }> {
  const keys: string[] = [];
  let cursor = from;
  for (let pages = 0; ; pages += 1) {
    const page = await endpoint.list(cursor);
    if (page.status === 'failed' || pages > 200) throw new Error(JSON.stringify(page));
    keys.push(...page.items.map(({ key }) => key));
    cursor = page.cursor;
    if (!page.more) return { keys, cursor };
  }
}
