/** Where views of the same things lie apart: something to talk about, whoever is nearer to what. Pure. */
import type { Instrument, Statement } from '../../instruments/model/instrument.ts';
import { scoreOn } from './answers.ts';
import type { StarReading } from './star.ts';

/** A reading, and who gave it. */
interface View extends StarReading {
  author: { id: string };
}

export interface DifferingAxis<Reading> {
  statement: Statement;
  /** Everyone's number, the person's own first. */
  said: { reading: Reading; score: number }[];
}

/** So far apart, each may see something the other does not. */
const worthATalk = 2;

/**
 * The statements, in the instrument's order, on which the person and the others do not see the same. Of each of the
 * others the newest view counts; `views` are newest first. What the person left out opens no talk.
 */
export function differingAxes<Reading extends View>(
  instrument: Instrument,
  own: Reading,
  views: readonly Reading[],
): DifferingAxis<Reading>[] {
  const seen = new Set<string>();
  const newest = views.filter(({ author, body }) => {
    const { id, version } = body.instrument;
    if (body.relation === 'self' || id !== instrument.id || version !== instrument.version) return false;
    if (seen.has(author.id)) return false;
    seen.add(author.id);
    return true;
  });
  return instrument.statements.flatMap((statement) => {
    const said = [own, ...newest].flatMap((reading) => {
      const score = scoreOn(reading.body.answers, statement.id);
      return score === null ? [] : [{ reading, score }];
    });
    const scores = said.map(({ score }) => score);
    const apart = Math.max(...scores) - Math.min(...scores) >= worthATalk;
    return said[0]?.reading === own && apart ? [{ statement, said }] : [];
  });
}
