/** Months and days of the story in the person's language. */
import { localesFor, type Language } from '../../../ui/text/languages.ts';
import styles from './timeline.module.css';

interface MonthHeadingProps {
  id: string;
  /** `YYYY-MM` */
  month: string;
  language: Language;
}

export function MonthHeading({ id, month, language }: MonthHeadingProps) {
  const format = new Intl.DateTimeFormat(localesFor(language), { month: 'long', year: 'numeric' });
  return (
    <h2 id={id} class={styles.month}>
      {format.format(noonOf(`${month}-01`))}
    </h2>
  );
}

/** `day` is `YYYY-MM-DD`. */
export function DayHeading({ day, language }: { day: string; language: Language }) {
  const format = new Intl.DateTimeFormat(localesFor(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
  return (
    <h3 class={styles.dayName}>
      <time dateTime={day}>{format.format(noonOf(day))}</time>
    </h3>
  );
}

/** Local noon: the same day whatever the time zone or the hour that summer time takes. */
function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00`);
}
