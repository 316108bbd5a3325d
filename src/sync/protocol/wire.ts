/** A version on its way: its key, and the digest that proves what arrived. */
import * as z from 'zod/mini';
import { canonicalJson } from '../../core/canonical-json.ts';
import { bytesToHex } from '../../core/hex.ts';
import { createUtf8 } from '../../core/utf8.ts';
import { versionSchema, type Version } from '../../core/version.ts';

/** The most versions of one request; so many only on a very good line, a quarter of it otherwise (decision 021). */
export const MOST_VERSIONS = 1000;

export const digestSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** A version with its digest, as the hub takes it and gives it; other endpoints say in their profile how it lies there. */
export const wireVersionSchema = z.object({ version: versionSchema, digest: digestSchema });

export interface WireVersion {
  version: Version;
  /** 64 lower-case hex digits. */
  digest: string;
  /** Its canonical JSON, where it was spelled for the digest and is needed again. */
  json?: string;
}

/** The name of a version at an endpoint: letters, digits, `-` and one `_`, safe in addresses and file names. */
export function keyOf({ id, rev }: Pick<Version, 'id' | 'rev'>): string {
  return `${id}_${rev}`;
}

/** SHA-256 over the canonical JSON (RFC 8785) of the whole version. Rejects where it holds what JSON cannot say. */
export async function digestOf(version: Version): Promise<string> {
  return (await weigh(version)).digest;
}

/** The digest, the JSON that was digested, and its bytes: about what the version weighs on the line. */
export async function weigh(version: Version): Promise<{ digest: string; bytes: number; json: string }> {
  const json = canonicalJson(version);
  const utf8 = utf8Of(json);
  // The memory of these bytes is used again while their digest is waited for.
  const bytes = utf8.byteLength;
  const digest = bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8)));
  return { digest, bytes, json };
}

const utf8Of = createUtf8();
