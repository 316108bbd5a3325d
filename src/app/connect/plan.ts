/** What somebody is about to connect to, and how that can fail. */
import type { ConnectionSettings } from '../../sync/client/connection-settings.ts';
import type { HubRefusal } from './ask-hub.ts';

export interface CodePlan {
  by: 'code';
  /** Origin of the hub. */
  address: string;
  code: string;
}
export interface LoginPlan {
  by: 'login';
  settings: ConnectionSettings;
}
export type Plan = CodePlan | LoginPlan;

/** Why it is not connected. The first ones are the hub's. */
export type ConnectTrouble =
  HubRefusal | 'unreached' | 'not-listed' | 'later' | 'no-hub' | 'full' | 'unavailable';
