import { expect, test } from 'vitest';
import { putTogether } from '../../../src/core/voice-pieces.ts';

const piece = (bytes: number[], ms: number, last = false) => ({
  bytes: new Uint8Array(bytes).buffer,
  about: { field: 'voice', type: 'audio/webm', ms, last },
});

test('pieces become a sound as long as the last one says', () => {
  const sound = putTogether([piece([1, 2], 2000), piece([3], 4000), piece([4, 5, 6], 5100, true)]);
  expect(sound).toEqual({
    field: 'voice',
    type: 'audio/webm',
    ms: 5100,
    last: true,
    bytes: new Uint8Array([1, 2, 3, 4, 5, 6]).buffer,
  });
});

test('no pieces, or such as only a newer app knows, are no sound', () => {
  expect(putTogether([])).toBeNull();
  expect(putTogether([{ ...piece([1], 1), about: { form: 'newer' } }])).toBeNull();
});
