/** Where the recordings stand in a reading that is being filled in: one with each statement, as its note. */
import type { Spoken } from '../../../../ui/capture/use-takes.ts';
import { answerOn, withAnswer, type ReadingDraft } from '../../model/reading-draft.ts';

export const spokenNotes: Spoken<ReadingDraft> = {
  get: (draft, statement) => answerOn(draft, statement).voice ?? null,
  put: (draft, statement, voice) => withAnswer(draft, statement, { voice }),
};
