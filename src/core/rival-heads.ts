/** Which versions of a record stand side by side, which of them can be read, and what could be put together of them. */
import { attachmentRef } from './attachment-ref.ts';
import type { RecordKind } from './define-record.ts';
import { commonAncestor, standing } from './merge-versions.ts';
import { putTogether } from './put-together.ts';
import type { Found } from './store.ts';
import type { Audience, Version } from './version.ts';

export interface RivalHeads {
  /** Can be read, newest first. */
  heads: Version[];
  /** Revs that stand beside them and cannot be read here: damaged, or made by a newer app. */
  unread: string[];
}

/** Finds them in the history of a record. */
export function rivalHeads(history: readonly Found[]): RivalHeads {
  const known = history.flatMap((found) => (found.status === 'damaged' ? [] : [found]));
  const versions = known.map((found) => found.version);
  const found = standing(versions);
  const newer = new Set(known.filter(({ status }) => status === 'newer').map(({ version }) => version.rev));
  const all = found ? [found.current, ...found.rivals] : [];
  const answered = new Set(versions.flatMap((version) => [version.base, version.settles ?? []].flat()));
  const damaged = history.flatMap((one) =>
    one.status === 'damaged' && !answered.has(one.rev) ? [one.rev] : [],
  );
  return {
    heads: all.filter(({ rev }) => !newer.has(rev)),
    unread: [...all.filter(({ rev }) => newer.has(rev)).map(({ rev }) => rev), ...damaged],
  };
}

export interface Together {
  body: unknown;
  occurredAt: string;
  audience: Audience;
}

/**
 * One record of all heads: fields changed on one side only are taken from it, text changed on several keeps the
 * words of each, one below the other. Null where that cannot be: what people said is never put together, nor is what
 * has no common beginning here, nor two recordings of one thing. What else cannot hold two values (a choice, a day) keeps
 * the newest one.
 */
export function keepBothWords(
  kind: RecordKind,
  versions: readonly Version[],
  heads: readonly Version[],
): Together | null {
  const ancestor = commonAncestor(versions, heads);
  if (kind.spoken || heads.length < 2 || !ancestor) return null;
  const merged = putTogether(ancestor, ...heads);
  if (!isFields(merged.body) || merged.both.includes('@body')) return null;
  let body = merged.body;
  for (const name of merged.both.filter((field) => !field.startsWith('@'))) {
    const said = heads.map((head) => (isFields(head.body) ? head.body[name] : undefined));
    if (said.some(holdsRecording)) return null;
    if (!said.every((value) => typeof value === 'string')) continue;
    const joined = { ...body, [name]: [...new Set([...said].reverse())].join('\n\n') };
    if (kind.body.safeParse(joined).success) body = joined;
  }
  if (!kind.body.safeParse(body).success) return null;
  // Shared on one side only is not yet shared by both.
  const audience = heads.every((head) => head.audience === 'team') ? 'team' : 'me';
  return { body, occurredAt: merged.occurredAt, audience };
}

/** True for a recording, and for what was said in a part of its own: an answer, for one. */
function holdsRecording(value: unknown): boolean {
  if (!isFields(value)) return false;
  return [value, ...Object.values(value)].some((part) => attachmentRef.safeParse(part).success);
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
