/** What was listed once and set aside is looked at again: this app may know more than the one that it came to. */
import type { SyncStore } from '../../core/sync-store.ts';
import type { Endpoint } from '../protocol/endpoint.ts';
import { fromDocument, isKey } from '../protocol/lay-out.ts';
import type { Profile } from '../protocol/profile.ts';
import { keyOf, type WireVersion } from '../protocol/wire.ts';
import type { Ask } from './ask.ts';
import { done, storeFailed, type Ended } from './ended.ts';
import { readDocument } from './read-document.ts';

/** The version that a document set aside is by now; null where it still is none. What was cut for its length is read anew. */
export async function lookAgainAt(
  profile: Profile,
  ask: Ask,
  { key, raw }: { key: string; raw: unknown },
): Promise<WireVersion | null> {
  const cut = typeof raw === 'string' && isKey(key);
  const found = cut
    ? (await readDocument(profile, ask, key)).found
    : await fromDocument(profile.document, raw);
  return found?.status === 'version' ? found.wire : null;
}

export interface LookingAgain {
  store: Pick<SyncStore, 'cursor' | 'takeIn' | 'asideOf' | 'dropSetAside'>;
  connection: string;
  endpoint: Pick<Endpoint, 'again'>;
  cut: AbortSignal;
  came: (count: number) => void;
}

/** Takes in what can be read by now, one after the other; the rest stays where it is. */
export async function lookAgain({ store, connection, endpoint, cut, came }: LookingAgain): Promise<Ended> {
  for (const one of await store.asideOf(connection)) {
    const wire = await endpoint.again(one);
    const cursor = await store.cursor(connection);
    // Without a cursor the list is about to be read from its start, and this with it.
    if (cut.aborted || cursor === null) return done;
    if (!wire) continue;
    const page = { versions: [wire.version], setAside: [], cursor, continues: true };
    const taken = await store.takeIn(connection, page);
    if (taken.status === 'anew') return done;
    if (taken.status !== 'applied') return storeFailed(taken);
    if (taken.clashes.length === 0) came(taken.added);
    // What bore no key of ours was put aside under a name of its own. Where it clashes, it is aside under its key by now.
    const dropped = one.key === keyOf(wire.version) ? done : await store.dropSetAside(one.key);
    if ('status' in dropped && dropped.status !== 'kept') return storeFailed(dropped);
  }
  return done;
}
