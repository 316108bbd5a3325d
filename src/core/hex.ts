/** Bytes and whole numbers as lower-case hexadecimal text. */

export function bytesToHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return hex;
}

/** A non-negative whole number in exactly `digits` digits. */
export function numberToHex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
