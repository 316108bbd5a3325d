/** The profile of a WebDAV folder: Apache, Nextcloud, and what many hosts offer. */
import type { Profile } from '../profile.ts';

export const webdavProfile: Profile = {
  plotlineProfile: 1,
  name: 'WebDAV folder',
  about: 'A folder on a web server or in a cloud. Everybody with the login sees every file in it.',
  setUp: 'Make an empty folder and give its address. Use a login that reaches this folder and no other.',
  auth: { kind: 'basic' },
  document: { as: 'object', key: 'key', version: 'version', digest: 'digest' },
  create: {
    method: 'PUT',
    path: '/{key}.json',
    headers: { 'If-None-Match': '*', 'Content-Type': 'application/json' },
    body: '{document}',
  },
  verify: { by: 'read' },
  read: { method: 'GET', path: '/{key}.json', document: '' },
  pull: {
    by: 'folder',
    method: 'PROPFIND',
    path: '/',
    headers: {
      Depth: '1',
      'Content-Type': 'application/xml; charset=utf-8',
      Accept: 'application/xml, text/xml',
    },
    body: '<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><getetag/><resourcetype/></prop></propfind>',
    suffix: '.json',
    limit: 50,
  },
  remove: { method: 'DELETE', path: '/{key}.json' },
  attachments: {
    by: 'put',
    has: { method: 'HEAD', path: '/{sha256}' },
    put: { method: 'PUT', path: '/{sha256}' },
    get: { method: 'GET', path: '/{sha256}' },
    range: true,
    verify: 'read',
  },
};
