/** Which phones are connected as oneself, and which of them one has not been told of. Pure. */
import type { ConnectionSettings } from '../../sync/client/connection-settings.ts';
import type { OwnDevice } from '../../sync/protocol/hub-api.ts';

export type OwnPhone = NonNullable<ConnectionSettings['phones']>[number];

/**
 * The others, as the hub says them now. What came before this phone did is no news to it when it asks for the first time;
 * later everything is that one has not been told of, whenever it came: this phone may have been logged out then.
 */
export function otherPhones(
  before: readonly OwnPhone[] | undefined,
  devices: readonly OwnDevice[],
): OwnPhone[] {
  const here = devices.find((device) => device.here);
  return devices
    .filter((device) => !device.here)
    .map(({ id, since, codeBy }) => ({
      id,
      since,
      ...(codeBy === undefined ? {} : { codeBy }),
      seen: before ? before.some((phone) => phone.id === id && phone.seen) : since <= (here?.since ?? ''),
    }));
}

/** Those one has not been told of. */
export function newPhones({ phones = [] }: Pick<ConnectionSettings, 'phones'>): OwnPhone[] {
  return phones.filter(({ seen }) => !seen);
}
