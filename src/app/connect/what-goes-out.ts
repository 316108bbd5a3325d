/** What an endpoint would see of this vault, and what never leaves it: counted before anything is sent. */
import type { RecordKinds, Words } from '../../core/define-record.ts';
import type { Found, Store } from '../../core/store.ts';
import type { Connection } from '../../core/sync-store.ts';

export interface OutgoingRecord {
  id: string;
  kind: string;
  /** Null where this app cannot read it; it goes as it is. */
  title: Words | null;
}

export interface WhatGoesOut {
  records: OutgoingRecord[];
  /** In the order of the kinds: what people can do comes first. */
  kinds: { kind: string; records: number }[];
  /** Records that are for the owner alone. */
  alone: number;
}

/** Records opened at a time. */
const PAGE = 100;

export async function whatGoesOut(
  store: Store,
  kinds: RecordKinds,
  carries: Connection['carries'],
): Promise<WhatGoesOut> {
  const records: OutgoingRecord[] = [];
  let alone = 0;
  let after: string | null = null;
  const me = store.owner.personId;
  do {
    const page: { items: Found[]; next: string | null } = await store.list({
      limit: PAGE,
      withdrawn: true,
      ...(carries === 'mine' ? { subject: me } : {}),
      ...(after === null ? {} : { after }),
    });
    for (const found of page.items) {
      if (found.status === 'damaged') continue;
      if (found.version.audience === 'me') alone += 1;
      else records.push(outgoing(found, kinds));
    }
    after = page.next;
  } while (after !== null);
  return { records, kinds: countKinds(records, kinds), alone };
}

function outgoing(found: Exclude<Found, { status: 'damaged' }>, kinds: RecordKinds): OutgoingRecord {
  const { id, kind, body } = found.version;
  const known = found.status === 'ok' ? kinds.get(kind) : undefined;
  return { id, kind, title: known?.summary(body).title ?? null };
}

function countKinds(records: readonly OutgoingRecord[], kinds: RecordKinds): WhatGoesOut['kinds'] {
  const counts = new Map([...kinds.keys()].map((kind): [string, number] => [kind, 0]));
  for (const { kind } of records) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].flatMap(([kind, count]) => (count > 0 ? [{ kind, records: count }] : []));
}
