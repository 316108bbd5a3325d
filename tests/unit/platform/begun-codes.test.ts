/** What is kept of a code that was begun with: enough to ask again, and never the code. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { keepCode } from '../../../src/platform/begun-codes.ts';
import { keptText, type KeptText } from '../../../src/platform/kept-text.ts';

const plan = { address: 'https://hub.example', code: '8KJ7-CY42-155Y' };
const begun = { personId: 'person', attempt: 'attempt' };

let phones = 0;

/** A phone with nothing on it; `text` is what it keeps of all codes. */
function phone() {
  return keptText(`begun-codes-${(phones += 1)}`);
}

test('it is there after the app was closed, for that code at that place only, until it is dropped', async () => {
  const text = phone();
  await keepCode(plan, text).keep(begun);
  expect(await keepCode(plan, text).read()).toEqual(begun);
  expect(await keepCode({ ...plan, code: 'AAAA-BBBB-CCCC' }, text).read()).toBe(null);
  expect(await keepCode({ ...plan, address: 'https://else.example' }, text).read()).toBe(null);
  await keepCode(plan, text).drop();
  expect(await keepCode(plan, text).read()).toBe(null);
  // Not even a place for it is left: who looks at what is on this phone finds nothing of it.
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('begun-codes-1');
});

test('the code is not written down', async () => {
  const text = phone();
  await keepCode(plan, text).keep(begun);
  expect(await text.read()).toContain('attempt');
  expect(await text.read()).not.toContain('8KJ7');
});

test('several people may be beginning; the oldest of very many gives way', async () => {
  const text = phone();
  const codes = Array.from({ length: 9 }, (_, at) => ({ ...plan, code: `code ${at}` }));
  for (const [at, one] of codes.entries()) {
    await keepCode(one, text).keep({ personId: `person ${at}`, attempt: 'attempt' });
  }
  const there = await Promise.all(codes.map((one) => keepCode(one, text).read()));
  expect(there.map((one) => one?.personId)).toEqual([
    undefined,
    ...Array.from({ length: 8 }, (_, at) => `person ${at + 1}`),
  ]);
});

test('where the phone lets nothing be kept, it holds while the screen stands', async () => {
  const no = () => Promise.reject(new DOMException('no', 'SecurityError'));
  const none: KeptText = { read: no, keep: no, drop: no };
  const keeper = keepCode(plan, none);
  await keeper.keep(begun);
  expect(await keeper.read()).toEqual(begun);
  await keeper.drop();
  expect(await keeper.read()).toBe(null);
});

test.each(['null', '[]', '{"x":{"personId":3}}', 'nonsense'])('what is kept may be %s', async (words) => {
  const text = phone();
  await text.keep(words);
  expect(await keepCode(plan, text).read()).toBe(null);
  await keepCode(plan, text).keep(begun);
  expect(await keepCode(plan, text).read()).toEqual(begun);
});
