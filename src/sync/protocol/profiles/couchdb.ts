/** The profile of servers that speak CouchDB's protocol: CouchDB, PouchDB Server and others. */
import type { Profile } from '../profile.ts';

export const couchdbProfile: Profile = {
  plotlineProfile: 1,
  name: 'CouchDB',
  about: 'A database that speaks the CouchDB protocol. Everybody with the login sees everything in it.',
  setUp:
    'Make two databases, plotline and plotline-attachments, and a user who may read and write both. For use in a browser, ' +
    'allow the origin of the app (enable_cors; in the section cors: origins, methods, headers).',
  names: { versions: 'plotline', pieces: 'plotline-attachments' },
  auth: { kind: 'basic' },
  // The body as text: some of these databases lose a member called __proto__.
  document: { as: 'fields', key: '_id', digest: 'digest', asText: ['body'] },
  create: {
    method: 'PUT',
    path: '/{versions}/{key}',
    body: '{document}',
    batch: {
      method: 'POST',
      path: '/{versions}/_bulk_docs',
      body: { docs: '{documents}' },
      versions: 100,
      bytes: 262_144,
      // By key: some put what they refuse first.
      results: { at: '', match: 'key', key: '/id' },
    },
  },
  verify: { by: 'read' },
  read: { method: 'GET', path: '/{versions}/{key}', document: '' },
  readMany: {
    method: 'POST',
    path: '/{versions}/_all_docs?include_docs=true',
    body: { keys: '{keys}' },
    versions: 100,
    items: '/rows',
    document: '/doc',
  },
  pull: {
    by: 'cursor',
    method: 'GET',
    start: '/{versions}/_changes?include_docs=true&limit={limit}&since=0',
    path: '/{versions}/_changes?include_docs=true&limit={limit}&since={cursor}',
    items: '/results',
    document: '/doc',
    cursor: '/last_seq',
    limit: 100,
    skip: [
      { at: '/deleted', is: true },
      { at: '/id', begins: '_design/' },
    ],
  },
  remove: { method: 'DELETE', path: '/{versions}/{key}?rev={revision}', revision: '/_rev' },
  attachments: {
    by: 'pieces',
    bytes: 196_608,
    key: '_id',
    content: 'content',
    create: { method: 'PUT', path: '/{pieces}/{key}', body: '{document}' },
    read: { method: 'GET', path: '/{pieces}/{key}', document: '' },
  },
  rules: [
    { on: ['item'], at: '/ok', is: true, outcome: 'ok' },
    { on: ['item'], at: '/error', is: 'conflict', outcome: 'exists' },
    { on: ['item'], at: '/error', is: 'unauthorized', outcome: 'auth' },
    { on: ['item'], at: '/error', is: 'forbidden', outcome: 'reject' },
    { on: ['item'], at: '/error', outcome: 'reject' },
    // CouchDB says it so where the login is good and may not come in here.
    { status: 403, at: '/reason', contains: 'not allowed to access this db', outcome: 'auth' },
    // A rule of the database's owner refuses one document; a login that does not do is 401.
    { on: ['create'], status: 403, at: '/error', is: 'forbidden', outcome: 'reject' },
  ],
  why: ['/reason'],
};
