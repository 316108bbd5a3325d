/** The app's own texts, so that a test finds a button by its words in any language and in any later wording. */
import { join } from 'node:path';
import { translator, type Translate } from '../../src/ui/text/catalog.ts';
import type { Language } from '../../src/ui/text/languages.ts';
import { poFiles, readCatalog } from '../../src/ui/text/po.ts';

const src = join(import.meta.dirname, '../../src');

const read = new Map<Language, Translate>();

/** What the app says in a language. Throws for a key that no catalog has: a test must not look for what is never said. */
export function textsIn(language: Language): Translate {
  const here = read.get(language);
  if (here) return here;
  const catalog = readCatalog(poFiles(src, language), language);
  const translate = translator(catalog);
  const strict: Translate = (key, values) => {
    if (!Object.hasOwn(catalog.texts, key)) throw new Error(`no catalog has the key ${key}`);
    return translate(key, values);
  };
  read.set(language, strict);
  return strict;
}

/** Every key of the catalogs: none may ever stand on a screen. */
export function allKeys(): Set<string> {
  return new Set(Object.keys(readCatalog(poFiles(src, 'en'), 'en').texts));
}
