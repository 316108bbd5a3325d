/** Who one is at a hub, and which phones are one's own there, may have changed since it was last asked. */
import type { Connection, SyncStore } from '../../core/sync-store.ts';
import type { Role } from '../../core/version.ts';
import type { ConnectionSettings } from '../../sync/client/connection-settings.ts';
import { settingsOf } from '../sync/settings-of.ts';
import { listOwnPhones, readMe } from './ask-hub.ts';
import { otherPhones } from './own-phones.ts';

interface Renewing {
  kept: Pick<SyncStore, 'changeSettings'>;
  connection: Connection;
  /** Told of another role than the one before; false where it cannot be kept now. */
  actAs(role: Role): Promise<boolean>;
  /** Asked once the hub has answered: false where nobody wants to know any more. */
  wanted(): boolean;
}

/** Asks, and keeps what is new. False where no answer came, or it could not be kept: then all stays as it was. */
export async function renewMember({ kept, connection, actAs, wanted }: Renewing): Promise<boolean> {
  const before = settingsOf(connection);
  if (!before?.member) return false;
  const asked = { address: before.address, token: before.login['token'] ?? '' };
  const [said, phones] = await Promise.all([readMe(asked), listOwnPhones(asked)]);
  if (said.status !== 'answered' || !wanted()) return false;
  const { organisation, person } = said.answer;
  const { role, sites } = person;
  // Before it is noted: what is not noted is noticed again.
  if (role !== before.member.role && !(await actAs(role))) return false;
  const outcome = await kept.changeSettings(connection.id, (there) => {
    const settings = settingsOf({ ...connection, settings: there });
    // It may have been given another login meanwhile, as somebody else.
    if (!settings || settings.login['token'] !== asked.token) return null;
    const now: ConnectionSettings = { ...settings, member: { organisation, role, sites } };
    if (phones.status === 'answered') {
      const others = otherPhones(settings.phones, phones.answer.devices);
      // Settings that change end what is under way: nothing is written where there never was another.
      if (settings.phones !== undefined || others.length > 0) now.phones = others;
    }
    return asText(now) === asText(settings) ? null : now;
  });
  return outcome.status === 'kept';
}

const asText = ({ member, phones }: ConnectionSettings) => JSON.stringify([member, phones]);
