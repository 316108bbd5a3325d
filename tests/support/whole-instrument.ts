/** What is asked of an instrument that is built in, besides that it can be used: every text in every language it names. */
import type { Instrument, Localized, Statement } from '../../src/features/instruments/model/instrument.ts';

/** The place where a language is missing; null where none is. */
export function wrongInLanguages(instrument: Instrument): string | null {
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
