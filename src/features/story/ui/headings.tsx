/** Months and days of the story in the person's language. */
import { localesFor, type Language } from '../../../ui/text/languages.ts';
import styles from './timeline.module.css';

interface MonthHeadingProps {
  id: string;
  /** `YYYY-MM` */
  month: string;
  language: Language;
  level: 2 | 3;
}

export function MonthHeading({ id, month, language, level }: MonthHeadingProps) {
  const Heading = `h${level}` as const;
  const format = new Intl.DateTimeFormat(localesFor(language), { month: 'long', year: 'numeric' });
  return (
    <Heading id={id} class={styles.month}>
      {format.format(noonOf(`${month}-01`))}
    </Heading>
  );
}

interface DayHeadingProps {
  /** `YYYY-MM-DD` */
  day: string;
  language: Language;
  level: 3 | 4;
}

export function DayHeading({ day, language, level }: DayHeadingProps) {
  const Heading = `h${level}` as const;
  const format = new Intl.DateTimeFormat(localesFor(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
  return (
    <Heading class={styles.dayName}>
      <time dateTime={day}>{format.format(noonOf(day))}</time>
    </Heading>
  );
}

/** Local noon: the same day whatever the time zone or the hour that summer time takes. */
function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00`);
}
