/** Stars for tests: six statements with names free of figures, and outlines in one line each. */
import type { StarAxis, StarData, StarOutline } from '../../../../src/ui/star-chart/star-data.ts';
import { translator, type Translate } from '../../../../src/ui/text/catalog.ts';
import type { Language } from '../../../../src/ui/text/languages.ts';
import { poFiles, readCatalog } from '../../../../src/ui/text/po.ts';

const axes: StarAxis[] = [
  { id: 'assets', short: 'Assets', name: 'Building on assets' },
  { id: 'voice', short: 'Equal voice', name: 'Having an equal voice' },
  { id: 'responsibility', short: 'Responsibility', name: 'Sharing responsibility' },
  { id: 'celebrating', short: 'Celebrating', name: 'Celebrating each other' },
  { id: 'support', short: 'Mutual support', name: 'Encouraging mutual support' },
  { id: 'benefits', short: 'Broader benefits', name: 'Realising broader benefits' },
];

type Values = (number | null)[];

export const today = (values: Values, more: Partial<StarOutline> = {}): StarOutline => ({
  id: 'today',
  label: 'Today',
  date: '2026-06-01',
  who: 'Ana',
  kind: 'today',
  values,
  ...more,
});

export const earlier = (values: Values, more: Partial<StarOutline> = {}): StarOutline =>
  today(values, { id: 'earlier', label: 'Earlier', date: '2026-03-04', kind: 'earlier', ...more });

export const view = (values: Values, more: Partial<StarOutline> = {}): StarOutline =>
  today(values, { id: 'view', label: 'View', who: 'Sam', date: '2026-05-20', kind: 'view', ...more });

export const star = (...outlines: StarOutline[]): StarData => ({ axes, outlines, min: 1, max: 6 });

/** The words of the real catalogs. */
export function wordsIn(language: Language): Translate {
  return translator(readCatalog(poFiles('src', language), language));
}
