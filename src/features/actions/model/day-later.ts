/** Days to come, for choosing with one tap. Pure. */

export type Later = 'week' | 'month' | 'quarter';

const days: Record<Later, number> = { week: 7, month: 28, quarter: 91 };

/** The same weekday in one, four or thirteen weeks: a garden meets on the same day. `today` is `YYYY-MM-DD`. */
export function dayLater(today: string, later: Later): string {
  const date = new Date(`${today}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days[later]);
  return date.toISOString().slice(0, 10);
}
