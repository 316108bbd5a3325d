/** Whatever an endpoint answers: nothing is thrown, nothing is proven that is not so, nothing invalid is taken for a version. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { connectEndpoint } from '../../../src/sync/client/connect-endpoint.ts';
import type { Arrived } from '../../../src/sync/protocol/endpoint.ts';
import type { Profile } from '../../../src/sync/protocol/profile.ts';
import { couchdbProfile } from '../../../src/sync/protocol/profiles/couchdb.ts';
import { directusProfile } from '../../../src/sync/protocol/profiles/directus.ts';
import { feathersProfile } from '../../../src/sync/protocol/profiles/feathers.ts';
import { hubProfile } from '../../../src/sync/protocol/profiles/hub.ts';
import { jsonServerProfile } from '../../../src/sync/protocol/profiles/json-server.ts';
import { postgrestProfile } from '../../../src/sync/protocol/profiles/postgrest.ts';
import { webdavProfile } from '../../../src/sync/protocol/profiles/webdav.ts';
import { toDocument } from '../../../src/sync/protocol/lay-out.ts';
import { digestOf, keyOf } from '../../../src/sync/protocol/wire.ts';
import { plainProfile, settingsFor } from '../../support/plain-profile.ts';
import { scriptedFetch, type Scripted } from '../../support/scripted-fetch.ts';
import { version } from '../../support/versions.ts';

const profiles: Profile[] = [
  plainProfile,
  hubProfile,
  couchdbProfile,
  postgrestProfile,
  directusProfile,
  feathersProfile,
  webdavProfile,
  jsonServerProfile,
];

const first = version(1, { body: { words: 'one' } });
const wire = { version: first, digest: await digestOf(first) };
const second = version(2, { body: { words: 'two' } });
const wires = [wire, { version: second, digest: await digestOf(second) }];
const digests = new Map(wires.map(({ version, digest }) => [keyOf(version), digest]));

/** Pieces of answers that the profiles look for, so that chance gets further than the first door. */
const members = [
  'items',
  'results',
  'data',
  'rows',
  'doc',
  'next',
  'more',
  'key',
  'id',
  '_id',
  'version',
  'digest',
  'outcome',
  'error',
  'ok',
  'last_seq',
  'body',
];
const scraps = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(...digests.keys(), ...digests.values(), 'ok', 'exists', true, first, {
    ...first,
    body: null,
  }),
);
const { answers } = fc.letrec((again) => ({
  answers: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scraps,
    fc.array(again('answers'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...members), again('answers'), { maxKeys: 4 }),
  ),
}));

const headers = fc.dictionary(
  fc.constantFrom(
    'content-type',
    'retry-after',
    'date',
    'upload-offset',
    'etag',
    'content-range',
    'content-length',
  ),
  fc.constantFrom(
    'text/html',
    'application/json',
    '-1',
    '12',
    'x',
    'bytes 0-1/2',
    'Mon, 01 Jun 2026 10:00:00 GMT',
    wire.digest,
  ),
);
const statuses = fc.constantFrom(
  200,
  201,
  204,
  205,
  206,
  207,
  304,
  400,
  401,
  403,
  404,
  409,
  410,
  412,
  413,
  416,
  422,
  429,
  500,
  503,
);
const bodies = fc.oneof(
  answers.map((value) => JSON.stringify(value)),
  fc.string({ maxLength: 40 }),
  fc.constantFrom('<html>', '<?xml version="1.0"?><multistatus><response>', '{"items":[', ''),
);

const scripts = fc.array(
  fc.oneof(
    { arbitrary: fc.constant(null), weight: 1 },
    { arbitrary: fc.record({ status: statuses, headers, body: bodies }), weight: 9 },
  ),
  { minLength: 1, maxLength: 6 },
);

/** Answers one after the other, and then from the start. */
function answering(
  script: readonly ({ status: number; headers: Record<string, string>; body: string } | null)[],
): () => Scripted {
  let at = 0;
  return () => {
    const one = script[at % script.length];
    at += 1;
    if (!one) return 'lost';
    const none = [204, 205, 304].includes(one.status);
    return new Response(none ? null : one.body, { status: one.status, headers: one.headers });
  };
}

/** Taken for a version, and not what its key and digest say. */
async function isWrong(item: Arrived): Promise<boolean> {
  if (item.status !== 'version') return false;
  const { version, digest } = item.wire;
  return keyOf(version) !== item.key || (await digestOf(version)) !== digest;
}

test.each(profiles.map((profile) => [profile.name, profile] as const))('%s', async (_, profile) => {
  await fc.assert(
    fc.asyncProperty(scripts, async (script) => {
      const { fetch } = scriptedFetch(answering(script));
      const endpoint = connectEndpoint(settingsFor(profile), { fetch, now: () => 0 });
      const said = script.map((one) => one?.body ?? '').join('\n');

      const created = await endpoint.create(wires);
      const each = 'each' in created ? created.each : [];
      expect([0, 2]).toContain(each.length);
      // Proof is only what the endpoint itself has said.
      const proven = each.map(({ digest }) => digest).filter((digest, at) => digest === wires[at]?.digest);
      expect(proven.filter((digest) => digest !== undefined && !said.includes(digest))).toEqual([]);
      const read = await endpoint.read(keyOf(first));
      expect(read.outcome !== 'ok' || said.includes(read.digest ?? 'none')).toBe(true);
      const listed = await endpoint.list(null);
      const items = listed.status === 'page' ? listed.items : [];
      const wrong = await Promise.all(items.map(isWrong));
      expect(wrong).not.toContain(true);
      await endpoint.remove(keyOf(first));
      const port = endpoint.attachments;
      if (!port) return;
      const bytes = new TextEncoder().encode('photo');
      await port.has(wire.digest, 5);
      await port.put(wire.digest, bytes.buffer, 'image/jpeg', 2);
      const got = await port.get(wire.digest, new Uint8Array(2));
      expect(got.complete).toBeUndefined();
    }),
    { numRuns: 250 },
  );
});

/** Whether a document still holds every word of the version. */
function sameVersion({ document }: Profile, text: string): boolean {
  const members = new Map(Object.entries(JSON.parse(text) as object));
  const body: unknown = document.as === 'fields' ? members.get('body') : members.get(document.version);
  return (typeof body === 'string' ? body : JSON.stringify(body)).includes('"words":"one"');
}

test('what is changed on its way is never proven, wherever the change is', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...profiles.filter(({ pull }) => pull.by !== 'folder')),
      fc.nat(),
      fc.string({ minLength: 1, maxLength: 2 }),
      async (profile, at, put) => {
        const whole = JSON.stringify(toDocument(profile.document, wire));
        const cut = at % whole.length;
        const changed = whole.slice(0, cut) + put + whole.slice(cut + put.length);
        const { document } = profile.read;
        const body =
          document === '/0' ? `[${changed}]` : document === '/data/0' ? `{"data":[${changed}]}` : changed;
        const { fetch } = scriptedFetch(() => new Response(body));
        const read = await connectEndpoint(settingsFor(profile), { fetch, now: () => 0 }).read(keyOf(first));
        // Where it still says the same (a null left out), it is what it was; else it is nothing.
        expect([undefined, wire.digest]).toContain(read.digest);
        expect(read.outcome === 'ok').toBe(read.digest !== undefined);
        expect(read.digest === undefined || sameVersion(profile, changed)).toBe(true);
      },
    ),
    { numRuns: 1000 },
  );
});
