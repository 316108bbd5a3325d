/** Actions in the store: those of a person, the forms begun about them, and each step that is written down. */
import { finishChange, finishNew } from '../../core/draft-commands.ts';
import { onlySaid } from '../../core/said.ts';
import { readDraft, type LoadedDraft } from '../../core/read-draft.ts';
import type { DraftOutcome, DropOutcome, Found, Live, Store, WriteOutcome } from '../../core/store.ts';
import { mapLive, usable, usableOne, type Listed } from '../../core/usable.ts';
import { usualAudienceOf } from '../../core/usual-audience.ts';
import type { Audience, Version } from '../../core/version.ts';
import { watchEnough } from '../../core/watch-enough.ts';
import { isByOwner, notTheirs } from '../../core/whose-words.ts';
import type * as z from 'zod/mini';
import {
  saidIn,
  type ActionDraft,
  type AnswerDraft,
  type Begun,
  type OutcomeDraft,
} from './model/action-draft.ts';
import { action, type ActionBody } from './model/action.ts';
import { askedSince } from './model/asked-since.ts';
import { isNext } from './model/open-actions.ts';

/** The actions about one person, newest first. */
export function watchActions(store: Store, subject: string): Live<Listed<ActionBody>[]> {
  return mapLive(store.watchList({ subject, kinds: [action.kind] }), ({ items }) => usable(action, items));
}

/** Looked through for those that are open; further only where too few of them are. */
const NEWEST = 120;

/** The newest actions about one person, at least as many as are needed to have `count` for a short list among them. */
export function watchNewestActions(store: Store, subject: string, count: number): Live<Listed<ActionBody>[]> {
  const enough = (found: readonly Found[]) => usable(action, found).filter(isNext).length >= count;
  const found = watchEnough(store, { subject, kinds: [action.kind] }, [NEWEST, 'all'], enough);
  return mapLive(found, (items) => usable(action, items));
}

/** One action; null where it is not here or cannot be used. */
export function watchAction(store: Store, id: string): Live<Version<ActionBody> | null> {
  return mapLive(store.watch(id), (found) => usableOne(action, found));
}

/** Since when the project owes its answer to it; null where it is not asked. */
export async function loadAskedSince(store: Store, now: Version<ActionBody>): Promise<string | null> {
  // Most are shared from the first: nothing is looked up for those.
  const history = now.base === null ? [] : await store.history(now.id);
  return askedSince(now, usable(action, history));
}

/** Who may see a new action: as it was for the one made last, and only oneself the first time. */
export function usualAudience(store: Store): Promise<Audience> {
  return usualAudienceOf(store, action);
}

export const draftKeys = {
  add: (store: Store) => `action:${store.owner.personId}`,
  edit: (id: string) => `edit-action:${id}`,
  answer: (id: string) => `edit-action-answer:${id}`,
  outcome: (id: string) => `edit-action-outcome:${id}`,
};

export function loadDraft<Value>(
  store: Store,
  key: string,
  shape: z.ZodMiniType<Value>,
): Promise<LoadedDraft<Value>> {
  return readDraft(store, key, shape);
}

export function saveDraft(store: Store, key: string, value: unknown): Promise<DraftOutcome> {
  return store.saveDraft(key, value);
}

export function dropDraft(store: Store, key: string): Promise<DropOutcome> {
  return store.dropDraft(key);
}

/** Makes the draft an action about its author; done twice, it still makes one. Refused while something is missing in it. */
export async function addAction(store: Store, draft: ActionDraft): Promise<WriteOutcome> {
  const said = saidIn(draft.fields);
  if (!said) return { status: 'invalid', why: 'something is missing' };
  const { id, audience, day } = draft;
  const when = day === undefined ? {} : { occurredAt: day };
  const body: ActionBody = { ...said, causes: [] };
  const subject = store.owner.personId;
  return finishNew(
    store,
    { do: 'create', id, kind: action, subject, body, audience, ...when },
    draftKeys.add(store),
  );
}

/** A new version with other fields; its talk, answer and outcome stay. */
export async function changeAction(
  store: Store,
  from: Version<ActionBody>,
  draft: ActionDraft,
): Promise<WriteOutcome> {
  const said = saidIn(draft.fields);
  if (!said) return { status: 'invalid', why: 'something is missing' };
  const { what: _what, voice: _voice, owner: _owner, ownerName: _name, by: _by, ...rest } = from.body;
  const body: ActionBody = { ...rest, ...said };
  return writeVersion(store, from, { ...draft, occurredAt: draft.day }, body, draftKeys.edit(from.id));
}

/** Writes down what the project answered. */
export function writeAnswer(
  store: Store,
  from: Version<ActionBody>,
  draft: AnswerDraft,
): Promise<WriteOutcome> {
  const { who, on } = draft;
  const answer = { ...onlySaid(draft), ...(who.trim() ? { who: who.trim() } : {}), on };
  return writeVersion(store, from, draft, { ...from.body, answer }, draftKeys.answer(from.id));
}

/** Writes down what came of it. */
export async function writeOutcome(
  store: Store,
  from: Version<ActionBody>,
  draft: OutcomeDraft,
): Promise<WriteOutcome> {
  const { state, on } = draft;
  if (!state) return { status: 'invalid', why: 'no outcome is chosen' };
  const outcome = { state, ...onlySaid(draft), on };
  return writeVersion(store, from, draft, { ...from.body, outcome }, draftKeys.outcome(from.id));
}

/** Takes the outcome back: it is open again. */
export async function reopenAction(store: Store, from: Version<ActionBody>): Promise<WriteOutcome> {
  if (!isByOwner(store.owner, from)) return notTheirs;
  const { outcome: _outcome, ...body } = from.body;
  const { id, rev: base, settles = [] } = from;
  return store.write([{ do: 'edit', id, kind: action, base, settles, body }]);
}

function writeVersion(
  store: Store,
  now: Version<ActionBody>,
  { base, settles, occurredAt }: Begun & { occurredAt?: string | undefined },
  body: ActionBody,
  draft: string,
): Promise<WriteOutcome> {
  return finishChange(store, { kind: action, now, base, settles, body, occurredAt }, draft);
}
