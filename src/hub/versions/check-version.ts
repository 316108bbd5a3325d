/** What the hub asks of a version before it looks at who sends it: that it is one, and that it is what was sent. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../core/canonical-json.ts';
import type { Version } from '../../core/version.ts';
import type { PushResult, Refusal } from '../../sync/protocol/hub-api.ts';
import { keyOf, wireVersionSchema } from '../../sync/protocol/wire.ts';

/** The most characters of one version's JSON. */
const LONGEST_VERSION = 512 * 1024;

/** The deepest that a body may be nested; JSON that goes deeper is an attack, not a record. */
const DEEPEST = 64;

export interface GoodVersion {
  key: string;
  version: Version;
  digest: string;
  /** The exact text that was digested, members this hub does not know included. */
  json: string;
  /** SHA-256 names of the photos and recordings it refers to. */
  attachments: string[];
}

export type Checked = { good: GoodVersion } | { bad: PushResult };

/** A version refused; `why` is read by a person. */
export function reject(key: string, reason: Refusal, why: string): PushResult {
  return { key, outcome: 'reject', reason, why };
}

/** Looks at one item of a request as it came. */
export function checkVersion(raw: unknown): Checked {
  const read = wireVersionSchema.safeParse(raw);
  if (!read.success) {
    const [issue] = read.error.issues;
    const where = issue ? issue.path.join('.') : '';
    return {
      bad: reject(
        keyIn(raw),
        'malformed',
        `This is not a record: ${where || 'its form'} is not as it should be.`,
      ),
    };
  }
  // What is digested and kept is what came, not what the schema made of it: a newer app may say more than is known here.
  const { version, digest } = read.data;
  const key = keyOf(version);
  const whole = memberOf(raw, 'version');
  const attachments = new Set<string>();
  if (!collect(whole, attachments, 0))
    return { bad: reject(key, 'malformed', 'This record is nested too deep.') };
  const json = spelled(whole);
  if (json === null)
    return { bad: reject(key, 'malformed', 'This record has a number in it that is too large to keep.') };
  if (json.length > LONGEST_VERSION) {
    return {
      bad: reject(key, 'too-large', `This record is too large: ${LONGEST_VERSION / 1024} KiB at most.`),
    };
  }
  if (createHash('sha256').update(json).digest('hex') !== digest) {
    return { bad: reject(key, 'digest', 'This record was changed on its way.') };
  }
  if (version.audience === 'me' && version.body !== null) {
    return { bad: reject(key, 'private', 'This record is private and is not kept here.') };
  }
  if (version.removed === 'erased' && version.body !== null) {
    return { bad: reject(key, 'malformed', 'An erased record says nothing any more; this one does.') };
  }
  return { good: { key, version, digest, json, attachments: [...attachments] } };
}

/** Null where JSON cannot say it: `1e400` is a number in a text and none once it is read. */
function spelled(value: unknown): string | null {
  try {
    return canonicalJson(value);
  } catch {
    return null;
  }
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** The key as far as it can be made out, so that the sender knows which one it was. */
function keyIn(raw: unknown): string {
  const version = memberOf(raw, 'version');
  const [id, rev] = [memberOf(version, 'id'), memberOf(version, 'rev')];
  return typeof id === 'string' && typeof rev === 'string' ? `${id}_${rev}`.slice(0, 200) : '';
}

const sha256 = /^[0-9a-f]{64}$/;

/** Notes every text that is written like a SHA-256, whatever the kind; false where it is nested too deep. */
function collect(value: unknown, into: Set<string>, depth: number): boolean {
  if (depth > DEEPEST) return false;
  if (typeof value === 'string') {
    if (sha256.test(value)) into.add(value);
    return true;
  }
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every((inner) => collect(inner, into, depth + 1));
}
