/** Texts as the bytes of UTF-8, without new memory for each: thousands of short-lived pieces of it cost a phone more than the bytes do. */

export type Utf8 = (text: string) => Uint8Array<ArrayBuffer>;

/** What most records are shorter than. */
const BYTES = 64 * 1024;
/** The most bytes of UTF-8 that one UTF-16 unit of a text becomes. */
const MOST_A_UNIT = 3;

/**
 * The bytes are good until the next call: for whoever copies them before anything else runs, as everything in
 * `crypto.subtle` does (Web Cryptography: "a copy of the bytes", before the promise is given).
 */
export function createUtf8(): Utf8 {
  const encoder = new TextEncoder();
  let memory: Uint8Array<ArrayBuffer> | null = null;
  return (text) => {
    if (text.length * MOST_A_UNIT > BYTES) return encoder.encode(text);
    memory ??= new Uint8Array(BYTES);
    return memory.subarray(0, encoder.encodeInto(text, memory).written);
  };
}
