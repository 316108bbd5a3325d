import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, sameContents } from '../../../src/core/canonical-json.ts';

test('the example of RFC 8785 is spelled as the RFC spells it', () => {
  const value: unknown = JSON.parse(
    '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
      '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
  );
  expect(canonicalJson(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test('keys are sorted by UTF-16 code units', () => {
  const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
  const spelled: unknown = JSON.parse(canonicalJson(value));
  expect(canonicalJson(value)).toBe(
    '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
  );
  expect(spelled).toEqual(value);
});

test('any JSON reads back the same, and the order of members does not count', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const spelled = canonicalJson(value);
      expect(JSON.parse(spelled)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(JSON.parse(spelled))).toBe(spelled);
    }),
  );
  expect(sameContents({ a: 1, b: { c: 2, d: undefined } }, { b: { c: 2 }, a: 1 })).toBe(true);
  expect(sameContents({ a: 1 }, { a: 2 })).toBe(false);
});

test('what JSON cannot say is refused', () => {
  for (const value of [Number.NaN, Infinity, () => 1, 10n, { deep: [Number.NaN] }]) {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  }
});
