/** A piece of an attachment as a text, for endpoints that keep only JSON. */

/** `total` and `size`: bytes of the whole, and of each piece but the last. */
export interface Piece {
  total: number;
  size: number;
  bytes: Uint8Array<ArrayBuffer>;
}

/** The name of a piece: the hash of the whole, and which of them it is, from 0. */
export function pieceKey(sha256: string, piece: number): string {
  return `${sha256}-${piece}`;
}

export function pieceCount(total: number, size: number): number {
  return Math.max(1, Math.ceil(total / size));
}

/** `<total> <size> <base64>` */
export function writePiece({ total, size, bytes }: Piece): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return `${total} ${size} ${btoa(binary)}`;
}

/** Null where the text is no piece, or not as long as it must be. */
export function readPiece(text: unknown, piece: number): Piece | null {
  const parts = typeof text === 'string' ? /^(\d{1,12}) (\d{1,9}) ([A-Za-z0-9+/]*={0,2})$/.exec(text) : null;
  const total = Number(parts?.[1]);
  const size = Number(parts?.[2]);
  if (!parts || size < 1 || piece >= pieceCount(total, size)) return null;
  try {
    const bytes = Uint8Array.from(atob(parts[3] ?? ''), (letter) => letter.charCodeAt(0));
    return bytes.byteLength === Math.min(size, total - piece * size) ? { total, size, bytes } : null;
  } catch {
    return null;
  }
}
