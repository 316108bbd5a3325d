/** Do the PO files, as translators' tools write them, become what the app shows, and when is a language called checked? */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { languages } from '../../../../src/ui/text/languages.ts';
import { isChecked, poFiles, readCatalog, readInstrumentWords } from '../../../../src/ui/text/po.ts';

let src: string;
beforeEach(() => {
  src = mkdtempSync(join(tmpdir(), 'plotline-po-'));
});
afterEach(() => rmSync(src, { recursive: true }));

/** Writes a PO file with one text; `said` is empty where it is not translated. */
function write(folder: string, language: string, said: string, checked: boolean): void {
  const header = `"Language: ${language}\\n"\n"X-Checked-By-Native-Speaker: ${checked ? 'yes' : 'no'}\\n"`;
  mkdirSync(join(src, folder), { recursive: true });
  const text = `msgctxt "title"\nmsgid "Soil"\nmsgstr "${language === 'en' ? '' : said}"`;
  writeFileSync(
    join(src, folder, `${language}.po`),
    `msgid ""\nmsgstr ""\n${header}\n\n#. Short.\n${text}\n`,
  );
}

/** The words of the app and of one instrument, with what a native speaker says of each in French. */
function writeAll(french: { app: boolean; instrument: boolean; said?: string }): void {
  for (const language of languages) {
    const own = (checked: boolean) => (language === 'fr' ? checked : language === 'en');
    write('app/text', language, 'Sol', own(french.app));
    write('tools/text/orchard', language, french.said ?? 'Sol', own(french.instrument));
  }
}

test.each([
  [true, true, true],
  [true, false, false],
  [false, true, false],
])(
  'app checked %s, its statements checked %s: the language counts as checked %s',
  (app, instrument, both) => {
    writeAll({ app, instrument });
    expect(isChecked(src, 'fr')).toBe(both);
    expect(isChecked(src, 'en')).toBe(true);
  },
);

test('an instrument has each text in every language, and says which were checked', () => {
  writeAll({ app: false, instrument: true });
  expect(readInstrumentWords(src, 'orchard')).toEqual({
    languages: ['en', 'fr', 'nl', 'de', 'lb'],
    checked: ['en', 'fr'],
    texts: { title: { en: 'Soil', fr: 'Sol', nl: 'Sol', de: 'Sol', lb: 'Sol' } },
  });
});

test('the words of an instrument are none of the catalog that every screen waits for', () => {
  writeAll({ app: true, instrument: true });
  expect(readCatalog(poFiles(src, 'fr'), 'fr').texts).toEqual({ title: 'Sol' });
  expect(poFiles(src, 'fr')).toEqual([join(src, 'app/text/fr.po')]);
});

test('an instrument with a text that is not translated cannot be built', () => {
  writeAll({ app: true, instrument: true, said: '' });
  expect(() => readInstrumentWords(src, 'orchard')).toThrow(
    'title of the instrument orchard has no text in fr',
  );
});
