// @ts-check
/** The first load: what a phone must fetch and read before the first useful screen. Reads what the last build made. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { conclude } from './project-files.mjs';

const most = 75 * 1024;
const folder = 'dist/app';
/** What a new person's first screen fetches at once though it is imported when needed: its texts, and the screen itself. */
const fetchedAtOnce = ['virtual:catalog-first/en', 'src/app/first-run/first-run.tsx'];

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

const first = new Set();
const entries = Object.keys(chunks).filter((key) => chunks[key]?.isEntry);
if (entries.length !== 1) throw new Error(`one entry was expected, the build has ${entries.length}`);
const lazy = fetchedAtOnce.map((name) => {
  const key = Object.keys(chunks).find((at) => at.endsWith(name));
  if (!key) throw new Error(`the build has no chunk for ${name}`);
  return key;
});
for (const key of [...entries, ...lazy]) collect(key, first);

const sizes = [...first]
  .map((file) => ({ file, bytes: gzipSync(readFileSync(join(folder, file)), { level: 9 }).length }))
  .sort((a, b) => b.bytes - a.bytes);
const sum = sizes.reduce((bytes, chunk) => bytes + chunk.bytes, 0);
/** @param {number} bytes */
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
const said = `first load ${kilobytes(sum)} of ${kilobytes(most)} (gzip, ${sizes.length} files)`;
conclude(
  sum > most ? [...sizes.map(({ file, bytes }) => `${kilobytes(bytes).padStart(9)}  ${file}`), said] : [],
  said,
);
