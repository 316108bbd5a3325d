/** What the suite does with an endpoint, in the words of the person who asked for it. */
import { createId } from '../../src/core/ids.ts';
import type { Version } from '../../src/core/version.ts';
import { prove, type Proof } from '../../src/sync/client/prove.ts';
import type { CreateAnswer, Endpoint } from '../../src/sync/protocol/endpoint.ts';
import { digestOf, keyOf, type WireVersion } from '../../src/sync/protocol/wire.ts';
import { revOf, version } from '../support/versions.ts';

/** A version of a record of its own with its digest; `at` orders the versions of one record. */
export async function made(body: unknown, parts: Partial<Version> = {}, at = 1): Promise<WireVersion> {
  const id = createId({
    now: Date.now,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  });
  const one = version(at, { id, body, ...parts });
  return { version: one, digest: await digestOf(one) };
}

/** The next version of the same record. */
export async function next(
  { version: before }: WireVersion,
  at: number,
  body: unknown,
): Promise<WireVersion> {
  const one: Version = { ...before, rev: revOf(at), base: before.rev, body };
  return { version: one, digest: await digestOf(one) };
}

/** Sends them and asks for the proof, as the engine does. One proof each, in order. */
export async function deliver(endpoint: Endpoint, wires: readonly WireVersion[]): Promise<Proof[]> {
  const answers = await send(endpoint, wires);
  const proofs: Proof[] = [];
  for (const [at, { version, digest }] of wires.entries()) {
    const answer = answers[at] ?? { outcome: 'retry' };
    proofs.push(await prove(endpoint, { key: keyOf(version), digest }, answer));
  }
  return proofs;
}

/** In batches, one refused whole is halved until the culprit stands alone. */
async function send(endpoint: Endpoint, wires: readonly WireVersion[]): Promise<CreateAnswer[]> {
  const { versions, bytes } = endpoint.batch;
  const most = fitting(wires, versions, bytes);
  if (most < wires.length) {
    return [...(await send(endpoint, wires.slice(0, most))), ...(await send(endpoint, wires.slice(most)))];
  }
  const outcome = await endpoint.create(wires);
  if ('each' in outcome) return outcome.each;
  if (wires.length === 1 || outcome.whole.outcome !== 'reject') return wires.map(() => outcome.whole);
  const half = Math.ceil(wires.length / 2);
  return [...(await send(endpoint, wires.slice(0, half))), ...(await send(endpoint, wires.slice(half)))];
}

/** How many of them go into one request; at least one. */
function fitting(wires: readonly WireVersion[], versions: number, bytes: number): number {
  let room = bytes;
  const over = wires.findIndex(({ version }, at) => {
    room -= JSON.stringify(version).length;
    return at > 0 && (at >= versions || room < 0);
  });
  return over === -1 ? wires.length : over;
}

/** Everything listed from a cursor on, by key, with the cursor for the next time. Throws where the list fails. */
export async function listAll(
  endpoint: Endpoint,
  from: string | null = null,
): Promise<{ found: Map<string, WireVersion>; invalid: string[]; cursor: string | null }> {
  const found = new Map<string, WireVersion>();
  const invalid: string[] = [];
  let cursor = from;
  for (;;) {
    const answer = await endpoint.list(cursor);
    if (answer.status === 'failed') throw new Error(`not listed: ${JSON.stringify(answer.answer)}`);
    for (const item of answer.items) {
      if (item.status === 'version') found.set(item.key, item.wire);
      else invalid.push(`${item.key}: ${item.why}`);
    }
    cursor = answer.cursor;
    if (!answer.more) return { found, invalid, cursor };
  }
}
