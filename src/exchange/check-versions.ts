/** Looks at each version of a file by itself: a bad one is named and left out, its neighbours are not. Pure. */
import { readBody, type RecordKinds } from '../core/define-record.ts';
import { isEndOfShare, sameVersion } from '../core/end-of-share.ts';
import { versionSchema, type Version } from '../core/version.ts';
import type { ImportProblem } from './import-check.ts';
import { notPlain } from './plain-json.ts';

interface CheckedVersions {
  /** Each id and rev once, bodies as they stand in the file. */
  versions: Version[];
  problems: ImportProblem[];
}

type Checked = { status: 'good'; version: Version; newer: boolean } | { status: 'bad'; why: string };

export function checkVersions(found: readonly unknown[], records: RecordKinds): CheckedVersions {
  const versions = new Map<string, Version>();
  const problems: ImportProblem[] = [];
  const unknown = new Map<string, number>();
  const newer = new Map<string, number>();
  for (const [at, raw] of found.entries()) {
    const checked = checkVersion(raw, records);
    if (checked.status === 'bad') {
      problems.push({ code: 'bad-version', at, ...nameOf(raw), why: checked.why });
      continue;
    }
    const { version } = checked;
    const key = `${version.id} ${version.rev}`;
    const twin = versions.get(key);
    if (twin) {
      if (!sameVersion(twin, version)) problems.push({ code: 'clash', id: version.id, rev: version.rev });
      else if (isEndOfShare(twin)) versions.set(key, version);
      continue;
    }
    versions.set(key, version);
    if (!records.has(version.kind)) count(unknown, version.kind);
    else if (checked.newer) count(newer, version.kind);
  }
  for (const [kind, times] of unknown) problems.push({ code: 'unknown-kind', kind, count: times });
  for (const [kind, times] of newer) problems.push({ code: 'newer-record', kind, count: times });
  return { versions: [...versions.values()], problems };
}

function checkVersion(raw: unknown, records: RecordKinds): Checked {
  const amiss = notPlain(raw);
  if (amiss) return { status: 'bad', why: amiss };
  const envelope = versionSchema.safeParse(raw);
  if (!envelope.success) {
    const issue = envelope.error.issues[0];
    return { status: 'bad', why: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}` };
  }
  // What a newer app says besides is kept, and taken away again: it is part of the version.
  const version: Version = {
    ...(typeof raw === 'object' ? raw : null),
    ...envelope.data,
    body: envelope.data.body,
  };
  if (Number.isNaN(Date.parse(version.occurredAt)) || Number.isNaN(Date.parse(version.recordedAt))) {
    return { status: 'bad', why: 'no such day' };
  }
  if (version.removed === 'erased') {
    if (version.body !== null) return { status: 'bad', why: 'erased, but something is left' };
    return { status: 'good', version, newer: false };
  }
  const kind = records.get(version.kind);
  if (!kind || isEndOfShare(version)) return { status: 'good', version, newer: false };
  try {
    const read = readBody(kind, version.schema, version.body);
    if (read.status === 'damaged') return { status: 'bad', why: read.why };
    return { status: 'good', version, newer: read.status === 'newer' };
  } catch (error) {
    // An upgrade trusts its input to be what its schema once let through; a file may hold anything.
    return { status: 'bad', why: error instanceof Error ? error.message : 'cannot be brought up to date' };
  }
}

/** What a bad version says of itself, where that can be shown. */
function nameOf(raw: unknown): { id?: string; kind?: string } {
  if (typeof raw !== 'object' || raw === null) return {};
  const short = (value: unknown) => (typeof value === 'string' && value.length <= 40 ? value : null);
  const id = 'id' in raw ? short(raw.id) : null;
  const kind = 'kind' in raw ? short(raw.kind) : null;
  return { ...(id !== null && { id }), ...(kind !== null && { kind }) };
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
