/** A photo or recording comes in, whole or in parts, into the database: so that any process can go on where another was cut. */
import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { Database, Transaction } from '../database/database.ts';
import { asMember, type Member } from '../member.ts';
import { chunksOf } from '../read-body.ts';
import type { Token } from '../secrets.ts';
import { refersTo } from './attachment-state.ts';

/** What is kept at once: a cut loses no more than this. */
const PART = 256 * 1024;

export interface Incoming {
  sha256: string;
  /** Where the body begins within the whole. */
  from: number;
  /** Where it ends, not included. */
  to: number;
  /** Size of the whole in bytes. */
  total: number;
  body: ReadableStream<Uint8Array> | null;
}

export type StoreOutcome =
  | { status: 'complete'; fresh: boolean }
  /** Bytes there now; more are to come. */
  | { status: 'part'; offset: number }
  /** The body begins after what is there. */
  | { status: 'does-not-fit'; offset: number }
  /** All there, and it is not what its name says: dropped. */
  | { status: 'wrong' }
  /** No version that this member may see refers to it. */
  | { status: 'unreferenced' }
  /** The body was longer than it said. */
  | { status: 'too-long' };

/**
 * Keeps it part by part, each in its own transaction; what is there already is passed over, so a part may come twice. Two
 * devices may send the same at once. Stops quietly where the body is cut.
 */
export async function storeAttachment(
  database: Database,
  token: Token,
  { sha256, from, to, total, body }: Incoming,
): Promise<StoreOutcome> {
  const begun = await asMember(database, token, null, async (transaction, member) => {
    if (!(await refersTo(transaction, member.organisationId, sha256))) return null;
    return begin(transaction, member, sha256, total);
  });
  if (!begun) return { status: 'unreferenced' };
  if (begun.complete) return { status: 'complete', fresh: false };
  if (from > begun.received) return { status: 'does-not-fit', offset: begun.received };

  let at = from;
  let offset = begun.received;
  for await (const part of inParts(body)) {
    if (at + part.length > to) return { status: 'too-long' };
    const kept = await asMember(database, token, null, (transaction, member) =>
      append(transaction, member, sha256, at, part),
    );
    if (kept === null || kept < at + part.length) return { status: 'does-not-fit', offset: kept ?? 0 };
    at += part.length;
    offset = kept;
  }
  if (offset < total) return { status: 'part', offset };
  return asMember(database, token, null, (transaction, member) => finish(transaction, member, sha256));
}

const stateSchema = z.object({ total: z.number(), received: z.number(), complete: z.boolean() });
type State = z.infer<typeof stateSchema>;

async function begin(
  transaction: Transaction,
  { organisationId }: Member,
  sha256: string,
  total: number,
): Promise<State> {
  const key = [organisationId, sha256];
  await transaction.change(
    `insert into plotline.attachments (organisation_id, sha256, total) values ($1, $2, $3)
     on conflict do nothing`,
    [...key, total],
  );
  const state = await lockState(transaction, organisationId, sha256);
  if (!state) throw new Error('an attachment that was just begun is not there');
  if (state.complete || state.total === total) return state;
  // Somebody announced another size under the same name. One of them is wrong: it begins anew with this one.
  await transaction.change(
    'delete from plotline.attachment_parts where organisation_id = $1 and sha256 = $2',
    key,
  );
  await transaction.change(
    'update plotline.attachments set total = $3, received = 0 where organisation_id = $1 and sha256 = $2',
    [...key, total],
  );
  return { total, received: 0, complete: false };
}

async function lockState(
  transaction: Transaction,
  organisationId: string,
  sha256: string,
): Promise<State | null> {
  const [state] = await transaction.query(
    stateSchema,
    `select total::float8 as total, received::float8 as received, complete
     from plotline.attachments where organisation_id = $1 and sha256 = $2 for update`,
    [organisationId, sha256],
  );
  return state ?? null;
}

/** How many bytes are there afterwards; null where it is gone meanwhile. */
async function append(
  transaction: Transaction,
  { organisationId }: Member,
  sha256: string,
  at: number,
  part: Uint8Array,
): Promise<number | null> {
  const state = await lockState(transaction, organisationId, sha256);
  if (!state) return null;
  if (state.complete || at > state.received || state.received >= at + part.length) return state.received;
  const fresh = part.subarray(state.received - at);
  await transaction.change(
    'insert into plotline.attachment_parts (organisation_id, sha256, at, content) values ($1, $2, $3, $4)',
    [organisationId, sha256, state.received, fresh],
  );
  await transaction.change(
    'update plotline.attachments set received = $3 where organisation_id = $1 and sha256 = $2',
    [organisationId, sha256, state.received + fresh.length],
  );
  return state.received + fresh.length;
}

/** All bytes are there: are they what the name says? */
async function finish(
  transaction: Transaction,
  { organisationId }: Member,
  sha256: string,
): Promise<StoreOutcome> {
  const state = await lockState(transaction, organisationId, sha256);
  if (!state) return { status: 'wrong' };
  if (state.complete) return { status: 'complete', fresh: false };
  const hash = createHash('sha256');
  for (let at = 0; at < state.received;) {
    const [part] = await transaction.query(
      z.object({ content: z.instanceof(Uint8Array) }),
      'select content from plotline.attachment_parts where organisation_id = $1 and sha256 = $2 and at = $3',
      [organisationId, sha256, at],
    );
    if (!part) break;
    hash.update(part.content);
    at += part.content.length;
  }
  const key = [organisationId, sha256];
  if (hash.digest('hex') !== sha256) {
    await transaction.change(
      'delete from plotline.attachments where organisation_id = $1 and sha256 = $2',
      key,
    );
    return { status: 'wrong' };
  }
  await transaction.change(
    'update plotline.attachments set complete = true where organisation_id = $1 and sha256 = $2',
    key,
  );
  return { status: 'complete', fresh: true };
}

/** The body in pieces of at most PART bytes; what came before a cut is given, and then it ends. */
async function* inParts(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  const chunks = chunksOf(body);
  for (;;) {
    // A connection that is cut is no error here: the sender asks how far it came, and goes on from there.
    const next = await chunks.next().catch(() => ({ done: true as const, value: undefined }));
    if (next.done) break;
    waiting.push(next.value);
    length += next.value.length;
    if (length < PART) continue;
    const joined = Buffer.concat(waiting, length);
    let at = 0;
    for (; joined.length - at >= PART; at += PART) yield joined.subarray(at, at + PART);
    waiting = [joined.subarray(at)];
    length -= at;
  }
  if (length > 0) yield Buffer.concat(waiting, length);
}
