/** The endpoint that the app makes of a profile, at a real server. */
import { connectEndpoint } from '../../src/sync/client/connect-endpoint.ts';
import type { ConnectionSettings } from '../../src/sync/client/connection-settings.ts';
import type { Trial } from '../../src/sync/client/trial.ts';
import { tryEndpoint } from '../../src/sync/client/try-endpoint.ts';
import type { Endpoint } from '../../src/sync/protocol/endpoint.ts';
import { personId } from '../support/versions.ts';
import type { RealServer } from './real-server.ts';

/** Its settings, as the app keeps them once a person is connected. */
export function settingsFor(server: RealServer, login = server.login): ConnectionSettings {
  const { gate, profile } = server;
  return { name: profile.name, address: gate.address, profile, login, connectedAt: Date.now() };
}

/** Nothing is shared between two of them but the server. */
export function endpointAt(server: RealServer): Endpoint {
  return connectEndpoint(settingsFor(server), { fetch, now: Date.now });
}

/** "Try this endpoint", by somebody who is let in there. */
export function trial(server: RealServer): Promise<Trial> {
  const tools = {
    fetch,
    now: Date.now,
    randomBytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
  };
  return tryEndpoint(settingsFor(server), tools, { id: personId, role: 'participant' });
}
