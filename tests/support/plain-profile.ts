/** A short profile of a server that never was, for tests of single parts. */
import type { ConnectionSettings } from '../../src/sync/client/connection-settings.ts';
import type { Profile } from '../../src/sync/protocol/profile.ts';

export const plainProfile: Profile = {
  plotlineProfile: 1,
  name: 'Plain',
  about: 'For tests.',
  auth: { kind: 'bearer' },
  document: { as: 'object', key: 'key', version: 'version', digest: 'digest' },
  create: { method: 'PUT', path: '/versions/{key}', body: '{document}' },
  verify: { by: 'echo', document: '' },
  read: { method: 'GET', path: '/versions/{key}', document: '' },
  pull: {
    by: 'cursor',
    method: 'GET',
    start: '/versions',
    path: '/versions?after={cursor}',
    items: '/items',
    document: '',
    cursor: '/next',
    more: '/more',
    limit: 10,
  },
};

export function settingsFor(profile: Profile, parts: Partial<ConnectionSettings> = {}): ConnectionSettings {
  return {
    name: 'Plain',
    address: 'https://plain.example',
    profile,
    login: { token: 'secret' },
    connectedAt: 0,
    ...parts,
  };
}
