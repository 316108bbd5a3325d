/** The profiles for servers that come with the app, for those who are not come to with a code. Fetched when needed. */
import type { Profile } from '../../sync/protocol/profile.ts';
import { couchdbProfile } from '../../sync/protocol/profiles/couchdb.ts';
import { directusProfile } from '../../sync/protocol/profiles/directus.ts';
import { feathersProfile } from '../../sync/protocol/profiles/feathers.ts';
import { jsonServerProfile } from '../../sync/protocol/profiles/json-server.ts';
import { postgrestProfile } from '../../sync/protocol/profiles/postgrest.ts';
import { webdavProfile } from '../../sync/protocol/profiles/webdav.ts';

export const serverProfiles: readonly Profile[] = [
  webdavProfile,
  couchdbProfile,
  postgrestProfile,
  directusProfile,
  feathersProfile,
  jsonServerProfile,
];
