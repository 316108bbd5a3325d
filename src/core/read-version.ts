/** How this program reads versions: the body of one, and several that stand side by side as one. Pure. */
import { readBody, type BodyOutcome, type RecordKind, type RecordKinds } from './define-record.ts';
import { isEndOfShare } from './end-of-share.ts';
import { readTogether } from './put-together.ts';
import type { Version } from './version.ts';

/** The body of a version in its kind's own schema; nothing where it was erased or only the end of its share is known. */
export function readVersion(records: RecordKinds, version: Version): BodyOutcome<unknown> {
  const { kind, schema, body, removed } = version;
  if (removed === 'erased' || isEndOfShare(version)) return { status: 'ok', body: null };
  const known = records.get(kind);
  return known ? readBody<unknown>(known, schema, body) : { status: 'newer' };
}

/**
 * What screens and tables show of a record with rivals. Null where the version that counts is to be shown as it is, with
 * its rivals beside it. `versions`: all there are, bodies in the kind's own schema; null for each that cannot be read here.
 */
export function showTogether(
  kind: RecordKind,
  versions: readonly (Version | null)[],
): ReturnType<typeof readTogether> {
  const usable = versions.filter((version) => version !== null);
  if (usable.length < versions.length) return null;
  const together = readTogether(usable, kind.spoken);
  // Fields that are each fine can be wrong together: written words taken out here, the recording of them there.
  return together && kind.body.safeParse(together.version.body).success ? together : null;
}
