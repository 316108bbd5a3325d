/** What a reading gives to talk about: each score is a question, low or high. */
import { opens, type Instrument, type Statement } from '../../instruments/model/instrument.ts';
import { scoreOn } from './answers.ts';
import type { ReadingBody } from './reading.ts';

export interface TalkTopic {
  statement: Statement;
  score: number;
  /** Which of the statement's talk prompts it starts from. */
  opens: 'low' | 'high';
}

/**
 * What is high comes first (assets before gaps), then what is low, each in the instrument's own order: a 1 never
 * comes before a 3 for being lower. What was not answered opens no talk.
 */
export function talkTopics(instrument: Instrument, reading: Pick<ReadingBody, 'answers'>): TalkTopic[] {
  const topics = instrument.statements.flatMap((statement): TalkTopic[] => {
    const score = scoreOn(reading.answers, statement.id);
    return score === null ? [] : [{ statement, score, opens: opens(instrument, score) }];
  });
  return [
    ...topics.filter((topic) => topic.opens === 'high'),
    ...topics.filter((topic) => topic.opens === 'low'),
  ];
}
