/** Looks for the photos and recordings of a file's records, and at whether they are what the records say. */
import { bytesToHex } from '../core/hex.ts';
import type { AttachmentRef, RecordKinds } from '../core/define-record.ts';
import type { Store } from '../core/store.ts';
import type { Version } from '../core/version.ts';
import { attachmentInPath, attachmentsOf } from './attachment-file.ts';
import type { ImportContent, ImportProblem } from './import-check.ts';
import type { Progress } from './progress.ts';
import { readContents } from './zip-contents.ts';
import type { ZipEntry } from './zip-directory.ts';

interface CheckedAttachments {
  attachments: ImportContent['attachments'];
  /** How many of them are not here yet. */
  fresh: number;
  problems: ImportProblem[];
}

interface Asked {
  records: RecordKinds;
  /** Asked for those that are not in the file. */
  store: Pick<Store, 'attachment'> | null;
  /** Bytes of one at most. */
  most: number;
  onProgress?: ((progress: Progress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** One at a time, so that little memory is needed. Rejects where the file is gone or the signal stops it. */
export async function checkAttachments(
  zip: { file: Blob; entries: readonly ZipEntry[] },
  versions: readonly Version[],
  { records, store, most, onProgress, signal }: Asked,
): Promise<CheckedAttachments> {
  /** Several may bear one name, in other folders or in the same: the first that is what it says is it. */
  const entries = new Map<string, ZipEntry[]>();
  for (const entry of zip.entries) {
    // Names are only looked up, never used as places to write to.
    const sha256 = attachmentInPath(entry.name);
    if (sha256 && !entry.name.startsWith('__MACOSX/'))
      entries.set(sha256, [...(entries.get(sha256) ?? []), entry]);
  }
  const wanted = refsIn(versions, records);
  const attachments: ImportContent['attachments'] = [];
  const problems: ImportProblem[] = [];
  let done = 0;
  let fresh = 0;
  for (const [sha256, { ref, users }] of wanted) {
    signal?.throwIfAborted();
    onProgress?.({ stage: 'attachments', done: done++, total: wanted.size });
    const looked = await lookFor(zip.file, entries.get(sha256) ?? [], sha256, most);
    const isHere = Boolean(await store?.attachment(sha256));
    if (looked.entry) {
      const { entry } = looked;
      attachments.push({ ref, read: () => readChecked(zip.file, entry, sha256, most) });
      if (!isHere) fresh += 1;
    } else if (!isHere) {
      problems.push({ code: looked.fault, sha256, records: [...users] });
    }
  }
  return { attachments, fresh, problems };
}

function refsIn(versions: readonly Version[], records: RecordKinds) {
  const refs = new Map<string, { ref: AttachmentRef; users: Set<string> }>();
  for (const version of versions) {
    for (const ref of attachmentsOf(version, records)) {
      const known = refs.get(ref.sha256);
      if (known) known.users.add(version.id);
      else refs.set(ref.sha256, { ref, users: new Set([version.id]) });
    }
  }
  return refs;
}

type Fault = 'attachment-missing' | 'attachment-wrong' | 'attachment-too-large';

async function lookFor(
  file: Blob,
  entries: readonly ZipEntry[],
  sha256: string,
  most: number,
): Promise<{ entry: ZipEntry } | { entry: null; fault: Fault }> {
  let fault: Fault = 'attachment-missing';
  // More than a few of one name are nobody's photo.
  for (const entry of entries.slice(0, 3)) {
    if (entry.size > most || entry.packed > most) fault = 'attachment-too-large';
    else if (await readChecked(file, entry, sha256, most)) return { entry };
    else fault = 'attachment-wrong';
  }
  return { entry: null, fault };
}

async function readChecked(
  file: Blob,
  entry: ZipEntry,
  sha256: string,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const contents = await readContents(file, entry, most);
  if (contents.status !== 'read') return null;
  const digest = await crypto.subtle.digest('SHA-256', contents.bytes);
  return bytesToHex(new Uint8Array(digest)) === sha256 ? contents.bytes : null;
}
