/** Memory for the bytes of bodies, used again: a quarter of a megabyte anew for each request costs a phone more than filling it. */

export interface Body {
  bytes: Uint8Array<ArrayBuffer>;
  /** To be called when the bytes are of no use any more: others stand there then. */
  over(): void;
}

/** What a full request takes, at three bytes for each UTF-16 unit. */
const BYTES = 1024 * 1024;
const MOST_A_UNIT = 3;
/** So little is not worth it. */
const FEW = 16 * 1024;
/** As many as requests are under way at once. */
const MOST_SPARE = 2;

const encoder = new TextEncoder();
const spare: Uint8Array<ArrayBuffer>[] = [];

/** The UTF-8 of some texts, one behind the other. */
export function bytesOf(pieces: readonly string[]): Body {
  const most = MOST_A_UNIT * pieces.reduce((sum, { length }) => sum + length, 0);
  if (most < FEW || most > BYTES) return { bytes: encoder.encode(pieces.join('')), over: () => undefined };
  const memory = spare.pop() ?? new Uint8Array(BYTES);
  let end = 0;
  for (const piece of pieces) end += encoder.encodeInto(piece, memory.subarray(end)).written;
  let given = true;
  return {
    bytes: memory.subarray(0, end),
    over() {
      if (given && spare.length < MOST_SPARE) spare.push(memory);
      given = false;
    },
  };
}
