/** The built app as the hub hands it out: each file's bytes, type and tag, plain and compressed, made once when first asked for. */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const compressible = /^text\/|\+xml|json/;

export type Encoding = 'br' | 'gzip' | 'identity';

export interface AppFile {
  type: string;
  /** Quoted, as it stands in the header; of the contents, not of the encoding. */
  etag: string;
  /** The contents in that encoding; kinds that are compressed already have only 'identity'. */
  bytes(encoding: Encoding): Promise<Uint8Array<ArrayBuffer>>;
  compressible: boolean;
}

export interface AppFiles {
  /** The file at that path of the address (`/built/x.js`), or null. */
  find(path: string): Promise<AppFile | null>;
}

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);

/**
 * Looks once at what is in the folder; only that is ever served, so no path can lead out of it.
 * Throws when the folder cannot be read: then there is no app to serve.
 */
export function openAppFiles(folder: string): AppFiles {
  const places = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const place = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, place).split(sep).join('/')}`;
    // What the bundler notes for the size check (.vite/manifest.json) is not for the network.
    if (!path.startsWith('/.')) places.set(path, place);
  }
  const opened = new Map<string, Promise<AppFile>>();
  return {
    async find(path) {
      const place = places.get(path);
      if (place === undefined) return null;
      let file = opened.get(path);
      if (!file) {
        file = open(place);
        opened.set(path, file);
        // A file that could not be read now may be readable at the next request.
        file.catch(() => opened.delete(path));
      }
      return file;
    },
  };
}

async function open(place: string): Promise<AppFile> {
  const contents = new Uint8Array(await readFile(place));
  const type = types[extname(place)] ?? 'application/octet-stream';
  const made = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>();
  return {
    type,
    etag: `"${createHash('sha256').update(contents).digest('base64url').slice(0, 27)}"`,
    compressible: compressible.test(type),
    bytes(encoding) {
      let bytes = made.get(encoding);
      if (!bytes) made.set(encoding, (bytes = encode(contents, encoding)));
      return bytes;
    },
  };
}

async function encode(
  contents: Uint8Array<ArrayBuffer>,
  encoding: Encoding,
): Promise<Uint8Array<ArrayBuffer>> {
  if (encoding === 'br') {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_SIZE_HINT]: contents.length,
    };
    return new Uint8Array(await asBrotli(contents, { params }));
  }
  return encoding === 'gzip' ? new Uint8Array(await asGzip(contents, { level: 9 })) : contents;
}
