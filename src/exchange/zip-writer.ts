/** A zip written file by file into a Blob, so that no more than one photo is in memory at a time. */
import type { ZipInputFile } from 'fflate';

/** The form of zip written here ends at 4 GiB and 65,535 files; kept well below. */
export const ZIP_LIMITS = { bytes: 4_000_000_000, files: 65_000 };

const PIECE = 64 * 1024;

interface ZipWriter {
  /** A file that is small already: stored as it is. */
  addBytes(name: string, bytes: Uint8Array): void;
  /** A text, made smaller. */
  addText(name: string, pieces: Iterable<string>): void;
  finish(): Blob;
}

/** `when` is the date every file gets. */
export async function createZip(when: Date): Promise<ZipWriter> {
  const { Zip, ZipDeflate, ZipPassThrough } = await import('fflate');
  // Dates in a zip begin in 1980; a phone with a dead clock may say 1970.
  const mtime = when.getFullYear() >= 1980 && when.getFullYear() < 2100 ? when : new Date(1980, 0, 1);
  const done: Blob[] = [];
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });

  /** Hands what is written to the browser, which may keep it on disk. */
  function settle(): void {
    done.push(new Blob(chunks));
    chunks = [];
  }

  function add<File extends ZipInputFile>(file: File): File {
    file.mtime = mtime;
    zip.add(file);
    return file;
  }

  return {
    addBytes(name, bytes) {
      add(new ZipPassThrough(name)).push(bytes, true);
      settle();
    },
    addText(name, pieces) {
      const file = add(new ZipDeflate(name));
      for (const bytes of encode(pieces)) file.push(bytes);
      file.push(new Uint8Array(0), true);
      settle();
    },
    finish() {
      zip.end();
      settle();
      return new Blob(done, { type: 'application/zip' });
    },
  };
}

/** Texts as UTF-8, in pieces of a handy size. */
export function* encode(pieces: Iterable<string>): Generator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let waiting = '';
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < PIECE) continue;
    yield encoder.encode(waiting);
    waiting = '';
  }
  if (waiting) yield encoder.encode(waiting);
}
