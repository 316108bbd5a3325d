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

/** Texts that came along with records, by key, each in its own languages and always in English. The catalog goes first. */
export type Learned = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** A translator over one catalog. A key that is nowhere comes back as it is, so that it is seen in tests. */
export function translator(catalog: Catalog, learned?: Learned): Translate {
  const { language } = catalog;
  // Made only where needed: the first use of `Intl` takes a slow phone a tenth of a second.
  let numbers: Intl.NumberFormat | undefined;
  const say = (value: number) => {
    if (Number.isInteger(value) && Math.abs(value) < 1000) return String(value);
    numbers ??= new Intl.NumberFormat(localesFor(language));
    return numbers.format(value);
  };
  return (key, values = {}) => {
    const found = Object.hasOwn(catalog.texts, key) ? catalog.texts[key] : undefined;
    if (found === undefined) {
      const texts = learned?.get(key);
      return texts?.[language] ?? texts?.['en'] ?? key;
    }
    const text = typeof found === 'string' ? found : found[isOne(language, Number(values['count'])) ? 0 : 1];
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : typeof value === 'number' ? say(value) : value;
    });
  };
}

/** Which of the two forms: as the header `Plural-Forms` of the PO files says it to translators. */
function isOne(language: Language, count: number): boolean {
  return language === 'fr' ? Math.abs(count) < 2 : count === 1;
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
  return sayMadeKey(translate, words.key, words.values);
}

/**
 * The text for a key `feature.group.<id>` that was made with an id out of a record, such as a statement's; before the id may
 * stand whose it is, `<name>/<version>/`. Where it is of an instrument this app does not know, there is no text: then the id
 * itself, as readable as can be.
 */
export function sayMadeKey(translate: Translate, key: string, values?: Values): string {
  const said = translate(key, values);
  if (said !== key) return said;
  const id = key.split('.').slice(2).join('.');
  return readableId(id.replace(/^[a-z0-9-]+\/\d+\//, '')) || key;
}

/** "soil-care" as "Soil care". */
export function readableId(id: string): string {
  const words = id.replaceAll(/[-_\s]+/g, ' ').trim();
  return words.slice(0, 1).toLocaleUpperCase() + words.slice(1);
}
