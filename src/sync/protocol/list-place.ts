/** Where one stands in a list that gives no cursor of its own: by the server's time, or by position. */
import * as z from 'zod/mini';
import type { Pull } from './profile-parts.ts';

const number = z.nullable(z.number());

/** `pages` and `items` that this pass has had, and the `most` on one page: fewer than that is the end. */
const pass = { pages: z.number(), items: z.number(), most: z.number() };

const timePlace = z.object({
  /** From here on is asked; `newest` has been seen, first when the server's clock said `seenAt`. Milliseconds. */
  since: number,
  newest: number,
  seenAt: number,
  ...pass,
});
export type TimePlace = z.infer<typeof timePlace>;

/** `last` is the mark of the last one had: where it no longer stands at its place, something before it is gone. */
const positionPlace = z.object({ at: z.number(), last: z.nullable(z.string()), most: z.number() });
export type PositionPlace = z.infer<typeof positionPlace>;

function readPlace<Place>(schema: z.ZodMiniType<Place>, cursor: string | null, start: Place): Place {
  if (cursor === null) return start;
  try {
    const read = schema.safeParse(JSON.parse(cursor));
    return read.success ? read.data : start;
  } catch {
    return start;
  }
}

/** A cursor nobody can read begins anew: doubles do no harm. */
export function readTimePlace(cursor: string | null): TimePlace {
  return readPlace<TimePlace>(timePlace, cursor, {
    since: null,
    newest: null,
    seenAt: null,
    pages: 0,
    items: 0,
    most: 0,
  });
}

export function readPositionPlace(cursor: string | null): PositionPlace {
  return readPlace<PositionPlace>(positionPlace, cursor, { at: 0, last: null, most: 0 });
}

/**
 * After a page whose items bear these `times` (null: none that can be read). At the end of a pass the next one looks back by the overlap, because what
 * was begun earlier can become visible later; not once the newest has stood there for twice as long.
 */
export function afterTimePage(
  place: TimePlace,
  times: readonly (number | null)[],
  clockMs: number | undefined,
  overlapMs: number,
): { place: TimePlace; more: boolean } {
  const latest = times.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null);
  const grew = latest !== null && (place.newest === null || latest > place.newest);
  const newest = grew ? latest : place.newest;
  const seenAt = grew ? (clockMs ?? null) : place.seenAt;
  const most = Math.max(place.most, times.length);
  if (times.length > 0 && times.length >= most) {
    const had = { pages: place.pages + 1, items: place.items + times.length, most };
    return { place: { since: place.since, newest, seenAt, ...had }, more: true };
  }
  const settled = seenAt !== null && clockMs !== undefined && clockMs - seenAt > 2 * overlapMs;
  const since = newest === null ? null : settled ? newest : newest - overlapMs;
  return { place: { since, newest, seenAt, pages: 0, items: 0, most: 0 }, more: false };
}

/** After a page with the marks of its items. `restart`: all must be listed again. */
export function afterPositionPage(
  place: PositionPlace,
  marks: readonly string[],
): { place: PositionPlace; more: boolean; fresh: number } | 'restart' {
  // From the second page on the first of a page is the last one of the page before.
  const again = place.last === null ? 0 : 1;
  if (again === 1 && marks[0] !== place.last) return 'restart';
  const most = Math.max(place.most, marks.length);
  const fresh = marks.length - again;
  const more = fresh > 0 && marks.length >= most;
  const next = { at: place.at + fresh, last: marks.at(-1) ?? place.last, most: more ? most : 0 };
  return { place: next, more, fresh };
}

/** A moment as the profile's server writes it; the very first where there is none yet. */
export function writeTime(ms: number | null, format: (Pull & { by: 'time' })['format']): string {
  if (format === 'iso') return new Date(ms ?? 0).toISOString();
  return String(format === 'seconds' ? Math.floor((ms ?? 0) / 1000) : (ms ?? 0));
}

/** Milliseconds, or null where it is no moment. A part of a millisecond is cut off: it looks back rather than past. */
export function readTime(value: unknown, format: (Pull & { by: 'time' })['format']): number | null {
  if (format === 'iso') {
    const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN;
    return Number.isNaN(ms) ? null : ms;
  }
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) return null;
  return Math.floor(format === 'seconds' ? number * 1000 : number);
}
