/** The endpoint that the app makes of a profile, at a real server. */
import { connectEndpoint } from '../../src/sync/client/connect-endpoint.ts';
import type { ConnectionSettings } from '../../src/sync/client/connection-settings.ts';
import type { Endpoint } from '../../src/sync/protocol/endpoint.ts';
import type { RealServer } from './real-server.ts';

/** Its settings, as the app keeps them once a person is connected. */
export function settingsFor(server: RealServer): ConnectionSettings {
  const { gate, profile, login } = server;
  return { name: profile.name, address: gate.address, profile, login, connectedAt: Date.now() };
}

/** Nothing is shared between two of them but the server. */
export function endpointAt(server: RealServer): Endpoint {
  return connectEndpoint(settingsFor(server), { fetch, now: Date.now });
}
