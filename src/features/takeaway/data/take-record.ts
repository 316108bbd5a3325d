/** One record as a file: every version of it that can be opened, in the form that can be brought in again. */
import type { Store } from '../../../core/store.ts';

interface Taking {
  now: Date;
  appVersion: string;
}

/** Null where nothing of it can be opened. Photos and recordings are named in it and do not come along. */
export async function takeRecord(
  store: Store,
  id: string,
  { now, appVersion }: Taking,
): Promise<File | null> {
  const [{ writeRecordsFile }, { encode }] = await Promise.all([
    import('../../../exchange/records-file.ts'),
    import('../../../exchange/zip-writer.ts'),
  ]);
  const found = await store.history(id);
  const versions = found.flatMap((one) => (one.status === 'damaged' ? [] : [one.version])).reverse();
  if (versions.length === 0) return null;
  const text = writeRecordsFile({
    exportedAt: now.toISOString(),
    appVersion,
    person: { id: store.owner.personId, role: store.owner.role },
    instruments: [],
    versions,
    attachments: [],
    leftOut: [],
  });
  return new File([...encode(text)], `plotline-record-${id}.json`, { type: 'application/json' });
}
