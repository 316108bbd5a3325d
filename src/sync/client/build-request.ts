/** The parts of a request: its address, its login, its body. */
import type { Profile } from '../protocol/profile.ts';
import { jsonPieces } from '../protocol/spelled-json.ts';
import { bytesOf, type Body } from './body-memory.ts';

export interface Content extends Partial<Pick<Body, 'over'>> {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
}

/** The whole address, or null where it would lead out of the endpoint. */
export function addressOf(base: string, path: string): string | null {
  if (!URL.canParse(base) || !URL.canParse(base + path)) return null;
  const root = new URL(base);
  const url = new URL(base + path);
  if (!/^https?:$/.test(url.protocol)) return null;
  const within = root.pathname.endsWith('/') ? root.pathname : `${root.pathname}/`;
  const inside = url.pathname === root.pathname || url.pathname.startsWith(within);
  return url.origin === root.origin && inside && url.username === '' ? url.href : null;
}

/** Puts the login into the headers. What is missing is left out: the endpoint will say that it does not do. */
export function logIn(
  auth: Profile['auth'],
  login: Readonly<Record<string, string>>,
  headers: Headers,
): void {
  const { token, user, password, value } = login;
  if (auth.kind === 'bearer' && token) headers.set('authorization', `Bearer ${token}`);
  if (auth.kind === 'header' && value) headers.set(auth.name, `${auth.before ?? ''}${value}`);
  if (auth.kind === 'basic' && user !== undefined) {
    // RFC 7617: the bytes of UTF-8.
    const bytes = new TextEncoder().encode(`${user}:${password ?? ''}`);
    headers.set('authorization', `Basic ${btoa(String.fromCharCode(...bytes))}`);
  }
}

/** A filled body as bytes: a text as it is, anything else as JSON. Null where there is none. Whoever sent it says `over`. */
export function contentOf(body: unknown): Content | null {
  if (body === undefined) return null;
  return typeof body === 'string'
    ? { ...bytesOf([body]), type: 'text/plain;charset=utf-8' }
    : { ...bytesOf(jsonPieces(body)), type: 'application/json' };
}

export async function gzipped(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packing = new CompressionStream('gzip');
  // Written as it is: a Blob's bytes would travel to another process of the browser and back.
  const writer = packing.writable.getWriter();
  const [packed] = await Promise.all([
    new Response(packing.readable).arrayBuffer(),
    writer.write(bytes),
    writer.close(),
  ]);
  return new Uint8Array(packed);
}
