/** How far the versions of a record come, or have come: what a new one has to name for others depends on it (core/gaps.ts). */
import { Dexie } from 'dexie';
import type { Reach } from '../core/gaps.ts';
import type { OutboxRow, VaultDatabase, VersionRow } from './database.ts';
import { isPrivate, isShared, isTakenBack } from './place.ts';
import { endsOfShares } from './queue-for.ts';
import { mayBeThere } from './seen.ts';
import { nameOf } from './sort-arrivals.ts';
import { underWayIn } from './under-way.ts';

/** What of some records is still to be received. */
export interface Waits {
  /** By name. */
  queued: ReadonlyMap<string, OutboxRow>;
  /** Names of what may be on its way. */
  underWay: ReadonlySet<string>;
}

export async function waitsOf(db: VaultDatabase, ids: readonly string[]): Promise<Waits> {
  if (ids.length === 0) return { queued: new Map(), underWay: new Set() };
  return db.dexie.transaction('r', db.outbox, db.sending, async () => {
    const [sending, ...rows] = await Promise.all([
      db.sending.toArray(),
      ...ids.map((id) =>
        db.outbox.where('[id+rev]').between([id, Dexie.minKey], [id, Dexie.maxKey]).toArray(),
      ),
    ]);
    return {
      queued: new Map(rows.flat().map((row) => [nameOf(row), row])),
      underWay: new Set(sending.flatMap(underWayIn)),
    };
  });
}

/** Of each of `versions`, which are all of one record. `ending`: it is about to be private, which takes out what still waits. */
export function reachIn(
  versions: readonly VersionRow[],
  { queued, underWay }: Waits,
  ending: boolean,
): (rev: string) => Reach {
  const ends = new Set(endsOfShares(versions));
  const reached = versions.map((row): [string, Reach] => {
    const waits = queued.get(nameOf(row));
    const tried = underWay.has(nameOf(row)) || waits?.by !== undefined;
    const states = Object.values(waits?.by ?? {});
    if (row.unsent || (isPrivate(row) && !row.envelope && !ends.has(row))) return [row.rev, 'nowhere'];
    // What is taken back is not told to who comes later, nor again.
    const over = isShared(row) && (ending || isTakenBack(row, versions));
    if (!waits) return [row.rev, over ? 'perhaps' : 'there'];
    if (states.length > 0 && !states.some(mayBeThere)) return [row.rev, 'nowhere'];
    // That a share ended is told until it is heard.
    if (isPrivate(row)) return [row.rev, 'there'];
    if (ending) return [row.rev, tried ? 'perhaps' : 'nowhere'];
    return [row.rev, states.every(mayBeThere) ? 'going' : 'perhaps'];
  });
  const all = new Map(reached);
  return (rev) => all.get(rev) ?? 'nowhere';
}
