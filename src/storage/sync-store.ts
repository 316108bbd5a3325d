/** What sync asks of a vault, put together. Fetched only when there is something to sync with. */
import type { Kept, SyncStore } from '../core/sync-store.ts';
import { noteOffset } from './clock-row.ts';
import { createConnections } from './connections.ts';
import { createNotReceived } from './not-received.ts';
import { createOutgoing } from './outgoing.ts';
import { createAside } from './set-aside.ts';
import { createSettling } from './settle.ts';
import type { SyncParts } from './sync-tables.ts';
import { createTakeIn } from './take-in.ts';
import { createWanted } from './wanted.ts';
import { createWitnesses } from './witnesses.ts';

export function createSyncStore(parts: SyncParts): SyncStore {
  const settling = createSettling(parts);
  const { sealAside, cameAfterAll, ...aside } = createAside(parts);
  const { sealRefs, lookForMissing, askAgain, ...wanted } = createWanted(parts);
  const connections = createConnections(parts);

  /** A new endpoint, or one whose list is read anew, may have what came here without its photos. */
  async function andLook(kept: Kept): Promise<Kept> {
    // The connection is kept whether or not this worked; it is done again with the next one.
    if (kept.status === 'kept') await lookForMissing().catch(() => undefined);
    return kept;
  }

  return {
    ...connections,
    saveConnection: async (connection) => andLook(await connections.saveConnection(connection)),
    async queueAgain(id) {
      const kept = await andLook(await connections.queueAgain(id));
      if (kept.status === 'kept') await askAgain(id).catch(() => undefined);
      return kept;
    },
    ...settling,
    ...createNotReceived(parts),
    ...createTakeIn(parts, { sealAside, cameAfterAll, sealRefs }),
    ...createWitnesses(parts),
    ...aside,
    ...wanted,
    outgoing: createOutgoing(parts, settling.settle),
    attachment: parts.attachment,
    noteClock(offMs) {
      parts.clock.correct(offMs);
      // Where it cannot be kept, it holds until the app is closed.
      noteOffset(parts, offMs).catch(() => undefined);
    },
  };
}
