/** The only proof that an attachment is what it should be. */
import { bytesToHex } from '../../core/hex.ts';

/** Whether bytes have this SHA-256, in lower-case hexadecimal digits. */
export async function hasHash(content: Uint8Array<ArrayBuffer>, sha256: string): Promise<boolean> {
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', content))) === sha256;
}
