import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createUtf8 } from '../../../src/core/utf8.ts';

const expected = (text: string) => new TextEncoder().encode(text);
const asHex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

test('any text becomes the bytes of UTF-8, the short after the long and the long after the short', () => {
  const utf8 = createUtf8();
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
      for (const text of texts) expect(asHex(utf8(text))).toBe(asHex(expected(text)));
    }),
  );
  for (const text of ['€'.repeat(100_000), 'bean', '', '€'.repeat(21_845), 'b'.repeat(65_536), 'x']) {
    expect(asHex(utf8(text))).toBe(asHex(expected(text)));
  }
});

test('what crypto.subtle is given is digested, sealed and opened as it was, whatever is written after it', async () => {
  const utf8 = createUtf8();
  const texts = Array.from({ length: 300 }, (_, at) => `${at} `.repeat(1 + (at % 50)));
  const digests = await Promise.all(texts.map((text) => crypto.subtle.digest('SHA-256', utf8(text))));
  const alone: ArrayBuffer[] = [];
  for (const text of texts) alone.push(await crypto.subtle.digest('SHA-256', expected(text)));
  expect(digests).toEqual(alone);

  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const [placeBytes, textBytes] = [createUtf8(), createUtf8()];
  const how = (at: number) => ({
    name: 'AES-GCM',
    iv: new Uint8Array(12).fill(at % 256),
    additionalData: placeBytes(`place ${at}`),
  });
  const sealed = await Promise.all(
    texts.map((text, at) => crypto.subtle.encrypt(how(at), key, textBytes(text))),
  );
  const opened = await Promise.all(sealed.map((bytes, at) => crypto.subtle.decrypt(how(at), key, bytes)));
  expect(opened.map((bytes) => new TextDecoder().decode(bytes))).toEqual(texts);
});
