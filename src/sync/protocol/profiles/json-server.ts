/** The profile of json-server 0.17. It keeps the ids that it is given; later ones make their own and are refused. */
import type { Profile } from '../profile.ts';

export const jsonServerProfile: Profile = {
  plotlineProfile: 1,
  name: 'json-server',
  about:
    'A small server for trying things out, which keeps everything in one JSON file. It has no logins of its own.',
  setUp:
    'Begin with a file db.json that says {"versions": [], "pieces": []}, and start: npx json-server@0.17.4 db.json',
  names: { versions: 'versions', pieces: 'pieces' },
  auth: { kind: 'none' },
  gzip: true,
  document: {
    as: 'fields',
    key: 'id',
    digest: 'digest',
    names: { id: 'recordId', rev: 'revision' },
    asText: ['body'],
  },
  create: { method: 'POST', path: '/{versions}', body: '{document}' },
  verify: { by: 'read' },
  read: { method: 'GET', path: '/{versions}/{key}', document: '' },
  pull: {
    by: 'position',
    method: 'GET',
    path: '/{versions}?_start={offset}&_limit={limit}',
    items: '',
    document: '',
    limit: 100,
  },
  remove: { method: 'DELETE', path: '/{versions}/{key}' },
  attachments: {
    by: 'pieces',
    bytes: 196_608,
    key: 'id',
    content: 'content',
    create: { method: 'POST', path: '/{pieces}', body: '{document}' },
    read: { method: 'GET', path: '/{pieces}/{key}', document: '' },
  },
  rules: [
    // "Insert failed, duplicate id"
    { on: ['create'], status: 500, contains: 'duplicate id', outcome: 'exists' },
  ],
};
