/** Names for records: UUIDv7 (RFC 9562, 5.7), which sort by the moment they were made. */
import type { Environment } from './environment.ts';
import { bytesToHex, numberToHex } from './hex.ts';

const LAST_MS = 0xffff_ffff_ffff;

/** A new UUIDv7 in lower-case text: 48 bits of time, 74 random bits. */
export function createId(environment: Environment): string {
  const bytes = new Uint8Array(10);
  bytes.set(environment.randomBytes(10));
  const view = new DataView(bytes.buffer);
  view.setUint8(0, 0x70 | (view.getUint8(0) & 0x0f)); // version 7
  view.setUint8(2, 0x80 | (view.getUint8(2) & 0x3f)); // variant 10
  const ms = Math.min(Math.max(0, Math.floor(environment.now())), LAST_MS);
  const time = numberToHex(ms, 12);
  const rest = bytesToHex(bytes);
  return `${time.slice(0, 8)}-${time.slice(8)}-${rest.slice(0, 4)}-${rest.slice(4, 8)}-${rest.slice(8)}`;
}
