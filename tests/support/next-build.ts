/** The build that comes after a build: the same app in a later version, all of its chunks under new names. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { version } from '../../package.json';

export interface NextBuild {
  folder: string;
  /** What the app then says it is. */
  version: string;
  remove(): void;
}

/** Made from `folder` in a place of its own. Throws where that build does not say its version once. */
export function makeNextBuild(folder: string): NextBuild {
  const next = mkdtempSync(join(tmpdir(), 'plotline-next-'));
  cpSync(folder, next, { recursive: true });
  const files = readdirSync(next, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

  const chunks = files.filter((path) => basename(dirname(path)) === 'built');
  const names = chunks.map((path) => basename(path, extname(path)));
  const renamed = new RegExp(`(${names.join('|')})(?=\\.(js|css))`, 'g');
  const later = `${version}-later`;
  let told = 0;
  for (const path of files.filter((file) => /\.(js|css|html)$/.test(file))) {
    const before = readFileSync(path, 'utf8');
    const after = before
      .replaceAll(renamed, '$1later')
      .replaceAll(/(["'`])(\d+\.\d+\.\d+)\1/g, (whole, quote: string, found: string) => {
        if (found !== version) return whole;
        told += 1;
        return `${quote}${later}${quote}`;
      })
      // The worker looks anew at what has another revision.
      .replaceAll(/("revision":")\w{6}/g, '$1000000');
    writeFileSync(path, after);
  }
  if (told !== 1) throw new Error(`${folder} says its version ${told} times`);
  for (const path of chunks) {
    renameSync(path, join(dirname(path), basename(path).replace(renamed, '$1later')));
  }
  return { folder: next, version: later, remove: () => rmSync(next, { recursive: true }) };
}
