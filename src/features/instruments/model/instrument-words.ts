/** The words of a built-in instrument, made by the build from its PO files in `../text/<instrument>/`. */
import type { Localized } from './instrument.ts';

export interface InstrumentWords {
  languages: string[];
  /** Those whose PO file says that a native speaker has checked it. */
  checked: string[];
  /** Each text in all languages, by its key in the PO files. */
  texts: Readonly<Record<string, Localized>>;
}

/** Gives the text under a key; the PO files of every language have all keys, or the build fails. */
export function sayFrom({ texts }: InstrumentWords): (key: string) => Localized {
  return (key) => {
    const text = Object.hasOwn(texts, key) ? texts[key] : undefined;
    if (!text) throw new Error(`the instrument has no text ${key}`);
    return text;
  };
}
