/** "Try this endpoint": writes a probe, looks for it in every way, removes it, and tells what works. */
import { bytesToHex } from '../../core/hex.ts';
import type { Environment } from '../../core/environment.ts';
import { createId } from '../../core/ids.ts';
import { jsonOrWord } from '../../core/nesting.ts';
import type { Answer, Endpoint } from '../protocol/endpoint.ts';
import { makeProbe, type ProbeOf } from '../protocol/probe.ts';
import { digestOf, keyOf, type WireVersion } from '../protocol/wire.ts';
import type { Tools } from './ask.ts';
import { connectEndpoint } from './connect-endpoint.ts';
import type { ConnectionSettings } from './connection-settings.ts';
import { failedBy, fine, verdictOf, type Finding, type Trial } from './trial.ts';

/** So much of what is there already is gone through before the probe is written, and after it. */
const MOST_PAGES = 100;
/** What a photo is stood in for by; the same each time, so that trying again leaves nothing more behind. */
const SAMPLE = 'A small file that Plotline wrote to see whether files can be kept here.';

/**
 * Tries it and never rejects. `told` hears each finding as soon as it is made. What is written bears no word of anybody's:
 * only the id of the person who tries it, because a server may keep people apart by it.
 */
export async function tryEndpoint(
  settings: ConnectionSettings,
  tools: Tools & Environment,
  person: ProbeOf['person'],
  told: (finding: Finding) => void = () => undefined,
): Promise<Trial> {
  let lastSaid = '';
  const { fetch } = tools;
  const listening: typeof fetch = async (address, init) => {
    const answer = await fetch(address, init);
    if (init?.method === 'POST' || init?.method === 'PUT') lastSaid = await answer.clone().text();
    return answer;
  };
  const endpoint = connectEndpoint(settings, { ...tools, fetch: listening, withProbes: true });
  const findings: Finding[] = [];
  const tell = (...found: Finding[]) => {
    findings.push(...found);
    for (const finding of found) told(finding);
  };
  const sample = new TextEncoder().encode(SAMPLE);
  const sha256 = bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', sample)));
  const probe = { id: createId(tools), person, now: tools.now() };
  const body = { words: 'Grüße, 1 < 2 & "so" 🌻', list: [1, 0.5, -3, true, null, ''], photo: { sha256 } };
  const first = await makeProbe(probe, 0, { ...body, turn: 'first' });
  const second = await makeProbe(probe, 1, { ...body, turn: 'second' });
  const odd = await makeProbe(probe, 2, { words: 'a\u0000b\u2028c\u202e' });

  const reached = await goThrough(endpoint, null, []);
  tell('failed' in reached ? failedBy('reach', reached.failed) : fine('reach'));
  if (!('failed' in reached)) {
    const written = await write(endpoint, second);
    tell(...written.findings);
    if (written.there) {
      tell(await again(endpoint, second));
      tell(await lateOlder(endpoint, first, second));
      tell(await oddText(endpoint, odd));
      tell(await listed(endpoint, reached.cursor, [first, second]));
      tell(await attachment(endpoint, sha256, sample.buffer));
      // Last, because some lose the one that was there.
      tell(await otherContents(endpoint, second));
    } else if (written.lookFor) {
      // Given back with our contents and without our key: it bears a name of the server's own.
      const renamed = lastSaid.includes(second.digest) && !lastSaid.includes(keyOf(second.version));
      tell(renamed ? idsIgnored : await strayOrNothing(endpoint, reached.cursor, second));
    }
    const gone = await removed(endpoint, [first, second, odd]);
    if (written.there)
      tell(settings.profile.remove ? gone : { step: 'remove', result: 'cannot', reason: 'not-offered' });
  }
  return { findings, verdict: verdictOf(findings) };
}

async function createOne(endpoint: Endpoint, wire: WireVersion): Promise<Answer & { digest?: string }> {
  const outcome = await endpoint.create([wire]);
  return 'whole' in outcome ? outcome.whole : (outcome.each[0] ?? { outcome: 'retry' });
}

/** `lookFor`: it said yes, and does not give it back. */
async function write(
  endpoint: Endpoint,
  wire: WireVersion,
): Promise<{ findings: Finding[]; there: boolean; lookFor: boolean }> {
  const answer = await createOne(endpoint, wire);
  const read = await endpoint.read(keyOf(wire.version));
  if (read.digest === wire.digest)
    return { findings: [fine('write'), fine('own-id'), fine('whole')], there: true, lookFor: false };
  if (answer.outcome !== 'ok' && answer.outcome !== 'exists') {
    return { findings: [failedBy('write', answer)], there: false, lookFor: false };
  }
  if (read.outcome === 'missing') return { findings: [], there: false, lookFor: true };
  if (read.digest === undefined && read.outcome !== 'conflict') {
    return { findings: [fine('write'), failedBy('own-id', read)], there: false, lookFor: false };
  }
  const changed: Finding = {
    step: 'whole',
    result: 'failed',
    reason: 'changed',
    ...(read.why && { why: read.why }),
  };
  return { findings: [fine('write'), fine('own-id'), changed], there: false, lookFor: false };
}

const idsIgnored: Finding = { step: 'own-id', result: 'failed', reason: 'ids-ignored' };

