/** What is kept of a connection, in its shape. */
import type { Connection } from '../../core/sync-store.ts';
import { connectionSettingsSchema, type ConnectionSettings } from '../../sync/client/connection-settings.ts';

/** Null where it is of a shape this app does not know (a newer app's). */
export function settingsOf({ settings }: Connection): ConnectionSettings | null {
  const read = connectionSettingsSchema.safeParse(settings);
  return read.success ? read.data : null;
}
