/** Reflections in the store: the one being written, saving it, and changing one. */
import { finishChange, finishNew } from '../../core/draft-commands.ts';
import type { Environment } from '../../core/environment.ts';
import { createId } from '../../core/ids.ts';
import { readDraft, type LoadedDraft } from '../../core/read-draft.ts';
import type { DraftOutcome, DropOutcome, Store, WriteOutcome } from '../../core/store.ts';
import type { Version } from '../../core/version.ts';
import {
  blankReflection,
  reflectionBodyOf,
  reflectionDraft,
  type ReflectionDraft,
} from './model/reflection-draft.ts';
import { reflection, type ReflectionBody } from './model/reflection.ts';

/** The key of the draft of a new reflection. */
export function reflectKey(store: Store): string {
  return `reflect:${store.owner.personId}`;
}

/** The key of the draft in which a reflection is changed. */
export function changeReflectionKey(id: string): string {
  return `edit-reflect:${id}`;
}

export function loadReflectionDraft(store: Store, key: string): Promise<LoadedDraft<ReflectionDraft>> {
  return readDraft(store, key, reflectionDraft);
}

export function saveReflectionDraft(
  store: Store,
  key: string,
  draft: ReflectionDraft,
): Promise<DraftOutcome> {
  return store.saveDraft(key, draft);
}

export function dropReflectionDraft(store: Store, key: string): Promise<DropOutcome> {
  return store.dropDraft(key);
}

/** An empty reflection, private. */
export function newReflection(environment: Environment): ReflectionDraft {
  return blankReflection(createId(environment));
}

/** Keeps a new reflection and ends its draft. Done twice, it still makes one. */
export function keepReflection(store: Store, draft: ReflectionDraft): Promise<WriteOutcome> {
  const { id, day, audience } = draft;
  const when = day === null ? {} : { occurredAt: day };
  const body = reflectionBodyOf(draft);
  return finishNew(
    store,
    { do: 'create', id, kind: reflection, subject: store.owner.personId, body, audience, ...when },
    reflectKey(store),
  );
}

/** Makes what was changed the next version of the reflection, which stands as `now`, and ends the draft. */
export function changeReflection(
  store: Store,
  now: Version<ReflectionBody>,
  draft: ReflectionDraft,
): Promise<WriteOutcome> {
  const { base, audience, day } = draft;
  const body = reflectionBodyOf(draft);
  return finishChange(
    store,
    { kind: reflection, now, base, body, audience, occurredAt: day ?? undefined },
    changeReflectionKey(now.id),
  );
}
