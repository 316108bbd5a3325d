/** CSV that no spreadsheet runs, and that says what was said. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine, guardText } from '../../../src/exchange/csv.ts';
import { readCsv } from './read-csv.ts';

test.each([
  ['=1+1'],
  ['+352 621 000'],
  ['-2 degrees'],
  ['@here'],
  ['\tindented'],
  ['\rnew'],
  ['\nnew'],
  ['\0null'],
  ['＝1+1'],
  ['＋1'],
  ['－1'],
  ['＠x'],
  ['  =1+1'],
  ['\u00a0=1'],
  ['"=1+1'],
  ["'=1+1"],
  ['“=1+1'],
  ['\ufeff=1+1'],
  ['\u200b-1'],
])('%j gets a mark before it', (text) => {
  expect(guardText(text)).toBe(`'${text}`);
});

test.each([['digging'], ['5 - 3'], ['a=b'], ['me@site'], ["'quoted'"], ['"said"'], [''], ['12'], ['ëmmer']])(
  '%j stays as it is',
  (text) => {
    expect(guardText(text)).toBe(text);
  },
);

test.each([
  ["x;=cmd|' /C calc'!A0;", "x;'=cmd|' /C calc'!A0;"],
  ['first\n=1+1', "first\n'=1+1"],
  ['a\t +1', "a\t' +1"],
  [' \n\t"=cmd|/c calc', "' \n\t'\"=cmd|/c calc"],
  ['a; \r\n"@x', 'a; \r\n\'"@x'],
])('%j gets a mark where a spreadsheet that parts cells at semicolons would begin one', (text, guarded) => {
  expect(guardText(text)).toBe(guarded);
});

test('whoever reads a guarded text can get the exact one back', () => {
  const within = /([;\t\r\n])'(?=(?:(?![;\t\r\n])[\s"'`\p{Quotation_Mark}\p{Cc}\p{Cf}])*[=+\-@＝＋－＠])/gu;
  const exact = (cell: string) => {
    const inside = cell.replace(within, '$1');
    return [inside.slice(1), inside].find((text) => guardText(text) === cell);
  };
  const tricky = fc.string({
    unit: fc.constantFrom("'", '"', '=', '-', ' ', '\t', '\n', ';', 'a', '＝', '\0'),
    maxLength: 6,
  });
  fc.assert(
    fc.property(fc.oneof(tricky, fc.string({ unit: 'binary' })), (text) => {
      expect(exact(guardText(text))).toBe(text);
    }),
    { seed: 3, numRuns: 2000 },
  );
});

test('a cell that an attacker fills cannot break out of its quotes or its row', () => {
  const cell = fc.string({
    unit: fc.constantFrom('"', ',', '\r', '\n', ';', ' ', 'x', '=', 'é'),
    maxLength: 8,
  });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
      expect(readCsv(rows.map(csvLine).join(''))).toEqual(rows);
    }),
    { seed: 4, numRuns: 500 },
  );
});
