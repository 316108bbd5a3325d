/** Days and times in the person's language. */
import { localesFor, type Language } from './languages.ts';

/** `2026-06-01` or `2026-06-01T09:30:00.000Z` as a day: "1 June 2026". Local day for a moment. */
export function sayDay(language: Language, when: string): string {
  return new Intl.DateTimeFormat(localesFor(language), { dateStyle: 'long' }).format(asDate(when));
}

/** The same, short, for lists and charts: "1 Jun 2026". */
export function sayShortDay(language: Language, when: string): string {
  return new Intl.DateTimeFormat(localesFor(language), { dateStyle: 'medium' }).format(asDate(when));
}

/** A moment with its time: "1 June 2026 at 09:30". */
export function sayMoment(language: Language, when: string): string {
  const format = new Intl.DateTimeFormat(localesFor(language), { dateStyle: 'long', timeStyle: 'short' });
  return format.format(asDate(when));
}

/** The local day of a moment as `YYYY-MM-DD`; a day stays as it is. */
export function localDay(when: string): string {
  if (when.length === 10) return when;
  const date = new Date(when);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function asDate(when: string): Date {
  return when.length === 10 ? new Date(`${when}T12:00:00`) : new Date(when);
}
