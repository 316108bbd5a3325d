/** Finds the records in a file from outside: a zip as Plotline makes it, one packed anew by hand, or the bare JSON. */
import type { ImportLimits, RefusalCode } from './import-check.ts';
import { parseRecordsText, type RecordsText } from './parse-records-text.ts';
import { readContents } from './zip-contents.ts';
import { readDirectory, type ZipEntry } from './zip-directory.ts';

type OpenOutcome =
  /** `entries` is empty where it is the bare JSON. */
  { status: 'opened'; text: RecordsText; entries: ZipEntry[] } | { status: 'refused'; code: RefusalCode };

/** Rejects where the file itself cannot be read. */
export async function openImport(file: Blob, limits: ImportLimits): Promise<OpenOutcome> {
  if (file.size === 0) return refuse('empty');
  const directory = await readDirectory(file, limits.files);
  if (directory.status === 'not-zip') {
    if (file.size > limits.json) return refuse('too-large');
    return parse(new Uint8Array(await file.arrayBuffer()), []);
  }
  if (directory.status !== 'read') return refuse(directory.status);

  const [entry, ...others] = directory.entries.filter(({ name }) => isRecords(name)).sort(byDepth);
  if (!entry) return refuse('not-plotline');
  // Programs differ in which of two files of one name they show: what the person saw might not be what comes in.
  if (others.some((other) => other.name === entry.name && !sameFile(other, entry))) return refuse('damaged');
  const contents = await readContents(file, entry, limits.json);
  if (contents.status !== 'read') return refuse(contents.status);
  return parse(contents.bytes, directory.entries);
}

function parse(bytes: Uint8Array, entries: ZipEntry[]): OpenOutcome {
  const read = parseRecordsText(bytes);
  return read.status === 'read' ? { status: 'opened', text: read.text, entries } : read;
}

/** Packed anew by hand, everything may lie in a folder; a Mac then adds shadows of its own. */
function isRecords(name: string): boolean {
  return /(?:^|\/)records\.json$/.test(name) && !name.startsWith('__MACOSX/');
}

function sameFile(a: ZipEntry, b: ZipEntry): boolean {
  return a.crc === b.crc && a.size === b.size;
}

function byDepth(a: ZipEntry, b: ZipEntry): number {
  return a.name.length - b.name.length;
}

function refuse(code: RefusalCode): OpenOutcome {
  return { status: 'refused', code };
}
