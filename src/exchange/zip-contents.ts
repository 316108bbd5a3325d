/** Opens one file of a zip, never more of it than is allowed and never in the wrong words. */
import { crc32 } from './crc32.ts';
import { contentsAt, type ZipEntry } from './zip-directory.ts';

type ContentsOutcome =
  { status: 'read'; bytes: Uint8Array<ArrayBuffer> } | { status: 'damaged' | 'too-large' };

/** Deflate makes at most 1,032 bytes of one, so no piece becomes larger than 17 MB. */
const PIECE = 16 * 1024;

/** `most` bytes at most when opened, whatever the zip claims. Rejects where the file itself cannot be read. */
export async function readContents(zip: Blob, entry: ZipEntry, most: number): Promise<ContentsOutcome> {
  if (entry.size > most || entry.packed > most) return { status: 'too-large' };
  if (entry.encrypted) return { status: 'damaged' };
  const from = await contentsAt(zip, entry);
  if (from === null || from + entry.packed > zip.size) return { status: 'damaged' };
  const packed = new Uint8Array(await zip.slice(from, from + entry.packed).arrayBuffer());
  const bytes = entry.method === 0 ? packed : entry.method === 8 ? await inflate(packed, entry.size) : null;
  const whole = bytes?.length === entry.size && crc32(bytes) === entry.crc;
  return bytes && whole ? { status: 'read', bytes } : { status: 'damaged' };
}

/** null where it is not deflated data, or opens to more than `size` bytes. */
async function inflate(packed: Uint8Array, size: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const { Inflate } = await import('fflate');
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const stream = new Inflate((chunk) => {
    length += chunk.length;
    chunks.push(chunk);
  });
  try {
    for (let at = 0; at < packed.length && length <= size; at += PIECE) {
      stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
    }
  } catch {
    return null; // fflate throws at the first code that cannot be
  }
  if (length > size) return null;
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
