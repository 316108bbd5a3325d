/** Is a name that reads the same to people found, however it is typed? */
import { expect, test } from 'vitest';
import { takenName } from '../../../../src/app/first-run/others-here.ts';

test.each([
  ['Mia', 'Mia'],
  [' mia ', 'Mia'],
  ['JÜRGEN', 'Jürgen'],
  ['Jürgen'.normalize('NFD'), 'Jürgen'],
  ['anna  lena', 'Anna Lena'],
])('%j is taken by %s', (typed, name) => {
  expect(takenName(typed, ['Mia', 'Jürgen', 'Anna Lena'], 'de')).toBe(name);
});

test.each(['', '  ', 'Mia B', 'Mi', 'Jurgen'])('%j is free', (typed) => {
  expect(takenName(typed, ['Mia', 'Jürgen', ''], 'de')).toBe(undefined);
});
