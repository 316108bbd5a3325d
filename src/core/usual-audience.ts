/** Who may see a new record, before anybody has said so. */
import type { RecordKind } from './define-record.ts';
import type { Store } from './store.ts';
import { usable } from './usable.ts';
import type { Audience } from './version.ts';
import { isByOwner } from './whose-words.ts';

/** So many of the newest are looked at, and so many more at each step where none of them is one's own. */
const NEWEST = 10;

/**
 * As it was for the one the owner wrote last, of the newest there are of this kind; only oneself the first time. However
 * many there are, no more are read than it takes to find one of their own.
 */
export async function usualAudienceOf(
  store: Pick<Store, 'list' | 'owner'>,
  kind: RecordKind,
): Promise<Audience> {
  const query = { subject: store.owner.personId, kinds: [kind.kind] };
  let after: string | undefined;
  for (let limit = NEWEST; ; limit *= 2) {
    const page = await store.list({ ...query, limit, ...(after !== undefined && { after }) });
    const [first, ...others] = usable(kind, page.items).filter((one) => isByOwner(store.owner, one));
    if (first) return others.reduce((a, b) => (a.recordedAt >= b.recordedAt ? a : b), first).audience;
    if (page.next === null) return 'me';
    after = page.next;
  }
}
