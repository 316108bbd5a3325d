/** The star as words for the ear: who gave which number to what, what was left out, and what is different now. Pure. */
import type { Translate } from '../text/catalog.ts';
import { sayDay } from '../text/dates.ts';
import type { Language } from '../text/languages.ts';
import { inTellingOrder, valueOn, type StarAxis, type StarData, type StarOutline } from './star-data.ts';

/**
 * Tells the whole star in the language of `t`. What is different now is told between the first outline of today and
 * the newest earlier one of the same person: up, down and unchanged in the same words. Nothing is counted or weighed.
 */
export function starSentence(data: StarData, t: Translate, language: Language): string {
  return starSentences(data, t, language).join(' ');
}

/** The same in its parts: one for each outline, and one for what is different now. For reading with the eyes. */
export function starSentences(data: StarData, t: Translate, language: Language): string[] {
  const told = inTellingOrder(data.outlines);
  if (told.length === 0 || data.axes.length === 0) return [t('star.sentence.empty')];
  const today = told.find((outline) => outline.kind === 'today');
  const before = told.find((outline) => outline.kind === 'earlier' && outline.who === today?.who);
  const sentences: string[] = [];
  for (const outline of told) {
    sentences.push(sayOutline(data.axes, outline, t, language));
    if (outline === today && before) sentences.push(...sayChanges(data.axes, outline, before, t, language));
  }
  return sentences;
}

/** What an outline is called: its label, whose it is where the label does not say so, and the day. */
export function outlineName(outline: StarOutline, t: Translate, day: string): string {
  const { label, who } = outline;
  if (who.trim() === '' || label.includes(who)) return t('star.outline.own', { label, day });
  return t('star.outline.named', { label, who, day });
}

function sayOutline(axes: StarAxis[], outline: StarOutline, t: Translate, language: Language): string {
  const name = outlineName(outline, t, sayDay(language, outline.date));
  const scores: string[] = [];
  const leftOut: string[] = [];
  for (const [index, axis] of axes.entries()) {
    const value = valueOn(outline, index);
    if (value === null) leftOut.push(axis.name);
    else scores.push(t('star.sentence.score', { name: axis.name, value }));
  }
  if (scores.length === 0) return t('star.sentence.nothing', { outline: name });
  const parts = [t('star.sentence.outline', { outline: name, scores: sayList(scores, t) })];
  if (leftOut.length > 0) parts.push(t('star.sentence.left-out', { names: sayList(leftOut, t) }));
  return parts.join(' ');
}

/** Nothing where no statement was answered then or now. */
function sayChanges(
  axes: StarAxis[],
  now: StarOutline,
  then: StarOutline,
  t: Translate,
  language: Language,
): string[] {
  const changes = axes.flatMap((axis, index) => {
    const change = sayChange(axis.name, valueOn(then, index), valueOn(now, index), t);
    return change === null ? [] : [change];
  });
  if (changes.length === 0) return [];
  return [t('star.sentence.since', { day: sayDay(language, then.date), changes: sayList(changes, t) })];
}

function sayChange(name: string, from: number | null, to: number | null, t: Translate): string | null {
  if (from === null) return to === null ? null : t('star.change.new', { name, value: to });
  if (to === null) return t('star.change.gone', { name, value: from });
  if (from === to) return t('star.change.stayed', { name, value: to });
  return t('star.change.moved', { name, from, to });
}

/** "a, b and c". `Intl.ListFormat` does not know Luxembourgish everywhere. */
function sayList(parts: readonly string[], t: Translate): string {
  const last = parts.at(-1) ?? '';
  if (parts.length < 2) return last;
  return t('star.list.last', { before: parts.slice(0, -1).join(', '), last });
}
