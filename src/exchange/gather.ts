/** Everything a person has, read once from the store for an export. */
import type { InstrumentRef } from '../core/body-fields.ts';
import { readBody, type AttachmentRef, type RecordKinds } from '../core/define-record.ts';
import { standing } from '../core/merge-versions.ts';
import type { Store } from '../core/store.ts';
import type { Version } from '../core/version.ts';
import { attachmentsOf } from './attachment-file.ts';
import type { Progress } from './progress.ts';
import type { LeftOut } from './records-file.ts';

export interface Gathered {
  /** Every version that could be opened, by id and then rev. */
  versions: Version[];
  /** The version that counts of each record, by id. Left out where one made later is damaged. */
  current: Version[];
  damaged: LeftOut[];
  /** Each once, by SHA-256. */
  attachments: AttachmentRef[];
  /** Each once, by id and then version. */
  instruments: InstrumentRef[];
}

interface Asked {
  records: RecordKinds;
  onProgress?: ((progress: Progress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** Throws the signal's reason when stopped, and whatever the store throws when it cannot be read. */
export async function gather(store: Store, { records, onProgress, signal }: Asked): Promise<Gathered> {
  const versions: Version[] = [];
  const damaged: LeftOut[] = [];
  for await (const found of store.everything()) {
    signal?.throwIfAborted();
    if (found.status === 'damaged') {
      const { id, rev, kind, occurredAt, why } = found;
      damaged.push({ id, rev, kind, occurredAt, why });
    } else versions.push(found.version);
    onProgress?.({ stage: 'records', done: versions.length + damaged.length, total: null });
  }
  versions.sort((a, b) => order(`${a.id} ${a.rev}`, `${b.id} ${b.rev}`));
  damaged.sort((a, b) => order(`${a.id} ${a.rev}`, `${b.id} ${b.rev}`));
  const attachments = new Map<string, AttachmentRef>();
  const instruments = new Map<string, InstrumentRef>();
  for (const version of versions) {
    for (const ref of attachmentsOf(version, records)) attachments.set(ref.sha256, ref);
    for (const { id, version: which } of instrumentsOf(version, records)) {
      instruments.set(`${id} ${String(which).padStart(9, '0')}`, { id, version: which });
    }
  }
  return {
    versions,
    current: currentOf(versions, damaged),
    damaged,
    attachments: byKey(attachments),
    instruments: byKey(instruments),
  };
}

function currentOf(versions: readonly Version[], damaged: readonly LeftOut[]): Version[] {
  const later = new Map(damaged.map(({ id, rev }) => [id, rev]));
  const byRecord = new Map<string, Version[]>();
  for (const version of versions) {
    const ofOne = byRecord.get(version.id);
    if (ofOne) ofOne.push(version);
    else byRecord.set(version.id, [version]);
  }
  return [...byRecord.values()].flatMap((ofOne) => {
    const current = standing(ofOne)?.current;
    return current && current.rev > (later.get(current.id) ?? '') ? [current] : [];
  });
}

function instrumentsOf(version: Version, records: RecordKinds): InstrumentRef[] {
  const kind = records.get(version.kind);
  if (!kind || version.removed === 'erased') return [];
  const read = readBody(kind, version.schema, version.body);
  return read.status === 'ok' ? kind.instruments(read.body) : [];
}

function byKey<T>(map: ReadonlyMap<string, T>): T[] {
  return [...map].sort(([a], [b]) => order(a, b)).map(([, value]) => value);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
