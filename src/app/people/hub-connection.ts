/** The hubs this vault is connected to: who one is at each, and which ids are their places. */
import { useMemo } from 'preact/hooks';
import type { ConnectionSettings } from '../../sync/client/connection-settings.ts';
import { useApp } from '../app-context.tsx';
import type { Member } from '../connect/ask-hub.ts';
import { settingsOf } from '../sync/settings-of.ts';

/** A connection at which one is a member of an organisation. */
export interface HubConnection extends ConnectionSettings {
  /** Of the connection. */
  id: string;
  member: NonNullable<ConnectionSettings['member']>;
}

/** In the order they were made; empty where there is none, and until that is known. */
export function useHubs(): readonly HubConnection[] {
  const connections = useApp().desk.value?.connections.value;
  return useMemo(
    () =>
      (connections ?? []).flatMap((connection) => {
        const settings = settingsOf(connection);
        return settings?.member ? [{ ...settings, id: connection.id, member: settings.member }] : [];
      }),
    [connections],
  );
}

/** As whom a hub is asked. */
export function memberOf({ address, login }: Pick<HubConnection, 'address' | 'login'>): Member {
  return { address, token: login['token'] ?? '' };
}

/** Ids of the organisations and their sites: records may be about them, and they are no people. */
export function usePlaces(): readonly string[] {
  const hubs = useHubs();
  return useMemo(
    () => hubs.flatMap(({ member }) => [member.organisation.id, ...member.sites.map(({ id }) => id)]),
    [hubs],
  );
}
