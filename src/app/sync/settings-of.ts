/** What is kept of a connection, in its shape. */
import type { Connection } from '../../core/sync-store.ts';
import { connectionSettingsSchema, type ConnectionSettings } from '../../sync/client/connection-settings.ts';
import { hubProfile } from '../../sync/protocol/profiles/hub.ts';

/** Null where it is of a shape this app does not know (a newer app's). */
export function settingsOf({ settings }: Pick<Connection, 'settings'>): ConnectionSettings | null {
  const read = connectionSettingsSchema.safeParse(settings);
  return read.success ? withOwnProfile(read.data) : null;
}

/**
 * To a hub that one is a member of, the app speaks as this release of it does: the profile that was kept with the login
 * may be an older one's. Every other profile is the person's, and is left as they chose it.
 */
function withOwnProfile(settings: ConnectionSettings): ConnectionSettings {
  return settings.member ? { ...settings, profile: hubProfile } : settings;
}
