/** Reads a draft back into the shape its form works with. */
import type * as z from 'zod/mini';
import type { Store } from './store.ts';

/**
 * `strange`: there is one, of a shape this app does not know (a newer app's). `damaged`: there is one that cannot be opened.
 * Either is kept until the person decides.
 */
export type LoadedDraft<Value> =
  | { status: 'none' }
  | { status: 'here'; value: Value; savedAt: string }
  | { status: 'strange' }
  | { status: 'damaged' };

export async function readDraft<Value>(
  store: Store,
  key: string,
  shape: z.ZodMiniType<Value>,
): Promise<LoadedDraft<Value>> {
  const draft = await store.draft(key);
  if (!draft) return { status: 'none' };
  if (draft.damaged) return { status: 'damaged' };
  const read = shape.safeParse(draft.value);
  return read.success ? { status: 'here', value: read.data, savedAt: draft.savedAt } : { status: 'strange' };
}
