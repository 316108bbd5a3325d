/** What is sealed opens only as it was, where it was sealed for, and no two seals begin alike. */
import { expect, test } from 'vitest';
import type { Environment } from '../../../src/core/environment.ts';
import { createSealer } from '../../../src/storage/seal.ts';

const environment: Environment = {
  now: () => 0,
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
};
const newKey = () =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

test('hundreds sealed at once each open to what they were, and begin with bytes of their own', async () => {
  const sealer = createSealer(await newKey(), environment);
  const texts = Array.from({ length: 300 }, (_, at) => `what was said ${at} `.repeat(1 + (at % 40)));
  const sealed = await Promise.all(texts.map((text, at) => sealer.sealText(text, ['version', at])));
  expect(await Promise.all(sealed.map((bytes, at) => sealer.openText(bytes, ['version', at])))).toEqual(
    texts,
  );
  // A second time with the same first bytes would give both away.
  const first = sealed.map((bytes) => Buffer.from(bytes.slice(0, 12)).toString('hex'));
  expect(new Set(first).size).toBe(texts.length);
});

test('it does not open in another place, with another key, or with a byte changed', async () => {
  const sealer = createSealer(await newKey(), environment);
  const sealed = await sealer.sealText('said once', ['version', 'a']);
  await expect(sealer.openText(sealed, ['version', 'b'])).rejects.toMatchObject({ name: 'OperationError' });
  await expect(
    createSealer(await newKey(), environment).openText(sealed, ['version', 'a']),
  ).rejects.toMatchObject({ name: 'OperationError' });
  const changed = sealed.slice(0);
  const bytes = new Uint8Array(changed);
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  await expect(sealer.openText(changed, ['version', 'a'])).rejects.toMatchObject({ name: 'OperationError' });
});
