/** Does anything but the answers themselves ever come out, for any star? No total, no average, no rank. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pictureWords } from '../../../../src/ui/star-chart/picture-words.ts';
import { starSentences } from '../../../../src/ui/star-chart/star-sentence.ts';
import { languages } from '../../../../src/ui/text/languages.ts';
import { sayDay } from '../../../../src/ui/text/dates.ts';
import { earlier, star, today, view, wordsIn } from './made-stars.ts';

const words = new Map(languages.map((language) => [language, wordsIn(language)] as const));
const values = fc.array(fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }), {
  minLength: 6,
  maxLength: 6,
});
const anyStar = fc.record({ now: values, before: values, other: values });

/** Every figure in a text, whole or broken, in order; the days are taken out first. */
function figuresIn(text: string, days: readonly string[]): string[] {
  let rest = text;
  for (const day of days) rest = rest.replaceAll(day, '');
  return rest.match(/\d+(?:[.,]\d+)*%?/g) ?? [];
}

const figures = (answers: (number | null)[]) => answers.filter((value) => value !== null).map(String);

test('the sentences hold each answer once for its outline, and the two of each change', () => {
  fc.assert(
    fc.property(anyStar, fc.constantFrom(...languages), ({ now, before, other }, language) => {
      const data = star(today(now), earlier(before), view(other));
      const t = words.get(language) ?? String;
      const days = data.outlines.map((outline) => sayDay(language, outline.date));
      const told = starSentences(data, t, language).flatMap((sentence) => figuresIn(sentence, days));
      const changes = now.flatMap((value, axis) => {
        const from = before[axis] ?? null;
        return figures(value === from ? [value] : [from, value]);
      });
      expect(told).toEqual([...figures(now), ...changes, ...figures(other), ...figures(before)]);
    }),
  );
});

test('the picture holds names, days and the numbers of the rings, and no other figure', () => {
  fc.assert(
    fc.property(anyStar, fc.constantFrom(...languages), ({ now, before, other }, language) => {
      const data = star(today(now), earlier(before), view(other));
      const t = words.get(language) ?? String;
      const days = data.outlines.map((outline) => sayDay(language, outline.date));
      const { title, names, rings, legend, gap, key } = pictureWords(data, 'Ana', t, language);
      expect(rings).toEqual(['1', '2', '3', '4', '5', '6']);
      const rest = [title, ...names, ...legend.map((entry) => entry.words), gap ?? '', ...key];
      expect(rest.flatMap((text) => figuresIn(text, days))).toEqual([]);
    }),
  );
});
