/** Searching finds words however somebody spells them, in the record and in the words of the interface around it. */
import { describe, expect, test } from 'vitest';
import { fold, matcher, searchText } from '../../../../src/features/story/model/search-words.ts';
import type { Found } from '../../../../src/core/store.ts';
import type { Words } from '../../../../src/core/define-record.ts';
import { records } from '../../../../src/records.ts';
import { version } from '../../../support/versions.ts';

describe('spelling', () => {
  test.each([
    ['grun', 'Grün'],
    ['GRÜN', 'grün'],
    ['grün', 'GRUN'],
    ['strasse', 'Straße'],
    ['ecole', 'École'],
    ['soeur', 'sœur'],
    ['gaart', 'Gäärt'],
    ["d'un", 'd’un'],
    ['bohnen ernte', 'Ernte der Bohnen'],
    ['rnt', 'Ernte'],
  ])('"%s" finds "%s"', (typed, text) => {
    expect(matcher(typed)(fold(text))).toBe(true);
  });

  test.each([
    ['grund', 'Grün'],
    ['bohnen tomaten', 'Bohnen'],
    ['x', ''],
  ])('"%s" does not find "%s"', (typed, text) => {
    expect(matcher(typed)(fold(text))).toBe(false);
  });

  test('spaces alone look for nothing in particular', () => {
    expect(matcher('   ')('anything')).toBe(true);
  });
});

const say = {
  words(words: Words): string {
    if ('said' in words) return words.said;
    if ('day' in words) return words.day;
    if ('together' in words) return words.together.map((part) => say.words(part)).join(' ');
    return 'list' in words ? words.list.map((part) => say.words(part)).join(', ') : `<${words.key}>`;
  },
  kind: (kind: string) => `kind of ${kind}`,
  day: (when: string) => `day ${when}`,
};

function found(kind: string, body: unknown): Found {
  return { status: 'ok', version: version(1, { kind, body }), rivals: 0, delivery: 'here' };
}

describe('what is searched', () => {
  const spade = {
    what: 'Äxte schärfen',
    part: 'hand',
    more: 'from my grandfather',
    photos: [],
    priorLearning: true,
    competences: ['Tool care'],
  };

  test('title, lines, lists, words of the catalog, kind and day', () => {
    const text = searchText(found('asset', spade), records, say);
    const wanted = ['axte', 'GRANDFATHER', 'tool care', 'assets.part.hand', 'kind of asset', '2026-05-01'];
    expect(wanted.filter((typed) => !matcher(typed)(text))).toEqual([]);
    expect(matcher('heart')(text)).toBe(false);
  });

  test('what cannot be read is still found by its kind and day', () => {
    const damaged: Found = {
      status: 'damaged',
      id: 'x',
      rev: 'r',
      kind: 'asset',
      subject: 's',
      occurredAt: '2026-05-01',
      why: 'bad',
    };
    expect(matcher('asset 2026-05-01')(searchText(damaged, records, say))).toBe(true);
  });

  test('nothing of an erased record', () => {
    const erased: Found = {
      status: 'ok',
      version: version(1, { kind: 'asset', removed: 'erased', body: null }),
      rivals: 0,
      delivery: 'here',
    };
    expect(() => searchText(erased, records, say)).not.toThrow();
  });
});
