// @ts-check
/** The first load: what a phone must fetch and read before the first useful screen. Reads what the last build made. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { conclude } from './project-files.mjs';

const most = 75 * 1024;
const folder = 'dist/app';
/** What is fetched at once though it is imported when needed: the texts, and the screen a person sees first. */
const firstScreens = {
  'a new person': ['virtual:catalog-first/en', 'src/app/first-run/first-run.tsx'],
  'somebody who comes back': ['virtual:catalog-first/en', 'src/app/shell.tsx'],
};

/** @typedef {{ file: string, isEntry?: boolean, imports?: string[], src?: string, name?: string }} Chunk */
/** @type {Record<string, Chunk>} */
const chunks = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'));

/** @param {string} key @param {Set<string>} seen */
function collect(key, seen) {
  const chunk = chunks[key];
  if (!chunk) throw new Error(`${key} is not in the build's manifest`);
  if (seen.has(chunk.file)) return;
  seen.add(chunk.file);
  for (const next of chunk.imports ?? []) collect(next, seen);
}

const entries = Object.keys(chunks).filter((key) => chunks[key]?.isEntry);
if (entries.length !== 1) throw new Error(`one entry was expected, the build has ${entries.length}`);

/** @param {string} name */
function keyOf(name) {
  const key = Object.keys(chunks).find((at) => at.endsWith(name));
  if (!key) throw new Error(`the build has no chunk for ${name}`);
  return key;
}

/** @param {number} bytes */
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
const found = [];
const said = [];
for (const [who, names] of Object.entries(firstScreens)) {
  const files = new Set();
  for (const key of [...entries, ...names.map(keyOf)]) collect(key, files);
  const sizes = [...files]
    .map((file) => ({ file, bytes: gzipSync(readFileSync(join(folder, file)), { level: 9 }).length }))
    .sort((a, b) => b.bytes - a.bytes);
  const sum = sizes.reduce((bytes, chunk) => bytes + chunk.bytes, 0);
  said.push(`${who} ${kilobytes(sum)}`);
  if (sum > most) found.push(...sizes.map(({ file, bytes }) => `${kilobytes(bytes).padStart(9)}  ${file}`));
}
conclude(found, `first load of ${kilobytes(most)} (gzip): ${said.join(', ')}`);
