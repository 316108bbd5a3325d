/** Reads and writes the PO files of the catalogs. Build time only: nothing of it reaches the app. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { po as gettextPo } from 'gettext-parser';
import type { Catalog } from './catalog.ts';
import type { Language } from './languages.ts';

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

/** Makes one catalog of a language from PO files. A missing translation stays English. */
export function readCatalog(paths: readonly string[], language: Language): Catalog {
  const texts: Record<string, string | [string, string]> = {};
  let checked = true;
  for (const path of paths) {
    const po = readPo(readFileSync(path, 'utf8'));
    checked &&= po.headers['X-Checked-By-Native-Speaker'] === 'yes';
    for (const { key, english, translated } of po.texts) {
      if (Object.hasOwn(texts, key)) throw new Error(`the key ${key} stands in two files for ${language}`);
      const [one, more] = translated.length === english.length ? translated : english;
      texts[key] = more === undefined ? (one ?? '') : [one ?? '', more];
    }
  }
  return { language, checked, texts };
}
