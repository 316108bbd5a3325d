/** What came of changing something that is not a record, in the words that commands of screens know. Pure. */
import type { WriteOutcome } from '../../core/store.ts';
import type { Kept } from '../../core/sync-store.ts';

export function keptAsWritten(kept: Kept): WriteOutcome {
  return kept.status === 'kept' ? { status: 'saved', versions: [] } : kept;
}
