/** A reading while it is being filled in: kept at every tap, and read back where it was left. Pure. */
import * as z from 'zod/mini';
import { attachmentRef } from '../../../core/attachment-ref.ts';
import { day, instrumentRef, recordRef } from '../../../core/body-fields.ts';
import type { Version } from '../../../core/version.ts';
import type { Instrument } from '../../instruments/model/instrument.ts';
import type { Answer, ReadingBody } from './reading.ts';

const draftAnswer = z.object({
  statement: z.string(),
  /** Not there: not reached yet. `left-out`: left out on purpose. Both become a gap. */
  score: z.optional(z.union([z.int().check(z.gte(1), z.lte(6)), z.literal('left-out')])),
  note: z.optional(z.string()),
  voice: z.optional(attachmentRef),
});
export type DraftAnswer = z.infer<typeof draftAnswer>;

export const readingDraft = z.object({
  /** Of the reading it becomes, so that finishing twice makes one reading. */
  id: recordRef,
  /** Of the version that is being corrected. */
  base: z.optional(z.string()),
  instrument: instrumentRef,
  answers: z.array(draftAnswer),
  /** The day it is about; null is the day on which it is finished. */
  day: z.nullable(day),
  audience: z.enum(['me', 'team']),
});
export type ReadingDraft = z.infer<typeof readingDraft>;

/** A new one, nothing answered yet. */
export function blankDraft(
  id: string,
  instrument: Instrument,
  audience: ReadingDraft['audience'],
): ReadingDraft {
  const answers = instrument.statements.map((statement) => ({ statement: statement.id }));
  return { id, instrument: { id: instrument.id, version: instrument.version }, answers, day: null, audience };
}

/** A reading laid open again for correcting. */
export function draftOf(version: Version<ReadingBody>): ReadingDraft {
  const { id, rev, body, occurredAt, audience } = version;
  const answers = body.answers.map(({ score, ...rest }) => ({
    ...rest,
    score: score ?? ('left-out' as const),
  }));
  return {
    id,
    base: rev,
    instrument: body.instrument,
    answers,
    day: occurredAt.length === 10 ? occurredAt : null,
    audience,
  };
}

/** The draft with one answer changed; what is not named stays. */
export function withAnswer(
  draft: ReadingDraft,
  statement: string,
  change: Partial<Omit<DraftAnswer, 'statement'>>,
): ReadingDraft {
  return {
    ...draft,
    answers: draft.answers.map((given) => (given.statement === statement ? { ...given, ...change } : given)),
  };
}

/** What is said to a statement so far. */
export function answerOn(draft: ReadingDraft, statement: string): DraftAnswer {
  return draft.answers.find((given) => given.statement === statement) ?? { statement };
}

/** Where to go on: the first statement (from 0) that was neither answered nor left out; null where none is left. */
export function firstOpen(draft: ReadingDraft): number | null {
  const at = draft.answers.findIndex(({ score }) => score === undefined);
  return at === -1 ? null : at;
}

/** True where there is at least one score: without any there is no star. */
export function hasScore(draft: ReadingDraft): boolean {
  return draft.answers.some(({ score }) => typeof score === 'number');
}

/** The answers as a reading keeps them. A note of nothing but spaces is no note. */
export function answersOf(draft: ReadingDraft): Answer[] {
  return draft.answers.map(({ statement, score, note, voice }) => ({
    statement,
    score: typeof score === 'number' ? score : null,
    ...(note?.trim() ? { note: note.trim() } : {}),
    ...(voice ? { voice } : {}),
  }));
}
