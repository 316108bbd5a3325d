/** Reads one version at an endpoint, and looks whether it is what it should be. */
import type { Answer, ReadAnswer } from '../protocol/endpoint.ts';
import { fromDocument, type Found } from '../protocol/lay-out.ts';
import { inEmptyList, valueAt } from '../protocol/pointer.ts';
import type { Profile } from '../protocol/profile.ts';
import type { Ask } from './ask.ts';

/** `ok` only with a version in `found` that bears this key. `raw`: the document as it came. */
export interface ReadDocument {
  answer: ReadAnswer;
  found?: Found;
  raw?: unknown;
}

export async function readDocument(profile: Profile, ask: Ask, key: string): Promise<ReadDocument> {
  const told = await ask('read', profile.read, { values: { key } });
  const { answer } = told;
  if (answer.outcome !== 'ok' || !told.heard) return { answer };
  const { json } = told.heard;
  const raw = valueAt(json, profile.read.document);
  if (raw === undefined) {
    if (inEmptyList(json, profile.read.document)) return { answer: { ...answer, outcome: 'missing' } };
    return { answer: notUnderstood(answer) };
  }
  const found = await fromDocument(profile.document, raw);
  if (found.status === 'version' && found.key === key) {
    return { answer: { ...answer, digest: found.wire.digest }, found, raw };
  }
  // Something that bears the key and is not the version: it stands in the way. Anything else is somebody else's answer.
  if (found.status === 'invalid' && (found.key === key || ownKeyless(profile))) {
    return { answer: { ...answer, outcome: 'conflict', why: found.why }, found, raw };
  }
  return { answer: notUnderstood(answer), found, raw };
}

/** Where documents bear no key, the address is all that says whose it is. */
function ownKeyless({ document }: Profile): boolean {
  return document.key === undefined;
}

/** An answer that says yes and is not what the profile expects: taken for a passing trouble, never for a yes. */
export function notUnderstood(answer: Answer): Answer {
  return { ...answer, outcome: 'retry', why: 'the answer is not what the profile expects' };
}
