/** What somebody scanned, pasted or typed is understood, or said to be strange. */
import { expect, test } from 'vitest';
import { addressOf } from '../../../../src/app/connect/address-of.ts';
import { codeInHash, readCode } from '../../../../src/app/connect/read-code.ts';

test.each([['8KJ7-CY42-155Y'], ['  8kj7 cy42 155y '], ['8kj7cy42155y'], ['8KJ7–CY42–155Y']])(
  'the code alone, however it is written: %s',
  (typed) => {
    expect(readCode(typed)).toEqual({ status: 'code', address: null, code: '8KJ7-CY42-155Y' });
  },
);

test('the link of a QR code gives the place and the code', () => {
  expect(readCode('https://hub.example/connect#code=8KJ7-CY42-155Y')).toEqual({
    status: 'code',
    address: 'https://hub.example',
    code: '8KJ7-CY42-155Y',
  });
});

test.each([
  '',
  'hello',
  '8KJ7-CY42',
  'https://hub.example/connect',
  'https://',
  'WIFI:S:garden;;',
  '8KJ7-CY42-155Ä',
])('no code: %s', (typed) => {
  expect(readCode(typed)).toEqual({ status: 'strange' });
});

test('the address the camera app opens', () => {
  expect(codeInHash('#code=8kj7-cy42-155y')).toBe('8KJ7-CY42-155Y');
  expect(codeInHash('')).toBeNull();
  expect(codeInHash('#code=no')).toBeNull();
});

test('an address has no slash at its end', () => {
  expect(addressOf('https://cloud.example', '/dav/me/')).toBe('https://cloud.example/dav/me');
  expect(addressOf('https://cloud.example', ' ')).toBe('https://cloud.example');
});
