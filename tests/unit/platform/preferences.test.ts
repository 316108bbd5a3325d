/** The look and language chosen on this phone outlive a restart, and a phone that keeps nothing breaks nothing. */
import { expect, test } from 'vitest';
import { forgetPreferences, keepPreferences, readPreferences } from '../../../src/platform/preferences.ts';

function storageWith(start: Record<string, string>): Storage {
  const kept = new Map(Object.entries(start));
  return {
    get length() {
      return kept.size;
    },
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}
const usual = { theme: 'system', textSize: 'normal', language: null };

test('what was chosen is there the next time, and nothing else is kept', () => {
  const storage = storageWith({});
  const chosen = { theme: 'sun', textSize: 'large', language: 'lb', name: 'Alex' } as const;
  expect(keepPreferences(chosen, () => storage)).toBe(true);
  expect(readPreferences(() => storage)).toEqual({ theme: 'sun', textSize: 'large', language: 'lb' });
  expect(storage.getItem('plotline-preferences')).not.toContain('Alex');
});

test('what was chosen goes with the last person of a phone', () => {
  const storage = storageWith({});
  keepPreferences({ theme: 'sun', textSize: 'large', language: 'lb' }, () => storage);
  forgetPreferences(() => storage);
  expect(storage.length).toBe(0);
  expect(readPreferences(() => storage)).toEqual(usual);
});

test('what cannot be understood falls back, field by field', () => {
  const read = (text: string) => readPreferences(() => storageWith({ 'plotline-preferences': text }));
  expect(read('{"theme":"neon","textSize":"large","language":"<b>"}')).toEqual({
    ...usual,
    textSize: 'large',
  });
  expect(read('not json')).toEqual(usual);
  expect(read('null')).toEqual(usual);
});

test('a phone that lets nothing be kept says so and shows the usual', () => {
  const refuse = (): Storage => {
    throw new DOMException('denied', 'SecurityError');
  };
  expect(readPreferences(refuse)).toEqual(usual);
  expect(() => forgetPreferences(refuse)).not.toThrow();
  expect(keepPreferences({ theme: 'dark', textSize: 'normal', language: null }, refuse)).toBe(false);
});
