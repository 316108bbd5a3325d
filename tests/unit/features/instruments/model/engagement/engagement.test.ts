/** Is the engagement tool whole, in every language, and does it keep to the rules of the source? */
import { describe, expect, test } from 'vitest';
import { engagement } from '../../../../../../src/features/instruments/model/engagement/engagement.ts';
import {
  bandOf,
  opens,
  type Localized,
} from '../../../../../../src/features/instruments/model/instrument.ts';
import { parseInstrument } from '../../../../../../src/features/instruments/model/parse-instrument.ts';
import { wrongInLanguages } from '../../../../../support/whole-instrument.ts';

const languages = ['en', 'fr', 'nl', 'de', 'lb'];

/** Every object with an `en` text, wherever it stands: written apart from the code that checks instruments. */
function textsIn(value: unknown, place = ''): [string, Localized][] {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  const english = entries.find(([key]) => key === 'en');
  if (english) return [[place, { en: String(english[1]), ...Object.fromEntries(entries) }]];
  return entries.flatMap(([key, inner]) => textsIn(inner, `${place}/${key}`));
}
const texts = textsIn(engagement);

describe('the words of the engagement tool', () => {
  test('title, purpose, three bands, and eight texts for each of six statements', () => {
    expect(texts).toHaveLength(2 + 3 + 6 * 8);
  });

  test.each(languages)('every text is there in %s', (language) => {
    const missing = texts.filter(([, text]) => !/\S{2}/.test(text[language] ?? ''));
    expect(missing).toEqual([]);
  });

  test.each(languages)('none is too long to be read on a phone or heard in %s', (language) => {
    const limits: [RegExp, number][] = [
      [/short$/, 28],
      [/^\/bands|^\/title/, 28],
      [/name$/, 45],
      [/about$/, 90],
      [/levels/, 180],
      [/talk|purpose/, 210],
    ];
    const tooLong = texts.filter(([place, text]) => {
      const limit = limits.find(([pattern]) => pattern.test(place))?.[1] ?? 0;
      return (text[language] ?? '').length > limit;
    });
    expect(tooLong.map(([place, text]) => `${place}: ${text[language]}`)).toEqual([]);
  });

  test.each(languages.slice(1))('no text was left in English in %s', (language) => {
    const same = texts.filter(([, text]) => text[language] === text.en).map(([place]) => place);
    // A word that is spelled the same in both languages.
    expect(same.filter((place) => !(language === 'fr' && place === '/bands/2/name'))).toEqual([]);
  });

  test('sentences are short, and nobody is shouted at', () => {
    const all = texts.flatMap(([, text]) => Object.values(text));
    expect(all.filter((text) => text.includes('!'))).toEqual([]);
    const english = texts.flatMap(([, text]) => text.en.split(/[.?]/));
    expect(english.filter((sentence) => sentence.trim().split(/\s+/).length > 28)).toEqual([]);
  });

  test('levels are said in the first person', () => {
    const first = {
      en: /\bI\b/,
      fr: /\b(je|me|moi|on me)\b|j'/i,
      nl: /\bik\b/i,
      de: /\bich\b/i,
      lb: /\bech\b/i,
    };
    const levels = texts.filter(([place]) => place.includes('/levels/'));
    expect(levels).toHaveLength(18);
    for (const [language, person] of Object.entries(first)) {
      expect(levels.filter(([, text]) => !person.test(text[language] ?? ''))).toEqual([]);
    }
  });

  test('a low talk asks about me, the project and the chances; a high one asks whom to tell', () => {
    for (const { talk } of engagement.statements) {
      expect(talk.low.en).toMatch(/about you, about how the project is run, or about the chances you get/);
      expect(talk.high.en).toMatch(/whom do we tell\?$/);
    }
    expect(new Set(engagement.statements.map(({ talk }) => talk.low.en)).size).toBe(6);
  });

  test('only English says that it has been checked', () => {
    expect(engagement.languages).toEqual(languages);
    expect(engagement.checked).toEqual(['en']);
  });
});

describe('the statements', () => {
  test('stand in the order of the source, under its names', () => {
    expect(engagement.statements.map(({ id, name }) => [id, name.en])).toEqual([
      ['assets', 'Building on assets'],
      ['voice', 'Having an equal voice'],
      ['responsibility', 'Sharing responsibility'],
      ['celebrating', 'Celebrating each other'],
      ['support', 'Encouraging mutual support'],
      ['benefits', 'Realising broader benefits'],
    ]);
  });

  test('each supports the principles the source gives it', () => {
    expect(engagement.statements.map(({ principles }) => principles.join(' '))).toEqual([
      'P1 P6',
      'P2 P4',
      'P2 P4',
      'P6',
      'P3 P5',
      'P5',
    ]);
  });

  test('the last is about wider benefit, not the responsibility that the source printed there by mistake', () => {
    const about = (id: string) => engagement.statements.find((one) => one.id === id)?.about.en;
    expect(about('benefits')).toMatch(/wider benefit for others/);
    expect(about('benefits')).not.toBe(about('responsibility'));
  });
});

describe('the scale', () => {
  test('the bands take 1 and 2, 3 and 4, 5 and 6, and nothing beside', () => {
    const named = [0, 1, 2, 3, 4, 5, 6, 7].map((score) => bandOf(engagement, score)?.id);
    const [basic, middle, high] = ['basic', 'getting-there', 'excellent'];
    expect(named).toEqual([undefined, basic, basic, middle, middle, high, high, undefined]);
  });

  test('3 and 4 share a band and open different talks', () => {
    expect(bandOf(engagement, 3)).toBe(bandOf(engagement, 4));
    expect([1, 2, 3, 4, 5, 6].map((score) => opens(engagement, score))).toEqual([
      'low',
      'low',
      'low',
      'high',
      'high',
      'high',
    ]);
  });
});

test('it passes the check that instruments from a file must pass', () => {
  expect(parseInstrument(JSON.parse(JSON.stringify(engagement)))).toEqual({
    status: 'ok',
    instrument: engagement,
  });
  expect(wrongInLanguages(engagement)).toBeNull();
});
