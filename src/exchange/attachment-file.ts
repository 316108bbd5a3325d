/** Photos and recordings as files: their names, and finding what a body refers to. */
import { attachmentRef } from '../core/attachment-ref.ts';
import type { AttachmentRef, RecordKinds } from '../core/define-record.ts';
import { readBody } from '../core/define-record.ts';
import type { Version } from '../core/version.ts';

const endings: Readonly<Record<string, string>> = {
  'audio/aac': 'aac',
  'audio/mp4': 'm4a',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
  'audio/webm': 'webm',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};

/** Where a photo or recording lies in the zip. */
export function attachmentPath({ sha256, type }: Pick<AttachmentRef, 'sha256' | 'type'>): string {
  return `attachments/${sha256}.${endings[type.split(';')[0] ?? ''] ?? 'bin'}`;
}

/** The SHA-256 in the name of a zip entry, or null where it is no attachment. The folder it lies in does not matter. */
export function attachmentInPath(path: string): string | null {
  return /(?:^|\/)attachments\/([0-9a-f]{64})\.[a-z0-9]{1,5}$/.exec(path)?.[1] ?? null;
}

/**
 * Every photo and recording a version refers to, each once. Besides those its kind tells, whatever looks like a reference
 * is one, for a newer app may have put it there: taking a file too many along is better than losing it.
 */
export function attachmentsOf(version: Version, records: RecordKinds): AttachmentRef[] {
  if (version.removed === 'erased') return [];
  const kind = records.get(version.kind);
  const read = kind ? readBody(kind, version.schema, version.body) : null;
  const told = kind && read?.status === 'ok' ? kind.attachments(read.body) : [];
  const refs = new Map(told.map((ref) => [ref.sha256, ref]));
  for (const ref of lookForRefs(version.body)) if (!refs.has(ref.sha256)) refs.set(ref.sha256, ref);
  return [...refs.values()];
}

function lookForRefs(body: unknown): AttachmentRef[] {
  const found: AttachmentRef[] = [];
  const open: unknown[] = [body];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null) continue;
    const ref = attachmentRef.safeParse(value);
    if (ref.success) found.push(ref.data);
    else for (const member of Object.values(value)) open.push(member);
  }
  return found;
}
