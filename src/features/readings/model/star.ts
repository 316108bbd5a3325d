/** Lays readings over each other as a star: the newest own one, and earlier ones and other views under it. */
import { asksAll, isBuiltIn } from '../../instruments/model/find-instrument.ts';
import { comparable, inLanguage, type Instrument } from '../../instruments/model/instrument.ts';
import { scoreOn } from './answers.ts';
import type { ReadingBody } from './reading.ts';

/** What of a reading's version the star needs. */
export interface StarReading {
  id: string;
  /** A day or a moment, as said by the author. */
  occurredAt: string;
  body: ReadingBody;
}

/** `today`: the newest of the person's own. `view`: what somebody else said, drawn just like it. */
export type OutlineKind = 'today' | 'earlier' | 'view';

/** Has the shape that the star chart of `ui` draws, and says which readings it does not show. */
export interface Star {
  axes: { id: string; short: string; name: string; icon: string }[];
  /** `values` has one entry per axis; null is a gap. */
  outlines: {
    id: string;
    label: string;
    date: string;
    who: string;
    values: (number | null)[];
    kind: OutlineKind;
  }[];
  min: 1;
  max: 6;
  /** Could be laid under, and are not: for choosing. Newest first. */
  more: StarReading[];
  /** Asked other things, or on another scale: each only to be seen by itself. Newest first. */
  apart: StarReading[];
}

export interface StarChoice<Reading = StarReading> {
  /** What an outline is called ("Today") and whose it is (empty for the person's own). From the text catalog. */
  name(kind: OutlineKind, reading: Reading): { label: string; who: string };
  /** Id of the reading that the star is about: always laid, also where it is what somebody else said. */
  about?: string;
  /** Ids of the readings to lay under the newest own one; the newest ones when left out. */
  chosen?: readonly string[];
  /** Other versions of the instrument that readings were made with, as far as they are known. */
  versions?: readonly Instrument[];
}

/** More outlines than this under the newest one cannot be told apart. */
export const underAtMost = 6;

/** Nothing is put together from the scores: every value is one answer of one reading, or a gap. */
export function toStar<Reading extends StarReading>(
  instrument: Instrument,
  readings: readonly Reading[],
  language: string,
  { name, about, chosen, versions = [] }: StarChoice<Reading>,
): Star {
  const fitting = [instrument, ...versions.filter((version) => comparable(version, instrument))];
  // What the star is about is on it, whatever it answers; of others, those that were asked the same.
  const fits = ({ id: of, body: { instrument: made, answers } }: StarReading) =>
    fitting.some(({ id, version }) => id === made.id && version === made.version) &&
    (of === about ||
      asksAll(
        instrument,
        answers.map(({ statement }) => statement),
      ));
  const newestFirst = [...readings].sort(byNewest);
  const together = newestFirst.filter(fits);
  const today = together.find(({ body }) => body.relation === 'self');
  const others = together.filter((reading) => reading !== today);
  const subject = others.filter(({ id }) => id === about);
  const rest = others.filter(({ id }) => id !== about && (chosen?.includes(id) ?? true));
  const under = [...subject, ...rest.slice(0, underAtMost - subject.length)];

  const outlineOf = (reading: Reading): Star['outlines'][number] => {
    const kind = reading === today ? 'today' : reading.body.relation === 'self' ? 'earlier' : 'view';
    const values = instrument.statements.map(({ id }) => scoreOn(reading.body.answers, id));
    return { id: reading.id, date: reading.occurredAt, kind, values, ...name(kind, reading) };
  };
  return {
    axes: instrument.statements.map((statement) => ({
      id: statement.id,
      short: inLanguage(statement.short, language),
      name: inLanguage(statement.name, language),
      icon: isBuiltIn(instrument) ? statement.id : '',
    })),
    outlines: [...(today ? [today] : []), ...under].map(outlineOf),
    min: 1,
    max: 6,
    more: others.filter((reading) => !under.includes(reading)),
    apart: newestFirst.filter((reading) => !fits(reading)),
  };
}

/** Of two from the same moment, the one made later (its id is a UUIDv7) comes first. */
function byNewest(a: StarReading, b: StarReading): number {
  if (a.occurredAt !== b.occurredAt) return a.occurredAt < b.occurredAt ? 1 : -1;
  return a.id < b.id ? 1 : a.id > b.id ? -1 : 0;
}
