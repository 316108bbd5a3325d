// @ts-check
/** The text catalogs: complete in each language, the same blanks everywhere, calm, and nothing missing or left over. */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { po } from 'gettext-parser';
import { conclude, projectFiles } from './project-files.mjs';

const languages = ['en', 'fr', 'nl', 'de', 'lb'];

/** @typedef {{ english: string[], translated: string[] }} Text */
/** @param {string} path @returns {Map<string, Text>} */
function read(path) {
  const { translations } = po.parse(readFileSync(path, 'utf8'));
  const texts = new Map();
  for (const [key, entries] of Object.entries(translations)) {
    const [entry] = Object.values(entries);
    if (key === '' || !entry) continue;
    const english = entry.msgid_plural ? [entry.msgid, entry.msgid_plural] : [entry.msgid];
    texts.set(key, { english, translated: entry.msgstr.filter(Boolean) });
  }
  return texts;
}

/** @param {string[]} forms the blanks of the form that has most: "one" may do without its {count} */
const blanks = (forms) =>
  [...new Set(forms.flatMap((form) => form.match(/\{\w+\}/g) ?? []))].sort().join(' ');

const found = [];
const keys = new Set();
/** A folder below a `text/` has the words of an instrument: its keys are looked up by the instrument itself. */
const ofInstrument = /\/text\/[\w-]+$/;
const folders = new Set(
  projectFiles(/^src\/.*\/text\/([\w-]+\/)?[a-z]{2}\.po$/).map((path) => dirname(path)),
);
for (const folder of folders) {
  const english = read(`${folder}/en.po`);
  for (const language of languages) {
    const path = `${folder}/${language}.po`;
    const texts = read(path);
    for (const key of texts.keys()) if (!english.has(key)) found.push(`${path}: ${key} is not in en.po`);
    for (const [key, source] of english) {
      if (!ofInstrument.test(folder)) keys.add(key);
      const text = texts.get(key);
      if (!text) {
        found.push(`${path}: ${key} is missing`);
        continue;
      }
      if (text.english.join() !== source.english.join())
        found.push(`${path}: ${key} translates an older English text`);
      const forms = language === 'en' ? source.english : text.translated;
      if (forms.length !== source.english.length) found.push(`${path}: ${key} is not translated`);
      else if (blanks(forms) !== blanks(source.english)) {
        found.push(`${path}: ${key} has ${blanks(forms)}, the English has ${blanks(source.english)}`);
      }
      if (forms.some((form) => form.includes('!'))) found.push(`${path}: ${key} shouts`);
    }
  }
}

/** Every quoted word in code that could be a key, and the beginnings of those made at run time. */
const named = new Set();
const beginnings = new Set();
for (const path of projectFiles(/^src\/.*\.tsx?$/)) {
  const code = readFileSync(path, 'utf8');
  for (const [, key = ''] of code.matchAll(/['"`]([a-zA-Z][\w-]*(?:\.[\w-]+)+)['"`]/g)) named.add(key);
  for (const [, beginning = ''] of code.matchAll(/`([a-zA-Z][\w-]*\.[\w.-]*)\$\{/g))
    beginnings.add(beginning);
  for (const [, key = ''] of code.matchAll(/\bt\(\s*['"`]([\w.-]+)['"`]/g)) {
    if (!keys.has(key)) found.push(`${path}: there is no text ${key}`);
  }
  for (const [, beginning = ''] of code.matchAll(/\bt\(\s*`([\w.-]*)\$\{/g)) {
    if (![...keys].some((key) => key.startsWith(beginning)))
      found.push(`${path}: no text begins with ${beginning}`);
  }
}
for (const key of keys) {
  const used = named.has(key) || [...beginnings].some((beginning) => key.startsWith(beginning));
  if (!used) found.push(`${key} is in the catalogs and nothing uses it`);
}

conclude(found, `${keys.size} texts in ${languages.length} languages`);
