/** Reads an instrument that comes from outside, and says what is wrong with one that cannot be used. */
import {
  instrumentBody,
  type Instrument,
  type Localized,
  type Statement,
} from '../../src/features/instruments/model/instrument.ts';

export type InstrumentOutcome =
  | { status: 'ok'; instrument: Instrument }
  /** `why` names the place in the file, in English, for whoever wrote it. */
  | { status: 'damaged'; why: string };

/** What a reading can hold and a star can draw. */
const knownScale = { min: 1, max: 6 };

/** Checks the shape first, then that bands, statements and languages hold together. */
export function parseInstrument(given: unknown): InstrumentOutcome {
  const parsed = instrumentBody.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { status: 'damaged', why: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}` };
  }
  const instrument = parsed.data;
  const why =
    wrongInBands(instrument) ?? wrongInStatements(instrument) ?? wrongInLanguages(instrument) ?? null;
  return why === null ? { status: 'ok', instrument } : { status: 'damaged', why };
}

function wrongInBands({ scale, bands }: Instrument): string | null {
  if (scale.min !== knownScale.min || scale.max !== knownScale.max) {
    return `scale: ${scale.min} to ${scale.max} is not known, only ${knownScale.min} to ${knownScale.max}`;
  }
  if (hasTwice(bands.map(({ id }) => id))) return 'bands: two have the same id';
  let next = scale.min;
  for (const { id, from, to } of bands) {
    if (from !== next || to < from)
      return `bands.${id}: starts at ${from} and ends at ${to}, not from ${next}`;
    next = to + 1;
  }
  return next === scale.max + 1 ? null : `bands: nothing stands for ${next}`;
}

function wrongInStatements({ bands, statements }: Instrument): string | null {
  if (statements.length === 0) return 'statements: there are none';
  if (hasTwice(statements.map(({ id }) => id))) return 'statements: two have the same id';
  for (const { id, levels } of statements) {
    if (
      Object.keys(levels).length !== bands.length ||
      bands.some((band) => !Object.hasOwn(levels, band.id))
    ) {
      return `statements.${id}.levels: not one for each band`;
    }
  }
  return null;
}

function wrongInLanguages(instrument: Instrument): string | null {
  const { languages, checked } = instrument;
  if (!languages.includes('en')) return 'languages: English is missing';
  const unknown = checked.find((language) => !languages.includes(language));
  if (unknown !== undefined) return `checked: ${unknown} is not among the languages`;
  for (const [place, text] of textsOf(instrument)) {
    const missing = languages.find((language) => !Object.hasOwn(text, language));
    if (missing !== undefined) return `${place}: nothing in ${missing}`;
  }
  return null;
}

function textsOf({ title, purpose, bands, statements }: Instrument): [place: string, text: Localized][] {
  return [
    ['title', title],
    ['purpose', purpose],
    ...bands.map(({ id, name }): [string, Localized] => [`bands.${id}.name`, name]),
    ...statements.flatMap(textsOfStatement),
  ];
}

function textsOfStatement({ id, short, name, about, levels, talk }: Statement): [string, Localized][] {
  return Object.entries({ short, name, about, ...levels, 'talk.low': talk.low, 'talk.high': talk.high }).map(
    ([part, text]) => [`statements.${id}.${part}`, text],
  );
}

function hasTwice(ids: string[]): boolean {
  return new Set(ids).size !== ids.length;
}
