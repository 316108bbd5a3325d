/** Talks in the store: the reading they follow, the talk being written down, and finishing it with its action. */
import { readDraft, type LoadedDraft } from '../../core/read-draft.ts';
import type { Change, DraftOutcome, Live, Store, WriteOutcome } from '../../core/store.ts';
import { mapLive, usable, usableOne } from '../../core/usable.ts';
import type { Audience, Version } from '../../core/version.ts';
import { saidIn } from '../actions/model/action-draft.ts';
import { action, type ActionBody } from '../actions/model/action.ts';
import { reading, type ReadingBody } from '../readings/model/reading.ts';
import { conversation, type ConversationBody } from './model/conversation.ts';
import { actionIn, talkDraft, type TalkDraft } from './model/talk-draft.ts';

/** The reading a talk follows; null where it is not here or cannot be used. */
export function watchReadingOf(store: Store, id: string): Live<Version<ReadingBody> | null> {
  return mapLive(store.watch(id), (found) => usableOne(reading, found));
}

/** What came of one talk, newest first. */
export function watchActionsOf(
  store: Store,
  talk: Pick<Version, 'id' | 'subject'>,
): Live<Version<ActionBody>[]> {
  return mapLive(store.watchList({ subject: talk.subject, kinds: [action.kind] }), ({ items }) =>
    usable(action, items).filter(({ body }) => body.conversation === talk.id),
  );
}

/** Who may see a new talk: as it was for the one made last, and only oneself the first time. */
export async function usualAudience(store: Store): Promise<Audience> {
  const { items } = await store.list({ subject: store.owner.personId, kinds: [conversation.kind] });
  const last = usable(conversation, items).reduce<Version | null>(
    (a, b) => (a && a.recordedAt >= b.recordedAt ? a : b),
    null,
  );
  return last?.audience ?? 'me';
}

/** The key of the draft of a talk about one statement of one reading. */
export function talkKey(readingId: string, statement: string): string {
  return `talk:${readingId}/${statement}`;
}

export function loadTalk(store: Store, key: string): Promise<LoadedDraft<TalkDraft>> {
  return readDraft(store, key, talkDraft);
}

export function saveTalk(store: Store, key: string, draft: TalkDraft): Promise<DraftOutcome> {
  return store.saveDraft(key, draft);
}

export function dropTalk(store: Store, key: string): Promise<DraftOutcome> {
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
  const { id, actionId, audience } = draft;
  const changes: Change[] = [{ do: 'create', id, kind: conversation, subject, body, audience }];
  if (draft.leads === 'action') {
    const said = saidIn(actionIn(draft));
    if (!said) return { status: 'invalid', why: 'something is missing in the action' };
    const comes: ActionBody = { ...said, causes, conversation: id, reading: source.id, statement };
    changes.push({ do: 'create', id: actionId, kind: action, subject, body: comes, audience });
  }
  const key = talkKey(source.id, statement);
  const outcome = await store.write(changes, { draft: key });
  if (outcome.status !== 'invalid') return outcome;
  // Made already, by a second tap in another window.
  const there = usableOne(conversation, await store.get(id));
  if (!there) return outcome;
  await store.dropDraft(key);
  return { status: 'saved', versions: [there] };
}
