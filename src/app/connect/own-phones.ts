/** Which phones are connected as oneself, and which of them one has not been told of. Pure. */
import type { ConnectionSettings } from '../../sync/client/connection-settings.ts';
import type { OwnDevice } from '../../sync/protocol/hub-api.ts';

export type OwnPhone = NonNullable<ConnectionSettings['phones']>[number];

/** The others, as the hub says them now. What came before this phone did is no news to it, unless it was when it last asked. */
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
      seen: before?.find((phone) => phone.id === id)?.seen ?? since <= (here?.since ?? ''),
    }));
}

/** Those one has not been told of. */
export function newPhones({ phones = [] }: Pick<ConnectionSettings, 'phones'>): OwnPhone[] {
  return phones.filter(({ seen }) => !seen);
}
