/** The hub this vault is connected to, where there is one: who one is there, and which ids are its places. */
import { useMemo } from 'preact/hooks';
import type { ConnectionSettings } from '../../sync/client/connection-settings.ts';
import { useApp } from '../app-context.tsx';
import { settingsOf } from '../sync/settings-of.ts';

/** A connection at which one is a member of an organisation. */
export type HubConnection = ConnectionSettings & { member: NonNullable<ConnectionSettings['member']> };

const none: readonly string[] = [];

/** Null where there is none, and until that is known. */
export function useHubConnection(): HubConnection | null {
  const connections = useApp().desk.value?.connections.value;
  return useMemo(() => {
    for (const connection of connections ?? []) {
      const settings = settingsOf(connection);
      if (settings?.member) return { ...settings, member: settings.member };
    }
    return null;
  }, [connections]);
}

/** Ids of the organisation and its sites: records may be about them, and they are no people. */
export function usePlaces(): readonly string[] {
  const member = useHubConnection()?.member;
  return useMemo(
    () => (member ? [member.organisation.id, ...member.sites.map(({ id }) => id)] : none),
    [member],
  );
}
