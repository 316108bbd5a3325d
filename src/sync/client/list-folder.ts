/** Lists what is new in a folder of files: those whose name or ETag was not there before are read, a page at a time. */
import { numberToHex } from '../../core/hex.ts';
import type { Answer, Arrived, ListAnswer } from '../protocol/endpoint.ts';
import { isKey } from '../protocol/lay-out.ts';
import { readMultistatus, type FolderEntry } from '../protocol/multistatus.ts';
import type { Pull } from '../protocol/profile-parts.ts';
import type { Profile } from '../protocol/profile.ts';
import type { Ask } from './ask.ts';
import { asArrived } from './list-pages.ts';
import { notUnderstood, readDocument } from './read-document.ts';

type Folder = Pull & { by: 'folder' };
interface File {
  key: string;
  mark: string;
}
/** What is left to be read of one listing, so that each page need not list the folder anew. */
interface Pass {
  cursor: string;
  files: File[];
  listed: Set<string>;
}

const MARK_LENGTH = 16;
/** Files are read so many at once. */
const READS = 4;

/** The listing of one folder; it remembers where the pass is that it is in, and forgets nothing that the cursor holds. */
export function createFolderList(
  profile: Profile,
  pull: Folder,
  ask: Ask,
): (cursor: string | null) => Promise<ListAnswer> {
  let pass: Pass | null = null;

  async function begin(cursor: string | null): Promise<Pass | { failed: Answer }> {
    const { answer, heard } = await ask('list', pull, {});
    if (answer.outcome !== 'ok' || !heard) return { failed: answer };
    const entries = readMultistatus(heard.text);
    if (!entries) return { failed: notUnderstood(answer) };
    const files = entries.flatMap((entry) => fileOf(entry, pull.suffix));
    const seen = new Set(marksIn(cursor));
    const listed = new Set(files.map(({ mark }) => mark));
    return {
      cursor: cursor ?? '',
      files: files.filter(({ mark }) => !seen.has(mark)),
      // What is no longer there need not be remembered.
      listed: new Set([...seen].filter((mark) => listed.has(mark))),
    };
  }

  return async (cursor) => {
    const going = pass?.cursor === (cursor ?? '') && pass.files.length > 0 ? pass : await begin(cursor);
    pass = null;
    if ('failed' in going) return { status: 'failed', answer: going.failed };
    const now = going.files.slice(0, pull.limit);
    const read = await readFiles(profile, ask, now);
    if ('failed' in read) return { status: 'failed', answer: read.failed };
    for (const mark of read.had) going.listed.add(mark);
    const rest = going.files.slice(pull.limit);
    const next = [...going.listed].join('');
    pass = { cursor: next, files: rest, listed: going.listed };
    const { items, clockMs } = read;
    const more = rest.length > 0 && next !== cursor;
    return { status: 'page', items, cursor: next, more, ...(clockMs !== undefined && { clockMs }) };
  };
}

/** `had`: those that need not be read again. One that cannot be read now is tried the next time; when none can, it failed. */
async function readFiles(
  profile: Profile,
  ask: Ask,
  files: readonly File[],
): Promise<{ items: Arrived[]; had: string[]; clockMs?: number } | { failed: Answer }> {
  const items: Arrived[] = [];
  const had: string[] = [];
  let clockMs: number | undefined;
  let trouble: Answer | null = null;
  for (let from = 0; from < files.length; from += READS) {
    const some = files.slice(from, from + READS);
    const reads = await Promise.all(some.map(({ key }) => readDocument(profile, ask, key)));
    for (const [n, { answer, found, raw }] of reads.entries()) {
      clockMs = answer.clockMs ?? clockMs;
      if (answer.outcome === 'auth') return { failed: answer };
      if (answer.outcome === 'retry' && !found) {
        trouble = answer;
        continue;
      }
      had.push(some[n]?.mark ?? '');
      if (found) items.push(await asArrived(found, raw));
    }
    if (trouble && trouble.status === undefined) break;
  }
  if (trouble && (had.length === 0 || trouble.status === undefined)) return { failed: trouble };
  return { items, had, ...(clockMs !== undefined && { clockMs }) };
}

function fileOf({ name, etag, folder }: FolderEntry, suffix: string): File[] {
  const key = name.endsWith(suffix) ? name.slice(0, name.length - suffix.length) : '';
  return folder || !isKey(key) ? [] : [{ key, mark: markOf(`${name}\n${etag}`) }];
}

function marksIn(cursor: string | null): string[] {
  return cursor?.match(new RegExp(`[0-9a-f]{${MARK_LENGTH}}`, 'g')) ?? [];
}

/** A short mark of a text, by FNV-1a from both ends: 64 bits, of which two files share one only by an unheard-of chance. */
function markOf(text: string): string {
  let forth = 0x811c9dc5;
  let back = 0x9dc5811c;
  for (let n = 0; n < text.length; n += 1) {
    forth = Math.imul(forth ^ text.charCodeAt(n), 0x01000193);
    back = Math.imul(back ^ text.charCodeAt(text.length - 1 - n), 0x01000193);
  }
  return numberToHex(forth >>> 0, MARK_LENGTH / 2) + numberToHex(back >>> 0, MARK_LENGTH / 2);
}
