/** A code that is being used: kept until the answer is here, so that an answer lost on the way can be asked for again. */
import * as z from 'zod/mini';
import type { Environment } from '../../core/environment.ts';
import { createId } from '../../core/ids.ts';
import { readDraft } from '../../core/read-draft.ts';
import type { Store } from '../../core/store.ts';

const shape = z.object({ address: z.string(), code: z.string(), attempt: z.string() });
export type EnrolmentDraft = z.infer<typeof shape>;

function keyOf(store: Store): string {
  return `connect:${store.owner.personId}`;
}

export async function readEnrolment(store: Store): Promise<EnrolmentDraft | null> {
  const draft = await readDraft(store, keyOf(store), shape);
  return draft.status === 'here' ? draft.value : null;
}

/** The one that was begun with this code, or a new one. Where it cannot be kept, it is only for this time. */
export async function beginEnrolment(
  store: Store,
  environment: Environment,
  { address, code }: { address: string; code: string },
): Promise<EnrolmentDraft> {
  const begun = await readEnrolment(store);
  if (begun?.address === address && begun.code === code) return begun;
  const draft = { address, code, attempt: createId(environment) };
  await store.saveDraft(keyOf(store), draft);
  return draft;
}

export async function endEnrolment(store: Store): Promise<void> {
  await store.dropDraft(keyOf(store));
}
