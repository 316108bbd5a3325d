/** An instrument: a versioned definition of what is rated, carrying its own languages. */
import * as z from 'zod/mini';
import { instrumentRef, someText } from '../../../core/body-fields.ts';

/** One text in several languages, by ISO 639-1 code. English is always there. */
const localized = z.catchall(z.object({ en: someText }), someText);
export type Localized = z.infer<typeof localized>;

const band = z.object({
  id: z.string(),
  /** First and last score of the band, both within it. */
  from: z.int(),
  to: z.int(),
  name: localized,
});

const statement = z.object({
  id: z.string(),
  /** A few words for charts and lists. */
  short: localized,
  /** The whole name of the indicator. */
  name: localized,
  /** What it is about, one sentence. */
  about: localized,
  /** The principles it relates to, e.g. `P1`. */
  principles: z.array(z.string()),
  /** What each band means for this statement, by band id. */
  levels: z.record(z.string(), localized),
  /** Something to start a talk with, for a low and for a high score. */
  talk: z.object({ low: localized, high: localized }),
});

export const instrumentBody = z.object({
  ...instrumentRef.shape,
  title: localized,
  purpose: localized,
  /** Who made it: named, because those who are rated may be among them. */
  authors: z.array(z.string()),
  languages: z.array(z.string()),
  /** Languages a native speaker has checked. */
  checked: z.array(z.string()),
  scale: z.object({ min: z.int(), max: z.int() }),
  bands: z.array(band),
  statements: z.array(statement),
});
export type Instrument = z.infer<typeof instrumentBody>;
export type Statement = z.infer<typeof statement>;

/** The text in a language; English where the instrument does not have it. */
export function inLanguage(text: Localized, language: string): string {
  return text[language] ?? text.en;
}

/** Which band a score lies in; undefined outside the scale. */
export function bandOf(instrument: Instrument, score: number): Instrument['bands'][number] | undefined {
  return instrument.bands.find(({ from, to }) => score >= from && score <= to);
}

/**
 * How a score opens the talk (seed 000, "Interpreting the results"): the lower half is low, the upper half high.
 * On 1 to 6 that is 1-3 and 4-6, so 3 and 4 share a band and open different talks.
 */
export function opens(instrument: Instrument, score: number): 'low' | 'high' {
  const { min, max } = instrument.scale;
  return score <= (min + max) / 2 ? 'low' : 'high';
}

/** True where readings made with the two can be laid together: the same statements on the same scale. */
export function comparable(one: Instrument, other: Instrument): boolean {
  const ids = new Set(one.statements.map(({ id }) => id));
  return (
    one.id === other.id &&
    one.scale.min === other.scale.min &&
    one.scale.max === other.scale.max &&
    ids.size === other.statements.length &&
    other.statements.every(({ id }) => ids.has(id))
  );
}
