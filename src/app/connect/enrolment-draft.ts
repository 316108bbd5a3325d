/** A code that is being used: kept until the answer is here, so that an answer lost on the way can be asked for again. */
import * as z from 'zod/mini';
import type { Environment } from '../../core/environment.ts';
import { createId } from '../../core/ids.ts';
import { readDraft, type LoadedDraft } from '../../core/read-draft.ts';
import type { DropOutcome, Store } from '../../core/store.ts';

const shape = z.object({ address: z.string(), code: z.string(), attempt: z.string() });
export type EnrolmentDraft = z.infer<typeof shape>;

function keyOf(store: Store): string {
  return `connect:${store.owner.personId}`;
}

/** Tells one that cannot be opened from none. */
export function loadEnrolment(store: Store): Promise<LoadedDraft<EnrolmentDraft>> {
  return readDraft(store, keyOf(store), shape);
}

/** The one that was begun with this code, or a new one. Where it cannot be kept, it is only for this time. */
export async function beginEnrolment(
  store: Store,
  environment: Environment,
  { address, code }: { address: string; code: string },
): Promise<EnrolmentDraft> {
  const before = await loadEnrolment(store);
  const begun = before.status === 'here' ? before.value : null;
  if (begun?.address === address && begun.code === code) return begun;
  const draft = { address, code, attempt: createId(environment) };
  await store.saveDraft(keyOf(store), draft);
  return draft;
}

export function endEnrolment(store: Store): Promise<DropOutcome> {
  return store.dropDraft(keyOf(store));
}
