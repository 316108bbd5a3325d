import { expect, test } from 'vitest';
import { whatToTell } from '../../../src/app/what-to-tell.ts';
import { ChangeLost } from '../../../src/core/change-lost.ts';
import { VaultLeft } from '../../../src/core/vault-left.ts';

test('a change that could not be kept is told as such, anything else that nobody expected too', () => {
  expect(whatToTell(new ChangeLost('full'))).toBe('change-lost');
  expect(whatToTell(new TypeError('x is undefined'))).toBe(true);
  expect(whatToTell('thrown as a text')).toBe(true);
});

test('what was asked of a vault that was left is told to nobody', () => {
  expect(whatToTell(new VaultLeft())).toBe(false);
});
