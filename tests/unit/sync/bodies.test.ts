import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf } from '../../../src/sync/client/body-memory.ts';
import { contentOf } from '../../../src/sync/client/build-request.ts';
import { jsonPieces, Spelled } from '../../../src/sync/protocol/spelled-json.ts';

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

test('a body is the JSON that JSON.stringify gives, in whatever it is nested', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(jsonPieces({ versions: [value, { version: value }] }).join('')).toBe(
        JSON.stringify({ versions: [value, { version: value }] }),
      );
    }),
  );
  const odd = {
    none: undefined,
    list: [undefined, Number.NaN, () => 1, Symbol('x'), null],
    moment: new Date(0),
    'a "name"\n': { only: undefined },
    empty: [{}, []],
    words: 'half \ud83d of a bean',
  };
  expect(jsonPieces(odd).join('')).toBe(JSON.stringify(odd));
});

test('what was spelled before stands in a body as it was spelled', () => {
  const version = { rev: '2', id: '1' };
  const spelled = new Spelled('{"id":"1","rev":"2"}', version);
  const body = { versions: [{ version: spelled, digest: 'd' }, { version }] };
  expect(jsonPieces(body).join('')).toBe(
    '{"versions":[{"version":{"id":"1","rev":"2"},"digest":"d"},{"version":{"rev":"2","id":"1"}}]}',
  );
  expect(JSON.stringify({ spelled })).toBe('{"spelled":{"rev":"2","id":"1"}}');
});

test('two bodies under way at once do not write into each other, and a third does not once the first is over', () => {
  const long = (word: string) => [word.repeat(5000), `€${word}`];
  const [first, second] = [bytesOf(long('bean')), bytesOf(long('leaf'))];
  expect(textOf(first.bytes)).toBe(long('bean').join(''));
  first.over();
  // Said twice, as a `finally` behind another one might: the memory is given out once all the same.
  first.over();
  const [third, fourth] = [bytesOf(long('root')), bytesOf(long('seed'))];
  expect([second, third, fourth].map(({ bytes }) => textOf(bytes))).toEqual(
    ['leaf', 'root', 'seed'].map((word) => long(word).join('')),
  );
});

test('a body larger than the memory that is kept, and a text that is no JSON, go as they are', () => {
  const large = { words: '€'.repeat(400_000) };
  const content = contentOf(large);
  expect(content && textOf(content.bytes)).toBe(JSON.stringify(large));
  expect(content?.type).toBe('application/json');
  const text = contentOf('just words');
  expect(text && textOf(text.bytes)).toBe('just words');
  expect(text?.type).toBe('text/plain;charset=utf-8');
  expect(contentOf(undefined)).toBeNull();
});
