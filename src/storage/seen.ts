/** Whether anybody else may have some versions: what ends them is then a matter of others too. */
import type { OutboxRow, Sending, VaultDatabase, VersionRow } from './database.ts';
import { underWayIn } from './under-way.ts';

/** What a connection says it would not take, or was not to be offered, it does not have. */
export function mayBeThere({ state, wordsThere }: Sending): boolean {
  return (state !== 'refused' && state !== 'kept-back') || wordsThere === true;
}

/** Of versions of one record. Runs inside a transaction of the caller. */
export async function othersMayHave(db: VaultDatabase, rows: readonly VersionRow[]): Promise<boolean> {
  const shared = rows.filter((row) => row.audience === 'team' && row.removed !== 'erased' && !row.unsent);
  // Asked also where none is shared: a promise that waits for no row ends the transaction's zone.
  const [queued, sending] = await Promise.all([
    db.outbox.bulkGet(shared.map(({ id, rev }): [string, string] => [id, rev])),
    db.sending.toArray(),
  ]);
  const underWay = new Set(sending.flatMap(underWayIn));
  return shared.some((row, at) => {
    const waits = queued[at];
    if (!waits || underWay.has(`${row.id} ${row.rev}`)) return true;
    return Object.values(waits.by ?? {}).some(mayBeThere);
  });
}

/** Whether a version that waits asks others to let go of what they may have. */
export function endsForOthers({ envelopeOnly, ends }: OutboxRow): boolean {
  // A Plotline of before noted no more than that a share ended.
  return ends === 'seen' || (envelopeOnly === true && ends === undefined);
}
