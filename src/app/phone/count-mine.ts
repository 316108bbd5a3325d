/** What a person would take off this phone, counted for them before they decide: how much, and what is nowhere else. */
import type { RecordKinds } from '../../core/define-record.ts';
import type { Found, Store } from '../../core/store.ts';
import { concernsOwner } from '../../core/whose-words.ts';

export interface Mine {
  /** Records by or about the person, withdrawn ones too; without the one that says who they are. */
  entries: number;
  photos: number;
  recordings: number;
  /** Of the entries: private, so on this phone only. */
  alone: number;
  /** Of the entries: shared, and no other side has proven that it has them all. */
  notReceived: number;
  /** Records that concern others only. */
  others: number;
}

/** So many are opened before others get their turn. */
const PAGE = 100;

export async function countMine(store: Pick<Store, 'owner' | 'list'>, records: RecordKinds): Promise<Mine> {
  const { owner } = store;
  const mine: Mine = { entries: 0, photos: 0, recordings: 0, alone: 0, notReceived: 0, others: 0 };
  const attachments = new Map<string, string>();

  function count(found: Found): void {
    if (found.status === 'damaged') {
      mine.entries += 1;
      return;
    }
    const { version, delivery } = found;
    if (version.id === owner.personId) return;
    if (!concernsOwner(owner, version)) {
      mine.others += 1;
      return;
    }
    mine.entries += 1;
    if (version.audience === 'me') mine.alone += 1;
    else if (delivery !== 'received') mine.notReceived += 1;
    if (found.status !== 'ok') return;
    for (const { sha256, type } of records.get(version.kind)?.attachments(version.body) ?? [])
      attachments.set(sha256, type);
  }

  let after: string | undefined;
  do {
    const page = await store.list({ limit: PAGE, withdrawn: true, ...(after !== undefined && { after }) });
    for (const found of page.items) count(found);
    after = page.next ?? undefined;
  } while (after !== undefined);
  const types = [...attachments.values()];
  mine.recordings = types.filter((type) => type.startsWith('audio/')).length;
  mine.photos = types.length - mine.recordings;
  return mine;
}
