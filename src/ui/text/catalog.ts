/** Catalogs of text and how one sentence is made from a key and its values. Pure. */
import type { Words } from '../../core/define-record.ts';
import { sayDay } from './dates.ts';
import { localesFor, type Language } from './languages.ts';

/** A text, or its forms for one and for more, by key. `{name}` marks where a value goes. */
export type Texts = Readonly<Record<string, string | readonly [string, string]>>;

export interface Catalog {
  language: Language;
  /** False while no native speaker has checked it: from the PO header `X-Checked-By-Native-Speaker`. */
  checked: boolean;
  /** True while only the texts of the shell are here. */
  shellOnly?: boolean;
  texts: Texts;
}

export type Values = Readonly<Record<string, string | number>>;

/** Gives the text for a key. `count` among the values chooses between the forms for one and for more. */
export type Translate = (key: string, values?: Values) => string;

/** A translator over one catalog. A key that is not there comes back as it is, so that it is seen in tests. */
export function translator(catalog: Catalog): Translate {
  const plurals = new Intl.PluralRules(localesFor(catalog.language));
  const numbers = new Intl.NumberFormat(localesFor(catalog.language));
  return (key, values = {}) => {
    const found = Object.hasOwn(catalog.texts, key) ? catalog.texts[key] : undefined;
    if (found === undefined) return key;
    const text =
      typeof found === 'string' ? found : found[plurals.select(Number(values['count'])) === 'one' ? 0 : 1];
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : typeof value === 'number' ? numbers.format(value) : value;
    });
  };
}

/** Turns the words of a record into text in the language of `translate`. */
export function sayWords(translate: Translate, language: Language, words: Words): string {
  if ('said' in words) return words.said;
  if ('day' in words) return sayDay(language, words.day);
  if ('together' in words) {
    return words.together.map((part) => sayWords(translate, language, part)).join(' ');
  }
  if ('list' in words) {
    const parts = words.list.map((part) => sayWords(translate, language, part));
    return new Intl.ListFormat(localesFor(language), { type: 'unit', style: 'short' }).format(parts);
  }
  return translate(words.key, words.values);
}
