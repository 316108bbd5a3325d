/** THE list of profiles that come with the app. */
import type { Profile } from './profile.ts';
import { couchdbProfile } from './profiles/couchdb.ts';
import { directusProfile } from './profiles/directus.ts';
import { feathersProfile } from './profiles/feathers.ts';
import { hubProfile } from './profiles/hub.ts';
import { jsonServerProfile } from './profiles/json-server.ts';
import { postgrestProfile } from './profiles/postgrest.ts';
import { webdavProfile } from './profiles/webdav.ts';

export const readyProfiles: readonly Profile[] = [
  hubProfile,
  couchdbProfile,
  postgrestProfile,
  directusProfile,
  feathersProfile,
  webdavProfile,
  jsonServerProfile,
];
