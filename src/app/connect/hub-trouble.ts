/** What a person can do where a hub did not do what it was asked. Pure. */
import type { HubAnswer } from './ask-hub.ts';

/** `offline`: wait for a network. `login`: a new code for oneself. */
export type HubTrouble = 'offline' | 'later' | 'login' | 'refused';

export function hubTroubleOf(answer: Exclude<HubAnswer<unknown>, { status: 'answered' }>): HubTrouble {
  if (answer.status === 'unreached') return 'offline';
  if (answer.status !== 'refused') return 'later';
  return answer.why === 'sign-in' ? 'login' : 'refused';
}
