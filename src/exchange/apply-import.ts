/** Takes in a file that was looked through: photos and recordings first, then all records at once or none. */
import type { Store } from '../core/store.ts';
import type { ReadyImport } from './import-check.ts';
import type { Progress } from './progress.ts';

export type ImportOutcome =
  | {
      status: 'imported';
      /** Versions that were not here before. */
      added: number;
      /** Versions that were here, the same. */
      known: number;
      /** Versions of records that were erased here: left out. */
      erased: number;
      /** Versions here that say something else under the same id and rev: those here were kept. */
      clashes: { id: string; rev: string }[];
      attachments: number;
    }
  /** In every other case no record was written, and doing it again is safe. */
  | { status: 'stopped' }
  | { status: 'full' }
  /** The file is gone or has changed since it was looked through. */
  | { status: 'unreadable' }
  | { status: 'unavailable'; why: string };

interface Applying {
  onProgress?: ((progress: Progress) => void) | undefined;
  /** Heeded until the records are being written, which is one step. */
  signal?: AbortSignal | undefined;
}

/**
 * Photos and recordings that were kept before an interruption belong to no record; the store drops them in time.
 */
export async function applyImport(
  store: Pick<Store, 'keepAttachment' | 'apply'>,
  { content }: ReadyImport,
  { onProgress, signal }: Applying = {},
): Promise<ImportOutcome> {
  const { attachments, versions, definitions } = content;
  for (const [done, { ref, read }] of attachments.entries()) {
    if (signal?.aborted) return { status: 'stopped' };
    onProgress?.({ stage: 'attachments', done, total: attachments.length });
    const bytes = await read().catch(() => null);
    if (!bytes) return { status: 'unreadable' };
    const { sha256: _sha256, bytes: _size, ...about } = ref;
    const kept = await store.keepAttachment(bytes.buffer, about);
    if (kept.status !== 'kept') return kept;
  }
  if (signal?.aborted) return { status: 'stopped' };
  onProgress?.({ stage: 'records', done: 0, total: versions.length });
  const applied = await store.apply(versions, definitions);
  if (applied.status !== 'applied') return applied;
  onProgress?.({ stage: 'records', done: versions.length, total: versions.length });
  const { added, known, erased, clashes } = applied;
  return { status: 'imported', added, known, erased, clashes, attachments: attachments.length };
}
