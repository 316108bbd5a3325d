/** Everything a person has, read once from the store for an export. */
import type { AttachmentRef, RecordKinds } from '../core/define-record.ts';
import { standing } from '../core/merge-versions.ts';
import { readVersion, showTogether } from '../core/read-version.ts';
import type { Found, Owner, Store } from '../core/store.ts';
import type { Version } from '../core/version.ts';
import { isAboutOwner, concernsOwner } from '../core/whose-words.ts';
import { attachmentsOf } from './attachment-file.ts';
import { definitionsOf, type InstrumentRules } from './definitions.ts';
import { idsKept } from './ids-kept.ts';
import type { Progress } from './progress.ts';
import type { LeftOut } from './records-file.ts';

export interface Gathered {
  /** Every version that could be opened, by id and then rev. */
  versions: Version[];
  /**
   * Each record as it is now, by id: what screens show of it, put together where that can be, else the version that counts.
   * Left out where one made later is damaged.
   */
  current: Version[];
  damaged: LeftOut[];
  /** Each once, by SHA-256. */
  attachments: AttachmentRef[];
  /** Of every instrument that something here was made with, whole, by its id and then version. */
  definitions: object[];
  /** How many records were left alone because they concern others only. Erased ones are not counted. */
  others: number;
}

interface Asked {
  records: RecordKinds;
  instruments: InstrumentRules;
  /** The id of the one record that is wanted; every record when left out. */
  only?: string | undefined;
  /** Only records about this person, and those they had a hand in; everything when left out. */
  of?: Owner | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** Throws the signal's reason when stopped, and whatever the store throws when it cannot be read. */
export async function gather(store: Store, asked: Asked): Promise<Gathered> {
  const { records, instruments } = asked;
  const { versions, damaged, others } = await readAll(store, asked);
  versions.sort((a, b) => order(`${a.id} ${a.rev}`, `${b.id} ${b.rev}`));
  damaged.sort((a, b) => order(`${a.id} ${a.rev}`, `${b.id} ${b.rev}`));
  const attachments = new Map<string, AttachmentRef>();
  for (const version of versions) {
    for (const ref of attachmentsOf(version, records)) attachments.set(ref.sha256, ref);
  }
  return {
    versions,
    current: currentOf(versions, damaged, records),
    damaged,
    attachments: byKey(attachments),
    definitions: await definitionsOf(versions, { records, instruments, store }),
    others,
  };
}

type Damaged = Extract<Found, { status: 'damaged' }>;

async function readAll(
  store: Store,
  { of, only, onProgress, signal }: Asked,
): Promise<{ versions: Version[]; damaged: LeftOut[]; others: number }> {
  const versions: Version[] = [];
  const damaged: Damaged[] = [];
  for await (const found of store.everything(only)) {
    signal?.throwIfAborted();
    if (found.status === 'damaged') damaged.push(found);
    else versions.push(found.version);
    onProgress?.({ stage: 'records', done: versions.length + damaged.length, total: null });
  }
  const theirs = of && new Set(versions.filter((version) => concernsOwner(of, version)).map(({ id }) => id));
  // Who wrote what is damaged cannot be read any more; whom it is about can.
  const goes = ({ id }: { id: string }) => theirs?.has(id) ?? true;
  return {
    versions: versions.filter(goes),
    damaged: damaged
      .filter((one) => goes(one) || (of !== undefined && isAboutOwner(of, one)))
      .map(({ id, rev, kind, occurredAt, why }) => ({ id, rev, kind, occurredAt, why })),
    others: [...idsKept(versions)].filter((id) => !goes({ id })).length,
  };
}

function currentOf(
  versions: readonly Version[],
  damaged: readonly LeftOut[],
  records: RecordKinds,
): Version[] {
  const later = new Map(damaged.map(({ id, rev }) => [id, rev]));
  const byRecord = new Map<string, Version[]>();
  for (const version of versions) {
    const ofOne = byRecord.get(version.id);
    if (ofOne) ofOne.push(version);
    else byRecord.set(version.id, [version]);
  }
  return [...byRecord.values()].flatMap((ofOne) => {
    const stands = standing(ofOne);
    const unread = stands && later.get(stands.current.id);
    if (!stands || (unread && unread > stands.current.rev)) return [];
    return [(stands.rivals.length > 0 && !unread && asOne(ofOne, records)) || stands.current];
  });
}

/** The record as screens show it, where its versions can be read as one. */
function asOne(versions: readonly Version[], records: RecordKinds): Version | undefined {
  const kind = records.get(versions.at(-1)?.kind ?? '');
  if (!kind) return undefined;
  const readable = versions.map((version) => {
    const read = readVersion(records, version);
    return read.status === 'ok' ? { ...version, schema: kind.schema, body: read.body } : null;
  });
  return showTogether(kind, readable)?.version;
}

function byKey<T>(map: ReadonlyMap<string, T>): T[] {
  return [...map].sort(([a], [b]) => order(a, b)).map(([, value]) => value);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
