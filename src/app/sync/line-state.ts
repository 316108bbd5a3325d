/** What the quiet line on top says, from what waits and how the connections stand. Pure. */
import type { NotReceived } from '../../core/sync-store.ts';
import type { ConnectionStatus } from '../../sync/client/sync-status.ts';
import { isWaiting } from './waiting-records.ts';

export type LineState =
  /** Nothing is sent anywhere. */
  | { at: 'unconnected' }
  /** A phone was connected as the person, and they have not said yet that it is theirs. */
  | { at: 'phone' }
  /** Records that only the person can help on. */
  | { at: 'needs-you'; count: number }
  /** The login is no longer known: nothing goes until the person does something. */
  | { at: 'login' }
  /** The same where one comes in with a code: there is nothing to log in with. */
  | { at: 'code' }
  /** What waits is on its way right now. */
  | { at: 'sending'; count: number }
  /** There is something to send, and no network. */
  | { at: 'offline'; count: number }
  /** There is something to send, and it will be tried again. */
  | { at: 'waiting'; count: number }
  /** Nothing is under way, and yet something waits: no connection carries it. */
  | { at: 'here'; count: number }
  /** All is received but what is kept back from where it was refused: the person said so. */
  | { at: 'kept-back'; count: number }
  /** All that waits was taken back or erased: nothing is sent, and others have it until they hear of that. */
  | { at: 'ending'; count: number }
  /** Connected, and no entry is shared. */
  | { at: 'nothing-shared' }
  /** Everything shared is proven received everywhere it goes. */
  | { at: 'received' };

interface Further {
  /** Phones that were connected as the person and that they have not been told of. */
  strangers?: number | undefined;
  /** False where it is known that there is no record that is shared. */
  anyShared?: boolean | undefined;
  /** Whether a connection, by its id, is to a hub. */
  isHub?: ((connection: string) => boolean) | undefined;
}

/** `here`: how many records wait in all. `status` may lack connections that are not being looked after yet. */
export function lineState(
  connections: number,
  here: number,
  notReceived: readonly NotReceived[],
  status: readonly ConnectionStatus[],
  { strangers = 0, anyShared = true, isHub = () => false }: Further = {},
): LineState {
  if (connections === 0) return { at: 'unconnected' };
  if (strangers > 0) return { at: 'phone' };
  const refused = idsOf(notReceived.filter(({ state }) => state === 'refused'));
  if (refused.size > 0) return { at: 'needs-you', count: refused.size };
  const stands = status.map((one) => one.status.at);
  const paused = status.filter((one) => one.status.at === 'paused');
  if (paused.length > 0) return { at: paused.every((one) => isHub(one.connection)) ? 'code' : 'login' };
  const waits = notReceived.filter(isWaiting);
  const count = idsOf(waits).size;
  if (count === 0) {
    const known = idsOf(notReceived).size;
    if (here > known) return { at: 'here', count: here - known };
    const keptBack = idsOf(notReceived.filter(({ state }) => state === 'kept-back')).size;
    if (keptBack > 0) return { at: 'kept-back', count: keptBack };
    return { at: anyShared ? 'received' : 'nothing-shared' };
  }
  if (waits.every(({ ends }) => ends)) return { at: 'ending', count };
  if (stands.includes('working')) return { at: 'sending', count };
  return { at: stands.includes('offline') ? 'offline' : 'waiting', count };
}

function idsOf(items: readonly NotReceived[]): Set<string> {
  return new Set(items.map(({ id }) => id));
}
