/** Photos and recordings in pieces, each a document with a text, at endpoints that keep only JSON. */
import type { Answer, AttachmentPort } from '../protocol/endpoint.ts';
import { pieceCount, pieceKey, readPiece, writePiece, type Piece } from './piece.ts';
import { inEmptyList, valueAt } from '../protocol/pointer.ts';
import type { Attachments } from '../protocol/profile-parts.ts';
import type { Ask } from './ask.ts';
import { hasHash } from './has-hash.ts';
import { notUnderstood } from './read-document.ts';

type Pieces = Attachments & { by: 'pieces' };
type ReadPiece = { piece: Piece } | { answer: Answer };

export function createPiecePort(pieces: Pieces, ask: Ask): AttachmentPort {
  async function read(sha256: string, n: number): Promise<ReadPiece> {
    const { read } = pieces;
    const { answer, heard } = await ask('read', read, { values: { key: pieceKey(sha256, n), sha256 } });
    if (answer.outcome !== 'ok' || !heard) return { answer };
    const document = valueAt(heard.json, read.document);
    if (document === undefined && inEmptyList(heard.json, read.document)) {
      return { answer: { ...answer, outcome: 'missing' } };
    }
    const own = member(document, pieces.key) === pieceKey(sha256, n);
    const piece = own ? readPiece(member(document, pieces.content), n) : null;
    return piece ? { piece } : { answer: own ? { ...answer, outcome: 'conflict' } : notUnderstood(answer) };
  }

  /**
   * About how many stand there from the first: they are sent in order, so a gap is most likely the end. Where it is not,
   * that shows once the last one is there, when all are read.
   */
  async function countThere(sha256: string, count: number): Promise<number | { answer: Answer }> {
    let there = 0;
    let gone = count;
    while (there < gone) {
      const n = Math.floor((there + gone) / 2);
      const got = await read(sha256, n);
      if ('piece' in got) there = n + 1;
      else if (got.answer.outcome === 'missing') gone = n;
      else return got;
    }
    return there;
  }

  /** All from the one numbered `from` on, up to the first that cannot be had. `first` is the one numbered 0. */
  async function readOn(
    sha256: string,
    first: Piece,
    from: number,
  ): Promise<{ parts: Uint8Array[]; failed: { n: number; answer: Answer } | null }> {
    const parts: Uint8Array[] = [];
    for (let n = from; n < pieceCount(first.total, first.size); n += 1) {
      const got = n === 0 ? { piece: first } : await read(sha256, n);
      if ('answer' in got) return { parts, failed: { n, answer: got.answer } };
      parts.push(got.piece.bytes);
    }
    return { parts, failed: null };
  }

  async function send(sha256: string, n: number, piece: Piece): Promise<Answer> {
    const key = pieceKey(sha256, n);
    const document = { ...pieces.extra, [pieces.key]: key, [pieces.content]: writePiece(piece) };
    const { answer } = await ask('create', pieces.create, { values: { key, sha256, document } });
    if (answer.outcome === 'auth' || answer.status === undefined || answer.retryAfterMs !== undefined)
      return answer;
    // Whatever it said: what stands there counts.
    const got = await read(sha256, n);
    if ('piece' in got)
      return same(got.piece, piece)
        ? { ...answer, outcome: 'ok' }
        : { ...answer, outcome: 'reject', why: 'another piece stands there' };
    if (got.answer.outcome !== 'missing')
      return { ...got.answer, outcome: got.answer.outcome === 'auth' ? 'auth' : 'retry' };
    return answer.outcome === 'reject' ? answer : { ...answer, outcome: 'retry' };
  }

  return {
    has: async (sha256, bytes) => {
      const first = await read(sha256, 0);
      if ('answer' in first)
        return first.answer.outcome === 'missing' ? { ...first.answer, offset: 0 } : first.answer;
      if (first.piece.total !== bytes) return { outcome: 'conflict', why: 'another length stands there' };
      const count = pieceCount(bytes, first.piece.size);
      const last = count > 1 ? await read(sha256, count - 1) : first;
      if ('answer' in last) {
        if (last.answer.outcome !== 'missing') return last.answer;
        const there = await countThere(sha256, count - 1);
        return typeof there === 'number'
          ? { outcome: 'missing', offset: there * first.piece.size }
          : there.answer;
      }
      // One between them may be lost or broken: only the hash of all says that it is there.
      const { parts, failed } = await readOn(sha256, first.piece, 0);
      if (failed?.answer.outcome === 'missing')
        return { ...failed.answer, offset: failed.n * first.piece.size };
      if (failed) return failed.answer;
      return (await hasHash(await joined(parts), sha256))
        ? { outcome: 'ok', complete: true }
        : { outcome: 'conflict', why: 'other contents stand there' };
    },
    put: async (sha256, content, _type, offset, progress) => {
      const total = content.byteLength;
      // The size was settled by whoever sent the first piece, which may have been another profile.
      const first = offset > 0 ? await read(sha256, 0) : null;
      if (first && 'answer' in first && first.answer.outcome !== 'missing') return first.answer;
      const size = first && 'piece' in first ? first.piece.size : pieces.bytes;
      const from = first && 'piece' in first ? Math.floor(offset / size) : 0;
      let answer: Answer = { outcome: 'retry' };
      for (let n = from; n < pieceCount(total, size); n += 1) {
        const start = n * size;
        const bytes = new Uint8Array(content, start, Math.min(size, total - start));
        answer = await send(sha256, n, { total, size, bytes });
        if (answer.outcome !== 'ok') return answer;
        progress?.(start + bytes.byteLength);
      }
      return answer;
    },
    get: async (sha256, have) => {
      const first = await read(sha256, 0);
      if ('answer' in first) return first.answer;
      const { total, size } = first.piece;
      // Only whole pieces are gone on from.
      const from = Math.min(Math.floor(have.byteLength / size), pieceCount(total, size));
      const { parts, failed } = await readOn(sha256, first.piece, from);
      const content = await joined([have.slice(0, from * size), ...parts]);
      if (failed) return { ...failed.answer, content };
      if (await hasHash(content, sha256)) return { outcome: 'ok', status: 200, content, complete: true };
      return { outcome: 'retry', status: 200, why: 'its contents came back other than they were' };
    },
  };
}

async function joined(parts: readonly Uint8Array[]): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Blob(parts.map((part) => new Uint8Array(part))).arrayBuffer());
}

function member(document: unknown, name: string): unknown {
  if (typeof document !== 'object' || document === null) return undefined;
  return Object.getOwnPropertyDescriptor(document, name)?.value;
}

function same(a: Piece, b: Piece): boolean {
  return a.total === b.total && a.size === b.size && a.bytes.every((byte, at) => byte === b.bytes[at]);
}
