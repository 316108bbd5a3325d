/** Talks in the store: the reading they follow, the talk being written down, and finishing it with its action. */
import { finishChange, finishNew } from '../../core/draft-commands.ts';
import { readDraft, type LoadedDraft } from '../../core/read-draft.ts';
import type { DraftOutcome, DropOutcome, Live, Store, WriteOutcome } from '../../core/store.ts';
import { mapLive, usable, usableOne, type Listed } from '../../core/usable.ts';
import { usualAudienceOf } from '../../core/usual-audience.ts';
import type { Audience, Version } from '../../core/version.ts';
import { saidIn } from '../actions/model/action-draft.ts';
import { action, type ActionBody } from '../actions/model/action.ts';
import { reading, type ReadingBody } from '../readings/model/reading.ts';
import { conversation, type ConversationBody } from './model/conversation.ts';
import { changedTalk, talkChange, type TalkChange } from './model/talk-change.ts';
import { actionIn, talkDraft, type TalkDraft } from './model/talk-draft.ts';

export { instrumentOfReading } from '../readings/model/reading-instrument.ts';

/** The reading a talk follows; null where it is not here or cannot be used. */
export function watchReadingOf(store: Store, id: string): Live<Version<ReadingBody> | null> {
  return mapLive(store.watch(id), (found) => usableOne(reading, found));
}

/** What came of one talk, newest first. */
export function watchActionsOf(
  store: Store,
  talk: Pick<Version, 'id' | 'subject'>,
): Live<Listed<ActionBody>[]> {
  return mapLive(store.watchList({ subject: talk.subject, kinds: [action.kind] }), ({ items }) =>
    usable(action, items).filter(({ body }) => body.conversation === talk.id),
  );
}

/** Who may see a new talk: as it was for the one made last, and only oneself the first time. */
export function usualAudience(store: Store): Promise<Audience> {
  return usualAudienceOf(store, conversation);
}

/** The key of the draft of a talk about one statement of one reading. It ends where the reading is erased. */
export function talkKey(readingId: string, statement: string): string {
  return `edit-talk:${readingId}/${statement}`;
}

export function loadTalk(store: Store, key: string): Promise<LoadedDraft<TalkDraft>> {
  return readDraft(store, key, talkDraft);
}

export function saveTalk(store: Store, key: string, draft: TalkDraft | TalkChange): Promise<DraftOutcome> {
  return store.saveDraft(key, draft);
}

export function dropTalk(store: Store, key: string): Promise<DropOutcome> {
  return store.dropDraft(key);
}

/** What the talk is about. */
export interface TalkAbout {
  reading: Version<ReadingBody>;
  statement: string;
  score: number;
  opened: ConversationBody['opened'];
}

/** Makes the draft a conversation and, where one came of it, an action: both in one write, or neither. */
export async function finishTalk(store: Store, about: TalkAbout, draft: TalkDraft): Promise<WriteOutcome> {
  const { reading: source, statement, score, opened } = about;
  const causes = opened === 'low' ? draft.causes : [];
  const body: ConversationBody = {
    reading: source.id,
    instrument: source.body.instrument,
    statement,
    score,
    opened,
    causes,
    ...(draft.words.trim() ? { words: draft.words.trim() } : {}),
    ...(draft.voice ? { voice: draft.voice } : {}),
    ...(draft.with.trim() ? { with: draft.with.trim() } : {}),
  };
  const { subject } = source;
  const { id, actionId, audience, day } = draft;
  // What came of it was decided on the day of the talk.
  const shared = { subject, audience, ...(day === undefined ? {} : { occurredAt: day }) };
  const talk = { do: 'create' as const, id, kind: conversation, body, ...shared };
  const key = talkKey(source.id, statement);
  if (draft.leads !== 'action') return finishNew(store, talk, key);
  const said = saidIn(actionIn(draft));
  if (!said) return { status: 'invalid', why: 'something is missing in the action' };
  const comes: ActionBody = { ...said, causes, conversation: id, reading: source.id, statement };
  const toDo = { do: 'create' as const, id: actionId, kind: action, body: comes, ...shared };
  const outcome = await store.write([talk, toDo], { draft: key });
  if (outcome.status !== 'invalid') return outcome;
  // One of them may be here already, finished in another window: each is then made, or changed, by itself.
  const done = await finishNew(store, toDo, key);
  return done.status === 'saved' ? finishNew(store, talk, key) : done;
}

/** The key of the draft in which a talk is changed. */
export function changeTalkKey(id: string): string {
  return `edit-conversation:${id}`;
}

export function loadTalkChange(store: Store, key: string): Promise<LoadedDraft<TalkChange>> {
  return readDraft(store, key, talkChange);
}

/** Makes what was changed the next version of the talk, which stands as `now`, and ends the draft. */
export function changeTalk(
  store: Store,
  now: Version<ConversationBody>,
  change: TalkChange,
): Promise<WriteOutcome> {
  const { base, settles, day: occurredAt } = change;
  const body = changedTalk(now.body, change);
  return finishChange(
    store,
    { kind: conversation, now, base, settles, body, occurredAt },
    changeTalkKey(now.id),
  );
}
