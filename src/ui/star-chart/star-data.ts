/** What a star chart is given: axes, and outlines with a number or a gap on each axis. Pure. */

/** One statement (or competence). */
export interface StarAxis {
  id: string;
  /** A few words, for beside the star. */
  short: string;
  /** The whole name, for the ear and the table. */
  name: string;
  /** Looked up in the icons the chart is given. */
  icon?: string;
}

/** One reading: somebody's numbers on one day. */
export interface StarOutline {
  id: string;
  /** What it is called beside the star, such as "Today" or "Sam's view". */
  label: string;
  /** `2026-06-01`, or a full moment in UTC. */
  date: string;
  /** Whose numbers they are. */
  who: string;
  /** One per axis, in their order; null where it was not answered. */
  values: (number | null)[];
  /** `today` and `view` are drawn alike; `earlier` ones fade with age. */
  kind: 'today' | 'earlier' | 'view';
}

export interface StarData {
  axes: StarAxis[];
  outlines: StarOutline[];
  min: 1;
  max: 6;
}

/** The number on an axis, or null where there is none. */
export function valueOn(outline: StarOutline, axis: number): number | null {
  return outline.values[axis] ?? null;
}

/** The outlines as they are told and listed: today, then other views as given, then earlier ones, newest first. */
export function inTellingOrder(outlines: readonly StarOutline[]): StarOutline[] {
  const of = (kind: StarOutline['kind']) => outlines.filter((outline) => outline.kind === kind);
  const newestFirst = of('earlier').sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  return [...of('today'), ...of('view'), ...newestFirst];
}

/** Neighbouring axes that were all answered. `closed`: every axis was, so that the outline has no ends. */
interface Run {
  axes: number[];
  closed: boolean;
}

/**
 * Cuts an outline into what may be joined by a line. A gap ends a run, and nothing is joined across it; the last axis
 * is a neighbour of the first. A lone answer is a run of one: a point without a line.
 */
export function answeredRuns(values: readonly (number | null)[]): Run[] {
  const firstGap = values.indexOf(null);
  if (firstGap === -1) return values.length === 0 ? [] : [{ axes: [...values.keys()], closed: true }];
  const runs: Run[] = [];
  let run: number[] = [];
  // Starting after a gap keeps a run that goes over the top (last axis, first axis) in one piece.
  for (let step = 1; step <= values.length; step += 1) {
    const axis = (firstGap + step) % values.length;
    if (values[axis] !== null) run.push(axis);
    else if (run.length > 0) {
      runs.push({ axes: run, closed: false });
      run = [];
    }
  }
  return runs;
}
