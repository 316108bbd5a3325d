/** What somebody is about to connect to, and how that can fail. */
import type { Connection } from '../../core/sync-store.ts';
import type { ConnectionSettings } from '../../sync/client/connection-settings.ts';
import type { HubAnswer, HubRefusal } from './ask-hub.ts';
import type { TypedServer } from './typed-server.ts';

export interface CodePlan {
  by: 'code';
  /** Origin of the hub. */
  address: string;
  code: string;
}
export interface LoginPlan {
  by: 'login';
  settings: ConnectionSettings;
  /** Where a code turned out to be another organisation's: the connection at that address, which stays as it is. */
  beside?: Connection;
  /** Where it came from the form for a server: what was typed there, for the way back. */
  typed?: TypedServer;
}
export type Plan = CodePlan | LoginPlan;

/** Why it is not connected. The first ones are the hub's. */
export type ConnectTrouble =
  Exclude<HubRefusal, 'not-found'> | 'unreached' | 'not-listed' | 'later' | 'no-hub' | 'full' | 'unavailable';

export function troubleOf(answer: Exclude<HubAnswer<unknown>, { status: 'answered' }>): ConnectTrouble {
  if (answer.status !== 'refused') return answer.status;
  return answer.why === 'not-found' ? 'no-hub' : answer.why;
}
