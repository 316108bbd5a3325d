import { expect, test } from 'vitest';
import { checkVersions } from '../../../src/exchange/check-versions.ts';
import { kinds } from '../../support/vault.ts';
import { revOf, version } from '../../support/versions.ts';

test('the end of a share comes without words and is good; where the words are in the file too, they count', () => {
  const whole = version(2, { base: revOf(1), audience: 'me', body: { what: 'mine' } });
  const ended = { ...whole, body: null };
  expect(checkVersions([version(1), ended], kinds)).toEqual({ versions: [version(1), ended], problems: [] });
  for (const both of [
    [whole, ended],
    [ended, whole],
  ])
    expect(checkVersions(both, kinds)).toEqual({ versions: [whole], problems: [] });
});

test('a shared version without words is not', () => {
  expect(checkVersions([version(1, { body: null })], kinds).problems).toMatchObject([
    { code: 'bad-version' },
  ]);
});
