/** What sync asks of a vault, put together. Fetched only when there is something to sync with. */
import type { SyncStore } from '../core/sync-store.ts';
import { createConnections } from './connections.ts';
import { createNotReceived } from './not-received.ts';
import { createOutgoing } from './outgoing.ts';
import { createAside } from './set-aside.ts';
import { createSettling } from './settle.ts';
import type { SyncParts } from './sync-tables.ts';
import { createTakeIn } from './take-in.ts';
import { createWanted } from './wanted.ts';

export function createSyncStore(parts: SyncParts): SyncStore {
  const settling = createSettling(parts);
  const { sealAside, ...aside } = createAside(parts);
  const { sealRefs, ...wanted } = createWanted(parts);
  return {
    ...createConnections(parts),
    ...settling,
    ...createNotReceived(parts),
    ...createTakeIn(parts, { sealAside, sealRefs }),
    ...aside,
    ...wanted,
    outgoing: createOutgoing(parts, settling.settle),
    attachment: parts.attachment,
    noteClock: (offMs) => parts.clock.correct(offMs),
  };
}
