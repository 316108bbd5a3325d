/** Reads and writes the PO files of the catalogs. Build time only: nothing of it reaches the app. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { po as gettextPo } from 'gettext-parser';
import type { Catalog } from './catalog.ts';
import { languages, type Language } from './languages.ts';

/** Every `text/<language>.po` below a folder, sorted. */
export function poFiles(folder: string, language: Language): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith(`text/${language}.po`))
    .toSorted()
    .map((path) => join(folder, path));
}

/** One text of a PO file: its key, its English, its translation (empty where there is none). */
export interface PoText {
  key: string;
  english: readonly [string] | readonly [string, string];
  translated: readonly string[];
}

export interface PoFile {
  headers: Record<string, string>;
  texts: PoText[];
}

/** Reads a PO file. Throws where one key stands twice with different English. */
export function readPo(content: string): PoFile {
  const parsed = gettextPo.parse(content);
  const texts: PoText[] = [];
  for (const [key, entries] of Object.entries(parsed.translations)) {
    if (key === '') continue;
    const all = Object.values(entries);
    const [entry] = all;
    if (!entry || all.length !== 1) throw new Error(`the key ${key} has ${all.length} English texts`);
    const english = entry.msgid_plural
      ? ([entry.msgid, entry.msgid_plural] as const)
      : ([entry.msgid] as const);
    texts.push({ key, english, translated: entry.msgstr.filter((text) => text !== '') });
  }
  return { headers: parsed.headers, texts };
}

/** The PO files of built-in instruments: every `text/<instrument>/<language>.po` below a folder, by instrument. */
export function instrumentPoFiles(folder: string, language: Language): Map<string, string> {
  const places = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  return new Map(
    places.flatMap((path) => {
      const [, name, which] = /[\\/]text[\\/]([\w-]+)[\\/](\w+)\.po$/.exec(path) ?? [];
      return name && which === language ? [[name, join(folder, path)] as const] : [];
    }),
  );
}

/**
 * The words of one built-in instrument, each in all its languages: an instrument carries its languages wherever it goes.
 * Throws where a translation is missing: what somebody rates is never half in another language.
 */
export function readInstrumentWords(folder: string, name: string) {
  const texts: Record<string, Record<string, string>> = {};
  const checked: Language[] = [];
  for (const language of languages) {
    const path = instrumentPoFiles(folder, language).get(name);
    if (path === undefined) throw new Error(`the instrument ${name} has no words in ${language}`);
    const po = readPo(readFileSync(path, 'utf8'));
    if (saysChecked(po)) checked.push(language);
    for (const { key, english, translated } of po.texts) {
      const said = language === 'en' ? english[0] : translated[0];
      if (said === undefined) throw new Error(`${key} of the instrument ${name} has no text in ${language}`);
      texts[key] = { ...texts[key], [language]: said };
    }
  }
  return { languages: [...languages], checked, texts };
}

/** True where a native speaker has checked everything that is read in a language: the app's words and the instruments'. */
export function isChecked(folder: string, language: Language): boolean {
  const instruments = [...instrumentPoFiles(folder, language).values()];
  return [...poFiles(folder, language), ...instruments].every((path) =>
    saysChecked(readPo(readFileSync(path, 'utf8'))),
  );
}

function saysChecked({ headers }: PoFile): boolean {
  return headers['X-Checked-By-Native-Speaker'] === 'yes';
}

/** Makes one catalog of a language from PO files. A missing translation stays English. */
export function readCatalog(paths: readonly string[], language: Language): Catalog {
  const texts: Record<string, string | [string, string]> = {};
  let checked = true;
  for (const path of paths) {
    const po = readPo(readFileSync(path, 'utf8'));
    checked &&= saysChecked(po);
    for (const { key, english, translated } of po.texts) {
      if (Object.hasOwn(texts, key)) throw new Error(`the key ${key} stands in two files for ${language}`);
      const [one, more] = translated.length === english.length ? translated : english;
      texts[key] = more === undefined ? (one ?? '') : [one ?? '', more];
    }
  }
  return { language, checked, texts };
}
