/** What the quiet line on top says, from what waits and how the connections stand. Pure. */
import type { NotReceived } from '../../core/sync-store.ts';
import type { ConnectionStatus } from '../../sync/client/sync-status.ts';

export type LineState =
  /** Nothing is sent anywhere. */
  | { at: 'unconnected' }
  /** Records that only the person can help on. */
  | { at: 'needs-you'; count: number }
  /** The login is no longer known: nothing goes until the person does something. */
  | { at: 'login' }
  /** What waits is on its way right now. */
  | { at: 'sending'; count: number }
  /** There is something to send, and no network. */
  | { at: 'offline'; count: number }
  /** There is something to send, and it will be tried again. */
  | { at: 'waiting'; count: number }
  /** Nothing is under way, and yet something waits: no connection carries it. */
  | { at: 'here'; count: number }
  /** Everything shared is proven received everywhere it goes. */
  | { at: 'received' };

/** `here`: how many records wait in all. `status` may lack connections that are not being looked after yet. */
export function lineState(
  connections: number,
  here: number,
  notReceived: readonly NotReceived[],
  status: readonly ConnectionStatus[],
): LineState {
  if (connections === 0) return { at: 'unconnected' };
  const refused = new Set(notReceived.filter(({ state }) => state === 'refused').map(({ id }) => id));
  if (refused.size > 0) return { at: 'needs-you', count: refused.size };
  const stands = status.map((one) => one.status.at);
  if (stands.includes('paused')) return { at: 'login' };
  const count = new Set(notReceived.map(({ id }) => id)).size;
  if (count === 0) return here > 0 ? { at: 'here', count: here } : { at: 'received' };
  if (stands.includes('working')) return { at: 'sending', count };
  return { at: stands.includes('offline') ? 'offline' : 'waiting', count };
}
