/** The profile of a Feathers service. Some of its stores write over what is there, so it is asked first. */
import type { Profile } from '../profile.ts';

export const feathersProfile: Profile = {
  plotlineProfile: 1,
  name: 'Feathers',
  about: 'A server made with Feathers. Its hooks decide who sees what.',
  setUp:
    'Make two services, versions and pieces, whose id is called "id" and is taken from the client. A hook before "create" ' +
    'must set createdAt to the time of the server, as text, such as 2026-06-01T09:30:00.000Z.',
  names: { versions: 'versions', pieces: 'pieces' },
  auth: { kind: 'bearer' },
  gzip: true,
  document: { as: 'text', key: 'id', version: 'version', digest: 'digest' },
  create: { method: 'POST', path: '/{versions}', body: '{document}', readFirst: true },
  verify: { by: 'read' },
  read: { method: 'GET', path: '/{versions}/{key}', document: '' },
  pull: {
    by: 'time',
    method: 'GET',
    path: '/{versions}?createdAt[$gte]={since}&$sort[createdAt]=1&$limit={limit}&$skip={offset}',
    items: '/data',
    document: '',
    time: '/createdAt',
    format: 'iso',
    overlapSeconds: 60,
    limit: 100,
  },
  remove: { method: 'DELETE', path: '/{versions}/{key}' },
  attachments: {
    by: 'pieces',
    bytes: 65_536,
    key: 'id',
    content: 'content',
    create: { method: 'POST', path: '/{pieces}', body: '{document}' },
    read: { method: 'GET', path: '/{pieces}/{key}', document: '' },
  },
};
