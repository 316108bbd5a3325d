/** The story as a line that grows: the newest at its tip, a knot for each entry, the first one at the root. */
import { Fragment } from 'preact';
import { localDay } from '../../../ui/text/dates.ts';
import { useTextState } from '../../../ui/text/use-text.ts';
import { groupByDay } from '../model/group-by-day.ts';
import type { StoryEntry } from '../model/story-entry.ts';
import { crossing, laneOf } from '../model/wander.ts';
import { DayHeading, MonthHeading } from './headings.tsx';
import { EntryCard } from './entry-card.tsx';
import { KnotLine, Root, StraightLine, Tip } from './line.tsx';
import styles from './timeline.module.css';

interface TimelineProps {
  entries: readonly StoryEntry[];
  /** False at the beginning of the story: the line then has its root. */
  more: boolean;
  /** Of the headings of months. */
  level: 2 | 3;
  /** Address of the entry that is open beside it. */
  open: string | undefined;
  /** Called before an entry is opened. */
  onOpen: () => void;
}

export function Timeline({ entries, more, level, open, onOpen }: TimelineProps) {
  const { language } = useTextState();
  const lanes = new Map(entries.map((entry) => [entry.id, laneOf(entry.id)]));
  const order = groupByDay(entries, localDay).flatMap(({ days }) => days.flatMap((day) => day.entries));
  const places = new Map(order.map((entry, at) => [entry.id, at]));
  const laneAt = (at: number) => lanes.get(order[at]?.id ?? '') ?? null;
  const over = (entry: StoryEntry | undefined) => {
    const at = places.get(entry?.id ?? '') ?? 0;
    return crossing(laneAt(at - 1), laneAt(at));
  };
  return (
    <div class={styles.timeline}>
      <Tip />
      {groupByDay(entries, localDay).map(({ month, days }) => (
        <section key={month} aria-labelledby={`month-${month}`}>
          <div class={styles.heading}>
            <StraightLine x={over(days[0]?.entries[0])} leaf />
            <MonthHeading id={`month-${month}`} month={month} language={language.value} level={level} />
          </div>
          {days.map(({ day, entries: ofDay }) => (
            <Fragment key={day}>
              <div class={styles.heading}>
                <StraightLine x={over(ofDay[0])} />
                <DayHeading day={day} language={language.value} level={level === 2 ? 3 : 4} />
              </div>
              <ol class={styles.day} role="list">
                {ofDay.map((entry) => {
                  const at = places.get(entry.id) ?? 0;
                  const lane = lanes.get(entry.id) ?? 0;
                  return (
                    <li key={entry.id} class={styles.entry}>
                      <KnotLine
                        from={crossing(laneAt(at - 1), lane)}
                        lane={lane}
                        to={crossing(lane, laneAt(at + 1))}
                        kind={entry.kind}
                        unread={entry.state !== 'read'}
                      />
                      <EntryCard entry={entry} open={entry.href === open} onOpen={onOpen} />
                    </li>
                  );
                })}
              </ol>
            </Fragment>
          ))}
        </section>
      ))}
      {!more && <Root />}
    </div>
  );
}
