// @ts-check
/** The engine of sync knows no server: none is named in its code. The profiles alone know them, and the hub's own wire shapes. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { conclude, projectFiles } from './project-files.mjs';

const knowing = /^src\/sync\/protocol\/(profiles\/|hub-api\.ts$)/;

/** Every ready profile is a name, and so are some that no profile is called after. */
const names = [
  ...projectFiles(/^src\/sync\/protocol\/profiles\/.*\.ts$/).map((path) => basename(path, '.ts')),
  'supabase',
  'pouchdb',
  'apache',
  'nginx',
  'nextcloud',
  'firebase',
  'strapi',
];
const word = new RegExp(`(?<![a-z])(${names.join('|').replaceAll('-', '[- ]?')})`, 'i');

const files = projectFiles(/^src\/sync\/(client|protocol)\/.*\.ts$/).filter((path) => !knowing.test(path));
const found = files.flatMap((path) =>
  withoutComments(readFileSync(path, 'utf8'))
    .split('\n')
    .flatMap((line, at) => {
      const name = word.exec(line)?.[1];
      return name
        ? [`${path}:${at + 1}: the engine knows no server, and here it names ${name}: ${line.trim()}`]
        : [];
    }),
);
conclude(found, `${files.length} files, ${names.length} names`);

/** What they say may name a server: where something was seen. Lines stay where they are. @param {string} code */
function withoutComments(code) {
  return code
    .replace(/\/\*[^]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
    .replace(/(^|\s)\/\/.*$/gm, '');
}
