/** Months and days of the story, in the order the entries come in. */

export interface Day<Entry> {
  /** `YYYY-MM-DD` */
  day: string;
  entries: Entry[];
}

export interface Month<Entry> {
  /** `YYYY-MM` */
  month: string;
  days: Day<Entry>[];
}

/**
 * Groups entries by the day and month they happened on. `dayOf` gives the local day (`YYYY-MM-DD`) of a day or moment.
 * Neither gaps nor returns are marked: a day without anything is simply not there.
 */
export function groupByDay<Entry extends { when: string }>(
  entries: readonly Entry[],
  dayOf: (when: string) => string,
): Month<Entry>[] {
  const days = new Map<string, Day<Entry>>();
  for (const entry of entries) {
    const day = dayOf(entry.when);
    const group = days.get(day) ?? { day, entries: [] };
    group.entries.push(entry);
    days.set(day, group);
  }
  const months = new Map<string, Month<Entry>>();
  for (const group of days.values()) {
    const name = group.day.slice(0, 7);
    const month = months.get(name) ?? { month: name, days: [] };
    month.days.push(group);
    months.set(name, month);
  }
  return [...months.values()];
}
