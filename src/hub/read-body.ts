/** The body of a request, within bounds, plain or gzip. */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Context } from 'hono';
import type * as z from 'zod/mini';
import { Refused } from './problem.ts';

const unzip = promisify(gunzip);

export interface BodyLimits {
  /** The most bytes on the wire. */
  bytes: number;
  /** The most bytes once unpacked: a small gzip can hold a great deal. */
  unpacked: number;
}

/** The JSON of a body. Throws what is wrong with it: too much, packed in an unknown way, not JSON. */
export async function readJson(context: Context, limits: BodyLimits): Promise<unknown> {
  const bytes = await readBytes(context, limits);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refused('malformed', 'The body of the request is not JSON.');
  }
}

/** A small body of a known shape. */
export async function readShape<T>(
  context: Context,
  shape: z.ZodMiniType<T>,
  limits: BodyLimits,
): Promise<T> {
  const read = shape.safeParse(await readJson(context, limits));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const where = issue?.path.join('.') ?? '';
  throw new Refused('malformed', `The request is not as it should be${where ? `: see "${where}"` : ''}.`);
}

async function readBytes(context: Context, limits: BodyLimits): Promise<Uint8Array> {
  const packed = await collect(context, limits.bytes);
  const encoding = (context.req.header('Content-Encoding') ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity') return packed;
  if (encoding !== 'gzip') {
    throw new Refused('unknown-encoding', 'Bodies are read plain or as gzip.', {
      headers: { 'Accept-Encoding': 'gzip' },
    });
  }
  try {
    return await unzip(packed, { maxOutputLength: limits.unpacked });
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLarge(limits.unpacked);
    throw new Refused('malformed', 'The body of the request is not whole: its gzip does not open.');
  }
}

async function collect(context: Context, most: number): Promise<Uint8Array> {
  if (Number(context.req.header('Content-Length') ?? 0) > most) throw tooLarge(most);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunksOf(context.req.raw.body)) {
    length += chunk.length;
    if (length > most) throw tooLarge(most);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

/** A body as it comes in; empty where there is none. */
export async function* chunksOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (!body) return;
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}

function tooLarge(most: number): Refused {
  return new Refused('too-large', `Too much at once: ${Math.floor(most / 1024)} KiB at most.`);
}
