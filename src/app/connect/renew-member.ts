/** Who one is at a hub, and which phones are one's own there, may have changed since it was last asked. */
import type { Connection, SyncStore } from '../../core/sync-store.ts';
import type { Role } from '../../core/version.ts';
import type { ConnectionSettings } from '../../sync/client/connection-settings.ts';
import { settingsOf } from '../sync/settings-of.ts';
import { listOwnPhones, readMe } from './ask-hub.ts';
import { otherPhones } from './own-phones.ts';

interface Renewing {
  kept: Pick<SyncStore, 'connections' | 'saveConnection'>;
  connection: Connection;
  /** Told of another role than the one before. */
  actAs(role: Role): Promise<unknown>;
  /** Asked once the hub has answered: false where nobody wants to know any more. */
  wanted(): boolean;
}

/** Asks, and keeps what is new. False where no answer came: then all stays as it was. */
export async function renewMember({ kept, connection, actAs, wanted }: Renewing): Promise<boolean> {
  const before = settingsOf(connection);
  if (!before?.member) return false;
  const member = { address: before.address, token: before.login['token'] ?? '' };
  const [said, phones] = await Promise.all([readMe(member), listOwnPhones(member)]);
  if (said.status !== 'answered' || !wanted()) return false;
  // It may have been ended or given another login meanwhile.
  const there = (await kept.connections()).find(({ id }) => id === connection.id);
  const settings = there && settingsOf(there);
  if (!settings || settings.login['token'] !== member.token) return true;
  const { organisation, person } = said.answer;
  const { role, sites } = person;
  const now: ConnectionSettings = { ...settings, member: { organisation, role, sites } };
  if (phones.status === 'answered') {
    const others = otherPhones(settings.phones, phones.answer.devices);
    // Settings that change end what is under way: nothing is written where there never was another.
    if (settings.phones !== undefined || others.length > 0) now.phones = others;
  }
  if (asText(now) === asText(settings)) return true;
  const outcome = await kept.saveConnection({ ...there, settings: now });
  if (outcome.status === 'kept' && role !== settings.member?.role) await actAs(role);
  return true;
}

const asText = ({ member, phones }: ConnectionSettings) => JSON.stringify([member, phones]);
