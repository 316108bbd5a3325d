/** What a server must allow an app from another origin, told out of the profile. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { crossOriginNeeds } from '../../../src/sync/protocol/cross-origin-needs.ts';
import type { Profile } from '../../../src/sync/protocol/profile.ts';
import { couchdbProfile } from '../../../src/sync/protocol/profiles/couchdb.ts';
import { directusProfile } from '../../../src/sync/protocol/profiles/directus.ts';
import { feathersProfile } from '../../../src/sync/protocol/profiles/feathers.ts';
import { hubProfile } from '../../../src/sync/protocol/profiles/hub.ts';
import { jsonServerProfile } from '../../../src/sync/protocol/profiles/json-server.ts';
import { postgrestProfile } from '../../../src/sync/protocol/profiles/postgrest.ts';
import { webdavProfile } from '../../../src/sync/protocol/profiles/webdav.ts';
import { plainProfile } from '../../support/plain-profile.ts';

const docs = readFileSync(new URL('../../../docs/profiles.md', import.meta.url), 'utf8');

test('methods of every request, and the headers it may send, each once', () => {
  expect(crossOriginNeeds(webdavProfile)).toEqual({
    methods: ['DELETE', 'GET', 'HEAD', 'PROPFIND', 'PUT'],
    send: ['Authorization', 'Content-Type', 'Depth', 'If-None-Match', 'Range'],
    read: ['Content-Range', 'Date', 'Retry-After'],
  });
});

test('a login in a header of its own, headers of the profile, and packed bodies', () => {
  const profile: Profile = {
    ...plainProfile,
    auth: { kind: 'header', name: 'apikey' },
    headers: { 'x-client': 'plotline', ACCEPT: 'application/json' },
    gzip: true,
  };
  expect(crossOriginNeeds(profile).send).toEqual(['Content-Encoding', 'Content-Type', 'apikey', 'x-client']);
  expect(crossOriginNeeds({ ...profile, auth: { kind: 'none' } }).send).not.toContain('apikey');
});

test('what is read of an answer: where it goes on, and by which mark something is removed', () => {
  expect(crossOriginNeeds(hubProfile).read).toEqual([
    'Content-Range',
    'Date',
    'ETag',
    'Retry-After',
    'Upload-Offset',
  ]);
  const remove = { method: 'DELETE', path: '/versions/{key}?at={revision}', revision: 'etag' } as const;
  expect(crossOriginNeeds({ ...plainProfile, remove }).read).toContain('ETag');
});

const ready = [
  webdavProfile,
  couchdbProfile,
  postgrestProfile,
  directusProfile,
  feathersProfile,
  jsonServerProfile,
];

test.each(ready.map((profile) => [profile.name, profile] as const))(
  'docs/profiles.md tells them of %s',
  (name, profile) => {
    const row = docs.split('\n').find((line) => line.startsWith(`| ${name} `));
    const { methods, send, read } = crossOriginNeeds(profile);
    for (const word of [...methods, ...send, ...read]) expect(row).toContain(`\`${word}\``);
  },
);
