/** Codes that people type and tokens that devices keep: how they are made, read and hashed. */
import { createHash } from 'node:crypto';
import { bytesToHex } from '../core/hex.ts';
import type { Environment } from '../core/environment.ts';

/** Crockford's 32 signs, without I, L, O and U: five bits each, so that twelve of them carry 60. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 12;

/** What the hub keeps of a code or token: SHA-256 in hexadecimal. They are long and random, so no salt is needed. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** A new code, as it is shown: XXXX-XXXX-XXXX. */
export function makeCode(randomBytes: Environment['randomBytes']): string {
  // 256 is a multiple of 32: each sign is equally likely.
  const code = Array.from(randomBytes(CODE_LENGTH), (byte) => signs.charAt(byte % 32)).join('');
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** A code as somebody typed it, in the one spelling that is hashed; null where it cannot be one. */
export function readCode(typed: string): string | null {
  const code = typed
    .toUpperCase()
    .replace(/[\s\-–—_.]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{12}$/.test(code)) return null;
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** What a request says to be let in: the organisation it belongs to, and the hash under which its device is kept. */
export interface Token {
  organisationId: string;
  hash: string;
}

/** A new token: the organisation first, so that all the hub asks is asked of that organisation; then 256 random bits. */
export function makeToken(organisationId: string, randomBytes: Environment['randomBytes']): string {
  return `${organisationId.replaceAll('-', '')}${bytesToHex(randomBytes(32))}`;
}

/** Reads `Authorization: Bearer …`; null where it is not written like a token. */
export function readToken(header: string | undefined): Token | null {
  const token = /^Bearer ([0-9a-f]{96})$/i.exec(header ?? '')?.[1]?.toLowerCase();
  if (!token) return null;
  const organisationId = token.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  return { organisationId, hash: hashSecret(token) };
}
