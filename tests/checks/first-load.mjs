// @ts-check
/** What a phone must fetch and read before the first useful screen, from what a build has made. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * What is fetched at once though it is imported when needed, such as the screen a person sees first. Nothing now.
 * @type {Record<string, string[]>}
 */
const firstScreens = {
  'a new person': [],
  'somebody who comes back': [],
};

/** @typedef {{ file: string, isEntry?: boolean, imports?: string[], src?: string, name?: string }} Chunk */

/**
 * For each who may come: the sum of the gzipped scripts in bytes, and the scripts, largest first.
 * @param {string} folder a built app
 */
export function firstLoads(folder) {
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

  /**
   * By its path, or by its name where vite.config.ts makes a group of it (`shell` for `src/app/shell.tsx`).
   * @param {string} path
   */
  function keyOf(path) {
    const name = path.replace(/^.*\/|\.\w+$/g, '');
    const keys = Object.keys(chunks);
    const key =
      keys.find((at) => at.endsWith(path)) ??
      keys.find((at) => chunks[at]?.name === name && chunks[at].file.endsWith('.js'));
    if (!key) throw new Error(`the build has no chunk for ${path}`);
    return key;
  }

  const entries = Object.keys(chunks).filter((key) => chunks[key]?.isEntry);
  if (entries.length !== 1) throw new Error(`one entry was expected, the build has ${entries.length}`);
  return Object.entries(firstScreens).map(([who, paths]) => {
    /** @type {Set<string>} */
    const files = new Set();
    for (const key of [...entries, ...paths.map(keyOf)]) collect(key, files);
    const scripts = [...files]
      .map((file) => ({ file, bytes: gzipSync(readFileSync(join(folder, file)), { level: 9 }).length }))
      .sort((a, b) => b.bytes - a.bytes);
    return { who, scripts, bytes: scripts.reduce((sum, { bytes }) => sum + bytes, 0) };
  });
}

/** @param {number} bytes */
export const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
