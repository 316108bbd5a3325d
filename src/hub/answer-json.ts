/** JSON as an answer, packed where the asker can open it and it is worth it. */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context } from 'hono';

const pack = promisify(gzip);

/** Below this, packing costs more than it saves. */
const WORTH_PACKING = 1024;

/** `json` is sent as it is. Answers of the API are nobody else's, so nothing on the way may keep them. */
export async function answerJson(
  context: Context,
  json: string,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): Promise<Response> {
  const all: Record<string, string> = {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    Vary: 'Accept-Encoding, Authorization',
    ...headers,
  };
  const accepted = (context.req.header('Accept-Encoding') ?? '').toLowerCase();
  if (json.length < WORTH_PACKING || !/\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted)) {
    return new Response(json, { status, headers: all });
  }
  const packed = await pack(json, { level: 4 });
  return new Response(new Uint8Array(packed), { status, headers: { ...all, 'Content-Encoding': 'gzip' } });
}
