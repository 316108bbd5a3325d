#!/usr/bin/env node
// Writes texts into the PO files of one folder: node add-texts.mjs <folder>/text texts.json
// texts.json: { "key": { "en": "…", "fr": "…", … } or { "en": ["one", "more"], … } }; null instead removes a key.
// English is the truth: a key whose English changes needs its translations given again.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import gettext from 'gettext-parser';

const languages = ['en', 'fr', 'nl', 'de', 'lb'];
const [folder, file] = process.argv.slice(2);
if (!folder || !file || !folder.endsWith('text')) {
  console.error('usage: node src/ui/text/tools/add-texts.mjs <folder>/text texts.json');
  process.exit(2);
}
const given = JSON.parse(readFileSync(file, 'utf8'));
for (const [key, texts] of Object.entries(given)) {
  const missing = texts === null ? [] : languages.filter((language) => !texts[language]?.length);
  if (missing.length > 0) {
    console.error(`${key}: nothing given for ${missing.join(', ')}; nothing was written`);
    process.exit(1);
  }
}
mkdirSync(folder, { recursive: true });
for (const language of languages) {
  const path = join(folder, `${language}.po`);
  const po = existsSync(path)
    ? gettext.po.parse(readFileSync(path, 'utf8'))
    : { charset: 'utf-8', translations: { '': {} } };
  po.headers = {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Transfer-Encoding': '8bit',
    Language: language,
    'MIME-Version': '1.0',
    'Plural-Forms': `nplurals=2; plural=(n ${language === 'fr' ? '> 1' : '!= 1'});`,
    'X-Checked-By-Native-Speaker': language === 'en' ? 'yes' : 'no',
    ...po.headers,
  };
  for (const [key, texts] of Object.entries(given)) {
    delete po.translations[key];
    if (texts === null) continue;
    const english = [texts.en].flat();
    po.translations[key] = {
      [english[0]]: {
        msgctxt: key,
        msgid: english[0],
        ...(english.length > 1 ? { msgid_plural: english[1] } : {}),
        msgstr: language === 'en' ? english.map(() => '') : [texts[language]].flat(),
      },
    };
  }
  const sort = (a, b) => (a.msgctxt ?? '').localeCompare(b.msgctxt ?? '', 'en');
  writeFileSync(path, `${gettext.po.compile(po, { foldLength: 100, sort }).toString().trim()}\n`);
}
console.log(`${Object.keys(given).length} texts in ${folder}`);
