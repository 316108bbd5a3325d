/** Takes in a file that was looked through: photos and recordings first, then all records at once or none. */
import type { HandedIn, Store } from '../core/store.ts';
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

type Into = Pick<Store, 'keepAttachment' | 'apply' | 'dropUnused'>;

/**
 * Photos and recordings whose records did not come in, because it was broken off or they are erased here, go again at once:
 * on a full phone they would take the room that is missing. Where the tab was closed, the store drops them in time.
 */
export async function applyImport(
  store: Into,
  { content }: ReadyImport,
  applying: Applying = {},
): Promise<ImportOutcome> {
  const kept: HandedIn[] = [];
  const outcome = await takeIn(store, content, applying, kept);
  const allOfUse = outcome.status === 'imported' && outcome.erased === 0 && outcome.clashes.length === 0;
  // That it may fail changes nothing of what was told: tidying comes to it later.
  if (!allOfUse && kept.length > 0) await store.dropUnused(kept);
  return outcome;
}

/** Notes in `kept` which photos and recordings it has handed in. */
async function takeIn(
  store: Into,
  { attachments, versions, definitions }: ReadyImport['content'],
  { onProgress, signal }: Applying,
  kept: HandedIn[],
): Promise<ImportOutcome> {
  for (const [done, { ref, read }] of attachments.entries()) {
    if (signal?.aborted) return { status: 'stopped' };
    onProgress?.({ stage: 'attachments', done, total: attachments.length });
    const bytes = await read().catch(() => null);
    if (!bytes) return { status: 'unreadable' };
    const { sha256: _name, bytes: _size, ...about } = ref;
    const outcome = await store.keepAttachment(bytes.buffer, about);
    if (outcome.status !== 'kept') return outcome;
    kept.push(outcome.handedIn);
  }
  if (signal?.aborted) return { status: 'stopped' };
  onProgress?.({ stage: 'records', done: 0, total: versions.length });
  const applied = await store.apply(versions, definitions);
  if (applied.status !== 'applied') return applied;
  onProgress?.({ stage: 'records', done: versions.length, total: versions.length });
  const { added, known, erased, clashes } = applied;
  return { status: 'imported', added, known, erased, clashes, attachments: attachments.length };
}
