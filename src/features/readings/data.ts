/** Readings in the store: those about a person, the one being filled in, and finishing it. */
import { finishChange, finishNew } from '../../core/draft-commands.ts';
import type { Environment } from '../../core/environment.ts';
import { createId } from '../../core/ids.ts';
import { readDraft, type LoadedDraft } from '../../core/read-draft.ts';
import type { DraftOutcome, DropOutcome, Found, Live, Store, WriteOutcome } from '../../core/store.ts';
import { mapLive, usable, usableOne, type Listed } from '../../core/usable.ts';
import { usualAudienceOf } from '../../core/usual-audience.ts';
import type { Audience, Version } from '../../core/version.ts';
import { watchEnough } from '../../core/watch-enough.ts';
import { conversation, type ConversationBody } from '../conversations/model/conversation.ts';
import { engagementRef, instrumentOf } from '../instruments/model/find-instrument.ts';
import { answersOf, blankDraft, readingDraft, type ReadingDraft } from './model/reading-draft.ts';
import { reading, type ReadingBody } from './model/reading.ts';

export { instrumentOfReading } from './model/reading-instrument.ts';

/** The readings about one person, newest first. */
export function watchReadings(store: Store, subject: string): Live<Listed<ReadingBody>[]> {
  return mapLive(store.watchList({ subject, kinds: [reading.kind] }), ({ items }) => usable(reading, items));
}

/** So many of the newest are looked at first: the one wanted is nearly always among them. */
const NEWEST = 10;

/** The newest reading about one person that `fits`; undefined where none does. */
export function watchNewestReading(
  store: Store,
  subject: string,
  fits: (reading: Listed<ReadingBody>) => boolean,
): Live<Listed<ReadingBody> | undefined> {
  const fitting = (found: readonly Found[]) => usable(reading, found).find(fits);
  const found = watchEnough(
    store,
    { subject, kinds: [reading.kind] },
    [NEWEST, 10 * NEWEST, 'all'],
    (items) => fitting(items) !== undefined,
  );
  return mapLive(found, fitting);
}

/** One reading; null where it is not here or cannot be used. */
export function watchReading(store: Store, id: string): Live<Version<ReadingBody> | null> {
  return mapLive(store.watch(id), (found) => usableOne(reading, found));
}

/** What was talked about after readings about one person, newest first. */
export function watchTalks(store: Store, subject: string): Live<Listed<ConversationBody>[]> {
  const found = store.watchList({ subject, kinds: [conversation.kind] });
  return mapLive(found, ({ items }) => usable(conversation, items));
}

/** Who may see a new reading: as it was for the one made last, and only oneself the first time. */
export function usualAudience(store: Store): Promise<Audience> {
  return usualAudienceOf(store, reading);
}

/** The key of the draft of a new self-assessment. */
export function assessKey(store: Store): string {
  return `assess:${store.owner.personId}`;
}

/** The key of the draft in which a reading is corrected. */
export function correctKey(id: string): string {
  return `edit-reading:${id}`;
}

export function loadReadingDraft(store: Store, key: string): Promise<LoadedDraft<ReadingDraft>> {
  return readDraft(store, key, readingDraft);
}

export function saveReadingDraft(store: Store, key: string, draft: ReadingDraft): Promise<DraftOutcome> {
  return store.saveDraft(key, draft);
}

export function dropReadingDraft(store: Store, key: string): Promise<DropOutcome> {
  return store.dropDraft(key);
}

/** An empty self-assessment with the newest engagement tool. */
export async function newAssessment(store: Store, environment: Environment): Promise<ReadingDraft> {
  const instrument = await instrumentOf(engagementRef);
  if (!instrument) throw new Error('the engagement tool is missing from this app');
  return blankDraft(createId(environment), instrument, await usualAudience(store));
}

/** Makes the self-assessment a reading and ends its draft. Done twice, it still makes one. */
export function finishReading(store: Store, draft: ReadingDraft): Promise<WriteOutcome> {
  const body: ReadingBody = { instrument: draft.instrument, relation: 'self', answers: answersOf(draft) };
  const { id, day, audience } = draft;
  const subject = store.owner.personId;
  const when = day === null ? {} : { occurredAt: day };
  return finishNew(
    store,
    { do: 'create', id, kind: reading, subject, body, audience, ...when },
    assessKey(store),
  );
}

/** Saves corrected answers as a new version of the reading `from`, and ends the draft they were made in. */
export function correctReading(
  store: Store,
  from: Version<ReadingBody>,
  draft: ReadingDraft,
): Promise<WriteOutcome> {
  const body: ReadingBody = { ...from.body, answers: answersOf(draft) };
  const { base, day, audience } = draft;
  return finishChange(
    store,
    { kind: reading, now: from, base, body, audience, occurredAt: day ?? undefined },
    correctKey(from.id),
  );
}
