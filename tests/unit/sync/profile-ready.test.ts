/** The profiles that come with the app can be worked with. */
import { expect, test } from 'vitest';
import { couchdbProfile } from '../../../src/sync/protocol/profiles/couchdb.ts';
import { directusProfile } from '../../../src/sync/protocol/profiles/directus.ts';
import { feathersProfile } from '../../../src/sync/protocol/profiles/feathers.ts';
import { hubProfile } from '../../../src/sync/protocol/profiles/hub.ts';
import { jsonServerProfile } from '../../../src/sync/protocol/profiles/json-server.ts';
import { postgrestProfile } from '../../../src/sync/protocol/profiles/postgrest.ts';
import { webdavProfile } from '../../../src/sync/protocol/profiles/webdav.ts';
import { readProfile } from '../../../src/sync/protocol/read-profile.ts';

const ready = [
  hubProfile,
  couchdbProfile,
  postgrestProfile,
  directusProfile,
  feathersProfile,
  webdavProfile,
  jsonServerProfile,
];

test.each(ready.map((profile) => [profile.name, profile] as const))('%s is a valid profile', (_, profile) => {
  const copy: unknown = JSON.parse(JSON.stringify(profile));
  expect(readProfile(copy)).toEqual({ status: 'profile', profile });
});
