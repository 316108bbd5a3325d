/** The history of a record as steps a person can follow: what was done each time, and what it changed. Pure. */
import { changedLines, type LineChange } from './changed-lines.ts';
import type { RecordKind } from './define-record.ts';
import { isEndOfShare } from './end-of-share.ts';
import { lineOf, parents, type Links } from './merge-versions.ts';
import type { Delivery, Found } from './store.ts';
import type { Version } from './version.ts';

/** What was done in one step. Several can be true at once. */
export type Deed =
  | 'written'
  | 'changed'
  | 'withdrawn'
  | 'restored'
  | 'shared'
  | 'unshared'
  | 'moved'
  | 'settled'
  /** Changed from something that is not here: others may have only what was shared. */
  | 'unseen'
  /** Saved again as it was. */
  | 'kept';

export type HistoryStep =
  | { status: 'read'; version: Version; delivery: Delivery; deeds: Deed[]; changes: LineChange[] }
  /** Kept whole, but not to be read here. */
  | { status: 'unread'; why: 'newer' | 'damaged'; rev: string; recordedAt: string | null };

/** The steps in the order of `history`, which is newest first. */
export function historySteps(history: readonly Found[], kind: RecordKind): HistoryStep[] {
  const versions = history.flatMap((found) => (found.status === 'ok' ? [found.version] : []));
  const links = new Map(
    history.map((found): [string, Links] =>
      found.status === 'damaged' ? [found.rev, { base: null }] : [found.version.rev, found.version],
    ),
  );
  return history.map((found): HistoryStep => {
    if (found.status === 'damaged') {
      return { status: 'unread', why: 'damaged', rev: found.rev, recordedAt: null };
    }
    const { version, delivery } = found;
    if (found.status === 'newer') {
      return { status: 'unread', why: 'newer', rev: version.rev, recordedAt: version.recordedAt };
    }
    const before = startOf(version, versions);
    // Of the end of somebody's share the words are not here: nothing can be said of what they changed.
    const both = before && !isEndOfShare(before) && !isEndOfShare(version);
    const changes = both ? changedLines(kind.lines(before.body), kind.lines(version.body)) : [];
    return {
      status: 'read',
      version,
      delivery,
      deeds: deedsOf(version, before, {
        changed: changes.length > 0,
        settled: settlesRivals(version, links),
      }),
      changes,
    };
  });
}

/** The version it was made from; where that one is not here, the last one before it. */
function startOf(version: Version, newestFirst: readonly Version[]): Version | undefined {
  if (version.base === null) return undefined;
  return (
    newestFirst.find(({ rev }) => rev === version.base) ?? newestFirst.find(({ rev }) => rev < version.rev)
  );
}

/**
 * Whether it answers versions that stood side by side. What it names only for those who do not have what it was made from, it
 * goes back to in one line.
 */
function settlesRivals({ base, settles = [] }: Version, links: ReadonlyMap<string, Links>): boolean {
  const named = parents({ base, settles }).filter((rev) => links.has(rev));
  const behind = lineOf(
    links,
    named.flatMap((rev) => parents(links.get(rev) ?? { base: null })),
  );
  return settles.length > 0 && named.filter((rev) => !behind.has(rev)).length > 1;
}

function deedsOf(
  version: Version,
  before: Version | undefined,
  { changed, settled }: { changed: boolean; settled: boolean },
): Deed[] {
  if (version.base === null) return ['written'];
  if (!before) return ['unseen'];
  const deeds: Deed[] = [];
  if (version.removed !== before.removed)
    deeds.push(version.removed === 'withdrawn' ? 'withdrawn' : 'restored');
  if (version.audience !== before.audience) deeds.push(version.audience === 'team' ? 'shared' : 'unshared');
  if (settled) deeds.push('settled');
  if (version.occurredAt !== before.occurredAt) deeds.push('moved');
  if (changed) deeds.push('changed');
  return deeds.length > 0 ? deeds : ['kept'];
}
