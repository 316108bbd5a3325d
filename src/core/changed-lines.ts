/** What differs between two versions of a record, line by line, as a person would tell it. Pure. */
import { sameContents } from './canonical-json.ts';
import type { Line } from './define-record.ts';

/** One line that is not as it was. `before` is absent where it is new, `after` where it was taken out. */
export interface LineChange {
  /** Catalog key of what the line is about. */
  label: string;
  /** Catalog key of the line it belongs to, e.g. the statement a note is on. */
  under?: string;
  before?: Line;
  after?: Line;
}

/** The lines that differ, in the order of the later version; what was taken out stands last. */
export function changedLines(before: readonly Line[], after: readonly Line[]): LineChange[] {
  const repeating = new Set([...repeated(before), ...repeated(after)]);
  const old = named(before, repeating);
  const now = named(after, repeating);
  const changes: LineChange[] = [];
  for (const [name, { line, ...about }] of now) {
    const earlier = old.get(name)?.line;
    if (!earlier) changes.push({ ...about, after: line });
    else if (!sameLine(earlier, line)) changes.push({ ...about, before: earlier, after: line });
  }
  for (const [name, { line, ...about }] of old) if (!now.has(name)) changes.push({ ...about, before: line });
  return changes;
}

/** Whether two lines say the same about the same. */
export function sameLine(a: Line, b: Line): boolean {
  return a.label === b.label && sameContents(a.words ?? null, b.words ?? null) && sameMedia(a, b);
}

function sameMedia(a: Line, b: Line): boolean {
  return sameContents(a.media?.map(({ sha256 }) => sha256) ?? [], b.media?.map(({ sha256 }) => sha256) ?? []);
}

function repeated(lines: readonly Line[]): string[] {
  const labels = lines.map(({ label }) => label);
  return labels.filter((label, at) => labels.indexOf(label) !== at);
}

interface Named {
  label: string;
  under?: string;
  line: Line;
}

/**
 * Lines by a name that stays the same between versions. A label that repeats, and a note, belong to the last line
 * before them that stands alone, so that a note put in does not shift all those after it.
 */
function named(lines: readonly Line[], repeating: ReadonlySet<string>): Map<string, Named> {
  const names = new Map<string, Named>();
  let last: string | undefined;
  for (const line of lines) {
    const { label } = line;
    const belongs = repeating.has(label) || label.endsWith('.note');
    if (!belongs) last = label;
    const under = belongs ? last : undefined;
    let name = `${under ?? ''} ${label} ${belongs && line.media ? 'media' : ''}`;
    while (names.has(name)) name += '+';
    names.set(name, { label, ...(under === undefined ? {} : { under }), line });
  }
  return names;
}