/** It said yes and has nothing under our key: whether it lies there under a name of the server's own. */
async function strayOrNothing(
  endpoint: Endpoint,
  cursor: string | null,
  { digest }: WireVersion,
): Promise<Finding> {
  const end = await goThrough(endpoint, cursor, [digest]);
  return 'failed' in end || end.open.size > 0
    ? { step: 'write', result: 'failed', reason: 'nothing-written' }
    : idsIgnored;
}

async function again(endpoint: Endpoint, wire: WireVersion): Promise<Finding> {
  const answer = await createOne(endpoint, wire);
  return stillThere('duplicate', endpoint, wire, answer);
}

async function lateOlder(endpoint: Endpoint, older: WireVersion, newer: WireVersion): Promise<Finding> {
  const answer = await createOne(endpoint, older);
  const read = await endpoint.read(keyOf(older.version));
  if (read.digest !== older.digest) return failedBy('late', answer.outcome === 'ok' ? read : answer);
  return stillThere('late', endpoint, newer, answer);
}

/** Contents of another kind under a key that is taken. No device ever sends such; a server that takes it is told of. */
async function otherContents(endpoint: Endpoint, wire: WireVersion): Promise<Finding> {
  const other = { ...wire.version, body: { words: 'other contents' } };
  const answer = await createOne(endpoint, { version: other, digest: await digestOf(other) });
  const finding = await stillThere('overwrite', endpoint, wire, answer);
  return finding.result === 'failed' ? { ...finding, result: 'cannot' } : finding;
}

async function stillThere(
  step: 'duplicate' | 'late' | 'overwrite',
  endpoint: Endpoint,
  wire: WireVersion,
  answer: Answer,
): Promise<Finding> {
  const read = await endpoint.read(keyOf(wire.version));
  if (read.digest === wire.digest) return fine(step);
  if (read.outcome === 'auth' || read.outcome === 'retry') return failedBy(step, read);
  return {
    step,
    result: 'failed',
    reason: 'written-over',
    ...(answer.status !== undefined && { status: answer.status }),
  };
}

/** Signs that some databases do not take. Records with them are set aside there, and nothing is lost. */
async function oddText(endpoint: Endpoint, wire: WireVersion): Promise<Finding> {
  const answer = await createOne(endpoint, wire);
  const read = await endpoint.read(keyOf(wire.version));
  if (read.digest === wire.digest) return fine('odd-text');
  if (read.outcome === 'conflict' || read.digest !== undefined)
    return { step: 'odd-text', result: 'cannot', reason: 'changed' };
  return failedBy('odd-text', answer.outcome === 'ok' ? read : answer, 'cannot');
}

async function listed(
  endpoint: Endpoint,
  cursor: string | null,
  wires: readonly WireVersion[],
): Promise<Finding> {
  const end = await goThrough(
    endpoint,
    cursor,
    wires.map(({ digest }) => digest),
  );
  if ('failed' in end) return failedBy('list', end.failed);
  if (end.open.size === 0) return fine('list');
  return end.more
    ? { step: 'list', result: 'cannot', reason: 'long-list' }
    : { step: 'list', result: 'failed', reason: 'not-listed' };
}

/** The list from a cursor to its end, or until everything wanted was seen. `open`: digests that were not in it. */
async function goThrough(
  endpoint: Endpoint,
  from: string | null,
  wanted: readonly string[],
): Promise<{ cursor: string | null; open: Set<string>; more: boolean } | { failed: Answer }> {
  const open = new Set(wanted);
  let cursor = from;
  let more = true;
  for (let pages = 0; more && pages < MOST_PAGES && (wanted.length === 0 || open.size > 0); pages += 1) {
    const page = await endpoint.list(cursor);
    if (page.status === 'failed') return { failed: page.answer };
    for (const item of page.items) {
      if (item.status === 'version') open.delete(item.wire.digest);
      else for (const digest of open) if (jsonOrWord(item.raw).includes(digest)) open.delete(digest);
    }
    ({ cursor, more } = page);
  }
  return { cursor, open, more };
}

async function attachment({ attachments }: Endpoint, sha256: string, content: ArrayBuffer): Promise<Finding> {
  const step = 'attachment';
  if (!attachments) return { step, result: 'cannot', reason: 'not-offered' };
  const sent = await attachments.put(sha256, content, 'text/plain', 0);
  if (sent.outcome !== 'ok') return failedBy(step, sent, 'cannot');
  const got = await attachments.get(sha256, new Uint8Array(0));
  if (got.complete) return fine(step);
  return got.outcome === 'ok' ? { step, result: 'cannot', reason: 'changed' } : failedBy(step, got, 'cannot');
}

async function removed(endpoint: Endpoint, wires: readonly WireVersion[]): Promise<Finding> {
  let left: Answer | null = null;
  for (const { version } of wires) {
    const answer = await endpoint.remove(keyOf(version));
    const read = await endpoint.read(keyOf(version));
    if (read.outcome !== 'missing') left = answer;
  }
  if (!left) return fine('remove');
  return left.outcome === 'ok'
    ? { step: 'remove', result: 'cannot', reason: 'still-there' }
    : failedBy('remove', left, 'cannot');
}
