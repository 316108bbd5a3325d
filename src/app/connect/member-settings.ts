/** What is kept of a hub that let one in. Pure. */
import type { ConnectionSettings } from '../../sync/client/connection-settings.ts';
import type { EnrolAnswer } from '../../sync/protocol/hub-api.ts';
import type { Profile } from '../../sync/protocol/profile.ts';

export function memberSettings(
  address: string,
  profile: Profile,
  { token, organisation, person }: EnrolAnswer,
  now: number,
): ConnectionSettings {
  return {
    name: organisation.name,
    address,
    profile,
    login: { token },
    member: { organisation, role: person.role, sites: person.sites },
    connectedAt: now,
  };
}
