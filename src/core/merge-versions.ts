/** What a device knows of one record is a set of versions; this is how two such sets become one. */
import type { Version } from './version.ts';

/** The part of a version that merging looks at; the body may stay sealed. */
export type Stamp = Pick<Version, 'id' | 'rev' | 'base' | 'settles' | 'removed' | 'audience'>;

/** What a version says of those before it. */
export type Links = Pick<Version, 'base' | 'settles'>;

export interface Merge<V extends Stamp> {
  /** All that is known now, oldest first. A single tombstone once the record was erased anywhere. */
  versions: V[];
  /** Those of `versions` that were not here before. */
  added: V[];
  /** Arrived, but already here. */
  known: V[];
  /** Arrived, but the record is erased: left out. */
  absorbed: V[];
  /** Arrived under the id and rev of another with other contents: the one here is kept. */
  clashes: V[];
}

/**
 * The union of two sets of versions of one record. Deliveries may repeat and come in any order.
 * An erased version absorbs every other, later ones too: what was erased never comes back.
 * `same` says whether two versions of one rev have the same contents.
 */
export function mergeVersions<V extends Stamp>(
  here: readonly V[],
  arriving: readonly V[],
  same: (kept: V, arrived: V) => boolean,
): Merge<V> {
  const before = new Set(here.map((version) => version.rev));
  const byRev = new Map(here.map((version) => [version.rev, version]));
  const known: V[] = [];
  const clashes: V[] = [];
  for (const version of arriving) {
    const kept = byRev.get(version.rev);
    if (!kept) byRev.set(version.rev, version);
    else (same(kept, version) ? known : clashes).push(version);
  }
  const union = [...byRev.values()].sort(byRevision);
  const tombstone = pickTombstone(union);
  const versions = tombstone ? [tombstone] : union;
  return {
    versions,
    added: versions.filter((version) => !before.has(version.rev)),
    known,
    absorbed: tombstone ? union.filter((version) => version !== tombstone && !before.has(version.rev)) : [],
    clashes,
  };
}

export interface Standing<V extends Stamp> {
  /** The one with the greatest rev. */
  current: V;
  /** Heads besides it, newest first: versions that no later one was made from or answers. */
  rivals: V[];
}

/** Which version counts and which ones stand beside it; null where nothing is known. */
export function standing<V extends Stamp>(versions: readonly V[]): Standing<V> | null {
  const newestFirst = [...versions].sort(byRevision).reverse();
  const answered = new Set<string>();
  const heads: V[] = [];
  // Newest first, so that everything later has already said what it answers.
  for (const version of newestFirst) {
    if (!answered.has(version.rev)) heads.push(version);
    for (const earlier of parents(version)) answered.add(earlier);
  }
  const [current, ...rivals] = heads;
  return current ? { current, rivals } : null;
}

/** The newest version that all of `heads` go back to; null where there is none or it is not known here. */
export function commonAncestor<V extends Stamp>(versions: readonly V[], heads: readonly V[]): V | null {
  const byRev = new Map(versions.map((version) => [version.rev, version]));
  const lines = heads.map((head) => lineOf(byRev, parents(head)));
  const shared = versions.filter((version) => lines.every((line) => line.has(version.rev)));
  return shared.sort(byRevision).at(-1) ?? null;
}

/** Some revs and all that they go back to, as far as it is known. */
export function lineOf(byRev: ReadonlyMap<string, Links>, revs: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const open = [...revs];
  for (let rev = open.pop(); rev !== undefined; rev = open.pop()) {
    if (seen.has(rev)) continue;
    seen.add(rev);
    const version = byRev.get(rev);
    if (version) open.push(...parents(version));
  }
  return seen;
}

/** The revs that a version was made from or answers. */
export function parents({ base, settles }: Links): string[] {
  return [...(base === null ? [] : [base]), ...(settles ?? [])];
}

/** Devices may erase on their own; all of them must end with the same tombstone, and one that may be sent wins. */
function pickTombstone<V extends Stamp>(union: readonly V[]): V | undefined {
  const erased = union.filter((version) => version.removed === 'erased');
  return erased.find((version) => version.audience === 'team') ?? erased[0];
}

function byRevision(a: Stamp, b: Stamp): number {
  return a.rev < b.rev ? -1 : a.rev > b.rev ? 1 : 0;
}
