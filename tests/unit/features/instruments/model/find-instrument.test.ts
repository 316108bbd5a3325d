/** Is the instrument of a reading found, in exactly the version it was made with? */
import { expect, test } from 'vitest';
import {
  engagementRef,
  instrumentOf,
} from '../../../../../src/features/instruments/model/find-instrument.ts';

test('the engagement tool is found', async () => {
  const found = await instrumentOf(engagementRef);
  expect(found).toMatchObject({ id: 'engagement', version: 1 });
});

test.each([
  ['a newer version', { id: 'engagement', version: 2 }],
  ['another instrument', { id: 'horticulture', version: 1 }],
  ['a name that every object has', { id: 'constructor', version: 1 }],
])('%s is not known', async (_, ref) => {
  expect(await instrumentOf(ref)).toBeNull();
});
