/** The answers of a reading while it is being filled in. */
import type { Instrument } from '../../instruments/model/instrument.ts';
import type { Answer } from './reading.ts';

/** One answer for each statement, in the instrument's order, all still left out. */
export function blankAnswers(instrument: Instrument): Answer[] {
  return instrument.statements.map(({ id }) => ({ statement: id, score: null }));
}

/** The ids of the statements with and without a score, in the order of the answers. */
export interface ReadingProgress {
  answered: string[];
  notAnswered: string[];
}

export function readingProgress(answers: readonly Answer[]): ReadingProgress {
  const ids = (given: readonly Answer[]) => given.map(({ statement }) => statement);
  return {
    answered: ids(answers.filter(({ score }) => score !== null)),
    notAnswered: ids(answers.filter(({ score }) => score === null)),
  };
}

/** The score on a statement; null where it was left out or was not asked. */
export function scoreOn(answers: readonly Answer[], statement: string): number | null {
  return answers.find((given) => given.statement === statement)?.score ?? null;
}
