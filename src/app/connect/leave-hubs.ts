/** Tells the hubs that this phone is connected no more. Whoever leaves waits for none of it. */
import type { Left } from '../app-state.ts';
import { leaveHub, type HubAnswer, type Member } from './ask-hub.ts';

/** So long an answer is waited for; the request itself goes on, also when the page is left. */
const PATIENCE_MS = 15_000;

/** Never throws. */
export async function leaveHubs(hubs: readonly Member[]): Promise<Left> {
  const late = new Promise<Left>((resolve) => setTimeout(() => resolve('unknown'), PATIENCE_MS));
  const told = Promise.all(hubs.map((hub) => leaveHub(hub).then(hasEnded, () => false)));
  return Promise.race([told.then((ended): Left => (ended.every(Boolean) ? 'ended' : 'unknown')), late]);
}

/** Also where the hub knew that login no more. */
function hasEnded(answer: HubAnswer<null>): boolean {
  return answer.status === 'answered' || (answer.status === 'refused' && answer.why === 'sign-in');
}
