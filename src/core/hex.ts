/** Bytes and whole numbers as lower-case hexadecimal text. */

const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export function bytesToHex(bytes: Uint8Array): string {
  let hex = '';
  // By place: each digest of thousands passes here, and a typed array's own iterator is slow.
  for (let at = 0; at < bytes.length; at++) hex += pairs[bytes[at] ?? 0];
  return hex;
}

/** A non-negative whole number in exactly `digits` digits. */
export function numberToHex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
