/** The list of files at the end of a zip (APPNOTE.TXT 4.3): read without opening any of them. */

export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  encrypted: boolean;
  crc: number;
  /** Bytes in the zip, and bytes when opened, both as the zip claims. */
  packed: number;
  size: number;
  /** Where its own header begins. */
  at: number;
}

type DirectoryOutcome =
  { status: 'read'; entries: ZipEntry[] } | { status: 'not-zip' | 'cut-off' | 'damaged' | 'too-large' };

const LOCAL = 0x04034b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LONGEST_COMMENT = 0xffff;

/** Rejects where the file itself cannot be read. `most` bounds the number of files. */
export async function readDirectory(file: Blob, most: number): Promise<DirectoryOutcome> {
  const start = await viewOf(file, 0, 4);
  const mark = start.byteLength === 4 ? start.getUint32(0, true) : 0;
  if (mark !== LOCAL && mark !== END) return { status: 'not-zip' };

  // 1. The end record, which is last but for a comment.
  const tailAt = Math.max(0, file.size - END_SIZE - LONGEST_COMMENT);
  const tail = await viewOf(file, tailAt, file.size);
  let at = tail.byteLength - END_SIZE;
  while (at >= 0 && !endsAt(tail, at)) at--;
  if (at < 0) return { status: 'cut-off' };

  // 2. Where the list lies. All ones means the form for very large files, which Plotline does not write.
  const count = tail.getUint16(at + 10, true);
  const size = tail.getUint32(at + 12, true);
  const listAt = tail.getUint32(at + 16, true);
  if (count === 0xffff || listAt === 0xffffffff || count > most) return { status: 'too-large' };
  if (listAt + size > tailAt + at || count * ENTRY_SIZE > size) return { status: 'damaged' };

  // 3. The list itself.
  const entries = readEntries(await viewOf(file, listAt, listAt + size), count);
  return entries ? { status: 'read', entries } : { status: 'damaged' };
}

/** A photo may hold the same four bytes; the end record is the one whose comment ends with the file. */
function endsAt(tail: DataView, at: number): boolean {
  return (
    tail.getUint32(at, true) === END && at + END_SIZE + tail.getUint16(at + 20, true) === tail.byteLength
  );
}

function readEntries(list: DataView, count: number): ZipEntry[] | null {
  const entries: ZipEntry[] = [];
  const decoder = new TextDecoder();
  let at = 0;
  for (let read = 0; read < count; read++) {
    if (at + ENTRY_SIZE > list.byteLength || list.getUint32(at, true) !== ENTRY) return null;
    const nameLength = list.getUint16(at + 28, true);
    const next = at + ENTRY_SIZE + nameLength + list.getUint16(at + 30, true) + list.getUint16(at + 32, true);
    if (next > list.byteLength) return null;
    entries.push({
      name: decoder.decode(new Uint8Array(list.buffer, list.byteOffset + at + ENTRY_SIZE, nameLength)),
      encrypted: (list.getUint16(at + 8, true) & 1) === 1,
      method: list.getUint16(at + 10, true),
      crc: list.getUint32(at + 16, true),
      packed: list.getUint32(at + 20, true),
      size: list.getUint32(at + 24, true),
      at: list.getUint32(at + 42, true),
    });
    at = next;
  }
  return entries;
}

/** Where the bytes of an entry begin; null where its header is not there. */
export async function contentsAt(file: Blob, entry: ZipEntry): Promise<number | null> {
  const header = await viewOf(file, entry.at, entry.at + 30);
  if (header.byteLength < 30 || header.getUint32(0, true) !== LOCAL) return null;
  return entry.at + 30 + header.getUint16(26, true) + header.getUint16(28, true);
}

async function viewOf(file: Blob, from: number, to: number): Promise<DataView> {
  return new DataView(await file.slice(from, to).arrayBuffer());
}
