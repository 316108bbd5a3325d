/** Which actions are open, and whose they are. Pure. */
import type { Version } from '../../../core/version.ts';
import { asksForAnswer, owners, owesAnswer, type ActionBody, type ActionOwner } from './action.ts';

export interface ActionsByOwner<Action> {
  /** Without an outcome, by who does it; what has a day first, the nearest before the others. */
  open: Record<ActionOwner, Action[]>;
  /** With an outcome, whichever it is, newest first. */
  ended: Action[];
}

/** `actions` newest first. */
export function byOwner<Action extends Version<ActionBody>>(
  actions: readonly Action[],
): ActionsByOwner<Action> {
  const open: ActionsByOwner<Action>['open'] = { me: [], project: [], other: [] };
  for (const owner of owners) {
    const theirs = actions.filter(({ body }) => body.owner === owner && !body.outcome);
    open[owner] = theirs.sort((a, b) => compareDays(a.body.by, b.body.by));
  }
  return { open, ended: actions.filter(({ body }) => body.outcome) };
}

/**
 * For a short list: what the project owes an answer to, then my own, then the others, and last what is over and still
 * has no answer of the project.
 */
export function nextActions<Action extends Version<ActionBody>>(actions: readonly Action[]): Action[] {
  const { open, ended } = byOwner(actions);
  const owed = open.project.filter(({ body }) => owesAnswer(body));
  const answered = open.project.filter(({ body }) => !owesAnswer(body));
  return [...owed, ...open.me, ...answered, ...open.other, ...ended.filter(asksForAnswer)];
}

/** True where it is of those. */
export function isNext(version: Version<ActionBody>): boolean {
  return !version.body.outcome || asksForAnswer(version);
}

/** True where the day it was meant for is over and nothing is said of what came of it. */
export function isPast({ by, outcome }: ActionBody, today: string): boolean {
  return by !== undefined && by < today && !outcome;
}

function compareDays(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return a < b ? -1 : 1;
}
