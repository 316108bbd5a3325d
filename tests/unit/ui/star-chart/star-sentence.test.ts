/** Does the sentence tell each number, each gap and each change, calmly, in every language? */
import { expect, test } from 'vitest';
import { starSentence, starSentences } from '../../../../src/ui/star-chart/star-sentence.ts';
import { languages } from '../../../../src/ui/text/languages.ts';
import { earlier, star, today, view, wordsIn } from './made-stars.ts';

const gaps = star(today([5, 2, null, 4, 3, null]), earlier([3, 4, 2, 4, null, null]));

test.each([
  [
    'en',
    'Today, Ana, 1 June 2026: Building on assets 5, Having an equal voice 2, Celebrating each other 4 and Encouraging mutual support 3.',
    'Not answered: Sharing responsibility and Realising broader benefits.',
    'Building on assets went from 3 to 5, Having an equal voice went from 4 to 2, Sharing responsibility was 2 then and has no answer now, Celebrating each other stayed at 4 and Encouraging mutual support is now 3 and had no answer then.',
  ],
  [
    'fr',
    'Today, Ana, 1 juin 2026 : Building on assets 5, Having an equal voice 2, Celebrating each other 4 et Encouraging mutual support 3.',
    'Sans réponse : Sharing responsibility et Realising broader benefits.',
    'Par rapport au 4 mars 2026 : Building on assets passe de 3 à 5, Having an equal voice passe de 4 à 2, ',
  ],
  [
    'nl',
    'Today, Ana, 1 juni 2026: Building on assets 5, Having an equal voice 2, Celebrating each other 4 en Encouraging mutual support 3.',
    'Niet beantwoord: Sharing responsibility en Realising broader benefits.',
    'Vergeleken met 4 maart 2026: Building on assets ging van 3 naar 5, Having an equal voice ging van 4 naar 2, ',
  ],
  [
    'de',
    'Today, Ana, 1. Juni 2026: Building on assets 5, Having an equal voice 2, Celebrating each other 4 und Encouraging mutual support 3.',
    'Nicht beantwortet: Sharing responsibility und Realising broader benefits.',
    'Verglichen mit dem 4. März 2026: Building on assets ging von 3 auf 5, Having an equal voice ging von 4 auf 2, ',
  ],
  [
    'lb',
    'Building on assets 5, Having an equal voice 2, Celebrating each other 4 an Encouraging mutual support 3.',
    'Net beäntwert: Sharing responsibility an Realising broader benefits.',
    'Building on assets ass vun 3 op 5 gaangen, Having an equal voice ass vun 4 op 2 gaangen, ',
  ],
] as const)('in %s it tells numbers, what was not answered, and what changed', (language, ...parts) => {
  const said = starSentence(gaps, wordsIn(language), language);
  for (const part of parts) expect(said).toContain(part);
});

test.each(languages)('in %s no text is missing and nothing is called 0', (language) => {
  const t = wordsIn(language);
  const all = star(
    today([null, 1, 2, 3, 4, 5]),
    view([null, null, null, null, null, null]),
    earlier([1, 1, 2, 3, 4, 6]),
  );
  const said = [starSentence(all, t, language), starSentence(star(), t, language)].join(' ');
  expect(said).not.toMatch(/star\.|\{|\}|\b0\b/);
});

test('up and down are said in the same words', () => {
  const said = (from: number, to: number) =>
    starSentences(star(today([to]), earlier([from])), wordsIn('en'), 'en')[1];
  expect(said(3, 5)?.replaceAll(/[35]/g, '#')).toBe(said(5, 3)?.replaceAll(/[35]/g, '#'));
});

test('changes are told against the newest earlier outline of the same person, never against somebody else', () => {
  const data = star(
    earlier([1, 1, 1, 1, 1, 1], { id: 'old', date: '2025-01-01' }),
    earlier([2, 2, 2, 2, 2, 2], { id: 'new', date: '2026-02-01' }),
    earlier([6, 6, 6, 6, 6, 6], { id: 'sam', who: 'Sam', date: '2026-05-01' }),
    today([3, 3, 3, 3, 3, 3]),
  );
  const sentences = starSentences(data, wordsIn('en'), 'en');
  expect(sentences[1]).toMatch(/^Compared with 1 February 2026: Building on assets went from 2 to 3,/);
  expect(sentences.filter((sentence) => sentence.startsWith('Compared'))).toHaveLength(1);
  const others = star(today([3]), view([5]), earlier([6], { who: 'Sam' }));
  expect(starSentence(others, wordsIn('en'), 'en')).not.toContain('Compared');
});

test('a name that the label says already is not said twice', () => {
  const said = starSentence(
    star(view([1], { label: "Sam's view" }), today([2], { who: '' })),
    wordsIn('en'),
    'en',
  );
  expect(said).toContain("Sam's view, 20 May 2026:");
  expect(said).toMatch(/^Today, 1 June 2026:/);
});
