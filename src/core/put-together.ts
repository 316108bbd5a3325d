/** Rivals whose changes do not touch each other read as one: three-way, field by field, the same on every device. */
import { sameContents } from './canonical-json.ts';
import { commonAncestor, standing } from './merge-versions.ts';
import type { Version } from './version.ts';

export interface PutTogether {
  body: unknown;
  occurredAt: string;
  /** Fields that more than one side changed, each differently; empty when all could be put together. */
  both: string[];
}

/**
 * Puts sides together that go back to `ancestor`. A field changed on one side is taken from it; a field changed
 * differently on several keeps what the side with the greatest rev says and is named in `both`.
 * `@removed`, `@audience`, `@occurredAt` and `@body` stand for the parts outside the fields. The order of the sides does not matter.
 */
export function putTogether(ancestor: Version, ...sides: Version[]): PutTogether {
  const newest = sides.reduce((a, b) => (b.rev > a.rev ? b : a));
  const both: string[] = [];
  // Hidden or shared on one side only is for people to decide, not for a rule.
  if (sides.some((side) => side.removed !== newest.removed)) both.push('@removed');
  if (sides.some((side) => side.audience !== newest.audience)) both.push('@audience');

  const choose = (name: string, old: unknown, newestValue: unknown, values: unknown[]): unknown => {
    const changed = values.filter((value) => !same(value, old));
    const [first] = changed;
    if (changed.some((value) => !same(value, first))) {
      both.push(name);
      return newestValue;
    }
    return changed.length > 0 ? first : old;
  };

  const days = sides.map((side) => side.occurredAt);
  const occurredAt = String(choose('@occurredAt', ancestor.occurredAt, newest.occurredAt, days));
  const bodies = sides.map((side) => side.body);
  if (!isFields(ancestor.body) || !isFields(newest.body) || !bodies.every(isFields)) {
    return { body: choose('@body', ancestor.body, newest.body, bodies), occurredAt, both };
  }
  const old = ancestor.body;
  const latest = newest.body;
  const names = new Set([old, ...bodies].flatMap((fields) => Object.keys(fields)));
  const merged = [...names].sort().flatMap((name): [string, unknown][] => {
    const value = choose(
      name,
      own(old, name),
      own(latest, name),
      bodies.map((fields) => own(fields, name)),
    );
    return value === undefined ? [] : [[name, value]];
  });
  return { body: Object.fromEntries(merged), occurredAt, both };
}

/**
 * How a record with rivals is to be read: as one where everything could be put together, else the current version
 * with its rivals beside it. `versions` are all that can be opened, bodies in one schema. Never for spoken kinds.
 */
export function readTogether(
  versions: readonly Version[],
  spoken: boolean,
): { version: Version; rivals: Version[] } | null {
  const found = standing(versions);
  if (!found) return null;
  const asIs = { version: found.current, rivals: found.rivals };
  if (spoken || found.rivals.length === 0) return asIs;
  const heads = [found.current, ...found.rivals];
  const ancestor = commonAncestor(versions, heads);
  if (!ancestor) return asIs;
  const { body, occurredAt, both } = putTogether(ancestor, ...heads);
  if (both.length > 0) return asIs;
  // Who edits what they see here answers the rivals as well, by handing `settles` on.
  const settles = found.rivals.map((rival) => rival.rev);
  return { version: { ...found.current, body, occurredAt, settles }, rivals: [] };
}

/** A field that is not there differs from one that is null. */
function same(a: unknown, b: unknown): boolean {
  return a === undefined || b === undefined ? a === b : sameContents(a, b);
}

function own(fields: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
