/** Before erasing, a person is told exactly what goes. */
import { expect, test } from 'vitest';
import type { Found } from '../../../../src/core/store.ts';
import { reflection } from '../../../../src/features/reflections/model/reflection.ts';
import { whatGoes } from '../../../../src/ui/record/what-goes.ts';
import { version } from '../../../support/versions.ts';

const ref = (digit: string, type = 'image/jpeg') => ({ sha256: digit.repeat(64), type, bytes: 1 });
const ok = (at: number, photos: string[], voice?: string): Found => ({
  status: 'ok',
  version: version(at, {
    kind: 'reflection',
    body: {
      photos: photos.map((digit) => ref(digit)),
      talk: false,
      ...(voice && { voice: ref(voice, 'audio/webm') }),
    },
  }),
  rivals: 0,
  delivery: 'here',
});

test('every version counts, and each photo once, also those taken out again', () => {
  expect(whatGoes([ok(3, ['a']), ok(2, ['a', 'b'], 'c'), ok(1, ['b'])], reflection)).toEqual({
    versions: 3,
    photos: 2,
    recordings: 1,
  });
});

test('versions that cannot be read go as well', () => {
  const damaged: Found = {
    status: 'damaged',
    id: 'x',
    rev: 'r',
    kind: 'reflection',
    subject: 's',
    occurredAt: '',
    why: '',
  };
  expect(whatGoes([damaged], undefined)).toEqual({ versions: 1, photos: 0, recordings: 0 });
});
