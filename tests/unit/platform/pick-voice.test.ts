/** Each language is read by a voice of its own that lives on the phone. */
import { expect, test } from 'vitest';
import { pickVoice } from '../../../src/platform/pick-voice.ts';

const voice = (lang: string, more: { localService?: boolean; default?: boolean } = {}) => ({
  lang,
  localService: true,
  default: false,
  ...more,
});

test('the region asked for comes first, then the language', () => {
  const voices = [voice('de-DE', { default: true }), voice('de-AT'), voice('en-GB')];
  expect(pickVoice(voices, 'de-AT')).toBe(voices[1]);
  expect(pickVoice(voices, 'de-LU')).toBe(voices[0]);
  expect(pickVoice(voices, 'en')).toBe(voices[2]);
});

test('Android writes the language its own way', () => {
  const voices = [voice('nl_NL'), voice('nl_BE')];
  expect(pickVoice(voices, 'nl-BE')).toBe(voices[1]);
});

test('no voice of another language steps in', () => {
  expect(pickVoice([voice('de-DE'), voice('fr-FR')], 'lb')).toBeNull();
});

test('a voice that sends the text away is not used', () => {
  expect(pickVoice([voice('de-DE', { localService: false })], 'de')).toBeNull();
});
