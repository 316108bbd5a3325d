/** The profile of Directus. Its requests were tried on 11.3.5 with SQLite; docs/profiles.md says what was and what was not. */
import type { Profile } from '../profile.ts';

export const directusProfile: Profile = {
  plotlineProfile: 1,
  name: 'Directus',
  about: 'A Directus project. Its roles and policies decide who sees what.',
  setUp:
    'Make the collection plotline_versions with the primary key "key" (a string entered by hand), the fields "digest" ' +
    '(string) and "version" (text), and "date_created" (created on, a timestamp). Make plotline_pieces with the primary key ' +
    '"key" (a string entered by hand) and "content" (text). Give a role the rights to create and read both and to delete in ' +
    'plotline_versions (only what "Try this server" wrote is ever deleted), and a user of that role a static token. For use in ' +
    'a browser, set CORS_ENABLED=true and CORS_ORIGIN to the origin of the app.',
  names: { versions: 'plotline_versions', pieces: 'plotline_pieces' },
  auth: { kind: 'bearer' },
  document: { as: 'text', key: 'key', version: 'version', digest: 'digest' },
  create: {
    method: 'POST',
    path: '/items/{versions}',
    body: '{document}',
    batch: {
      method: 'POST',
      path: '/items/{versions}',
      body: '{documents}',
      versions: 100,
      bytes: 98_304,
      results: { at: '/data', match: 'key', key: '/key', document: '' },
    },
  },
  verify: { by: 'echo', document: '/data' },
  // By a filter, because what is not there is answered 403 otherwise, as if the login did not do.
  read: { method: 'GET', path: '/items/{versions}?filter[key][_eq]={key}&limit=1', document: '/data/0' },
  readMany: {
    method: 'GET',
    path: '/items/{versions}?filter[key][_in]={keys}&limit=-1',
    versions: 25,
    items: '/data',
    document: '',
  },
  pull: {
    by: 'time',
    method: 'GET',
    path: '/items/{versions}?filter[date_created][_gte]={since}&sort=date_created,key&limit={limit}&offset={offset}',
    items: '/data',
    document: '',
    time: '/date_created',
    format: 'iso',
    overlapSeconds: 60,
    limit: 100,
  },
  remove: { method: 'DELETE', path: '/items/{versions}/{key}' },
  attachments: {
    by: 'pieces',
    bytes: 65_536,
    key: 'key',
    content: 'content',
    create: { method: 'POST', path: '/items/{pieces}', body: '{document}' },
    read: { method: 'GET', path: '/items/{pieces}?filter[key][_eq]={key}&limit=1', document: '/data/0' },
  },
  rules: [
    { at: '/errors/0/extensions/code', is: 'TOKEN_EXPIRED', outcome: 'auth' },
    { at: '/errors/0/extensions/code', is: 'INVALID_CREDENTIALS', outcome: 'auth' },
  ],
};
