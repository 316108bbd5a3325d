/** What is kept of a code that was begun with: enough to ask again, and never the code. */
import { expect, test } from 'vitest';
import { keepCode } from '../../../src/platform/begun-codes.ts';

const plan = { address: 'https://hub.example', code: '8KJ7-CY42-155Y' };
const begun = { personId: 'person', attempt: 'attempt' };

function phone(more: Partial<Storage> = {}) {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    ...more,
  } as Storage;
  return { kept, storage: () => storage };
}

test('it is there after the app was closed, for that code at that place only, until it is dropped', async () => {
  const { kept, storage } = phone();
  await keepCode(plan, storage).keep(begun);
  expect(await keepCode(plan, storage).read()).toEqual(begun);
  expect(await keepCode({ ...plan, code: 'AAAA-BBBB-CCCC' }, storage).read()).toBe(null);
  expect(await keepCode({ ...plan, address: 'https://else.example' }, storage).read()).toBe(null);
  await keepCode(plan, storage).drop();
  expect(await keepCode(plan, storage).read()).toBe(null);
  expect(kept.size).toBe(0);
});

test('the code is not written down', async () => {
  const { kept, storage } = phone();
  await keepCode(plan, storage).keep(begun);
  expect(JSON.stringify([...kept])).toContain('attempt');
  expect(JSON.stringify([...kept])).not.toContain('8KJ7');
});

test('several people may be beginning; the oldest of very many gives way', async () => {
  const { storage } = phone();
  const codes = Array.from({ length: 9 }, (_, at) => ({ ...plan, code: `code ${at}` }));
  for (const [at, one] of codes.entries()) {
    await keepCode(one, storage).keep({ personId: `person ${at}`, attempt: 'attempt' });
  }
  const there = await Promise.all(codes.map((one) => keepCode(one, storage).read()));
  expect(there.map((one) => one?.personId)).toEqual([
    undefined,
    ...Array.from({ length: 8 }, (_, at) => `person ${at + 1}`),
  ]);
});

test('where the phone lets nothing be kept, it holds while the screen stands', async () => {
  const no = () => {
    throw new DOMException('no', 'SecurityError');
  };
  const { storage } = phone({ getItem: no, setItem: no, removeItem: no });
  const keeper = keepCode(plan, storage);
  await keeper.keep(begun);
  expect(await keeper.read()).toEqual(begun);
  await keeper.drop();
  expect(await keeper.read()).toBe(null);
});

test.each(['null', '[]', '{"x":{"personId":3}}', 'nonsense'])('what is kept may be %s', async (text) => {
  const { kept, storage } = phone();
  kept.set('plotline-begun-codes', text);
  expect(await keepCode(plan, storage).read()).toBe(null);
  await keepCode(plan, storage).keep(begun);
  expect(await keepCode(plan, storage).read()).toEqual(begun);
});
