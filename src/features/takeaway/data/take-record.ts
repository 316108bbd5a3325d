/** One record as a file: every version of it that can be opened, in the form that can be brought in again. */
import type { RecordKinds } from '../../../core/define-record.ts';
import type { Store } from '../../../core/store.ts';

interface Taking {
  records: RecordKinds;
  now: Date;
  appVersion: string;
}

/** Null where nothing of it can be opened. Photos and recordings are named in it and do not come along. */
export async function takeRecord(
  store: Store,
  id: string,
  { records, now, appVersion }: Taking,
): Promise<File | null> {
  const [{ gather }, { listAttachment, writeRecordsFile }, { encode }, { instrumentRules }] =
    await Promise.all([
      import('../../../exchange/gather.ts'),
      import('../../../exchange/records-file.ts'),
      import('../../../exchange/zip-writer.ts'),
      import('./instrument-rules.ts'),
    ]);
  const gathered = await gather(store, { records, instruments: instrumentRules, only: id });
  if (gathered.versions.length === 0) return null;
  const text = writeRecordsFile({
    exportedAt: now.toISOString(),
    appVersion,
    person: { id: store.owner.personId, role: store.owner.role },
    instruments: gathered.definitions,
    versions: gathered.versions,
    attachments: gathered.attachments.map((ref) => listAttachment(ref, null)),
    leftOut: gathered.damaged,
  });
  return new File([...encode(text)], `plotline-record-${id}.json`, { type: 'application/json' });
}
