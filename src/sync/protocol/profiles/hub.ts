/** The profile of Plotline's own hub. Nothing in the app knows it otherwise. */
import type { Profile } from '../profile.ts';

export const hubProfile: Profile = {
  plotlineProfile: 1,
  name: 'Plotline hub',
  about: 'The hub that comes with Plotline. It knows who may see what, and keeps photos and recordings.',
  setUp:
    'Start a hub and make an invitation: npm start, then npm run hub -- invite. The code brings the login with it.',
  auth: { kind: 'bearer' },
  gzip: true,
  document: { as: 'object', version: 'version', digest: 'digest' },
  create: {
    method: 'POST',
    path: '/v1/versions',
    body: { versions: ['{document}'] },
    batch: {
      method: 'POST',
      path: '/v1/versions',
      body: { versions: '{documents}' },
      versions: 1000,
      bytes: 1_048_576,
      results: { at: '/results', match: 'order', digest: '/digest' },
    },
  },
  verify: { by: 'echo', digest: '/results/0/digest' },
  read: { method: 'GET', path: '/v1/versions/{key}', document: '' },
  pull: {
    by: 'cursor',
    method: 'GET',
    start: '/v1/versions?limit={limit}',
    path: '/v1/versions?since={cursor}&limit={limit}',
    items: '/items',
    document: '',
    cursor: '/next',
    more: '/more',
    limit: 500,
  },
  attachments: {
    by: 'put',
    has: { method: 'HEAD', path: '/v1/attachments/{sha256}' },
    put: { method: 'PUT', path: '/v1/attachments/{sha256}' },
    get: { method: 'GET', path: '/v1/attachments/{sha256}' },
    resume: { offset: 'Upload-Offset', bytes: 262_144 },
    range: true,
    verify: 'server',
  },
  rules: [
    { on: ['item'], at: '/outcome', is: 'ok', outcome: 'ok' },
    { on: ['item'], at: '/outcome', is: 'exists', outcome: 'exists' },
    { on: ['item'], at: '/outcome', is: 'conflict', outcome: 'conflict' },
    { on: ['item'], at: '/outcome', is: 'reject', outcome: 'reject' },
    { on: ['item'], outcome: 'retry' },
    // No record that is seen there refers to the photo any more. The login is as good as before.
    { on: ['attachment'], status: 403, at: '/type', is: 'urn:plotline:not-allowed', outcome: 'reject' },
  ],
  why: ['/why'],
};
