/** Values in templates stay values: none can add a segment, a parameter, a header or another host. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOf } from '../../../src/sync/client/build-request.ts';
import { inEmptyList, valueAt } from '../../../src/sync/protocol/pointer.ts';
import { fillBody, fillHeader, fillPath, namesIn } from '../../../src/sync/protocol/template.ts';

describe('templates', () => {
  test('an address takes values in, encoded', () => {
    expect(fillPath('/a/{key}?x={since}', { key: 'b/../c', since: '1&y=2#' })).toBe(
      '/a/b%2F..%2Fc?x=1%26y%3D2%23',
    );
    expect(fillPath('/in.({keys})', { keys: ['a,b', 'c'] })).toBe('/in.(a%2Cb,c)');
  });

  test('whatever the value, the address keeps its host, its segments and its parameters', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('..', '.', '//x', '@x', '\ud800')),
        (value) => {
          const url = new URL(
            addressOf('https://plain.example/base', fillPath('/v/{key}/end?a={key}&b=1', { key: value })) ??
              '',
          );
          expect(url.host).toBe('plain.example');
          expect(url.pathname.split('/')).toHaveLength(5);
          expect([...url.searchParams.keys()]).toEqual(['a', 'b']);
        },
      ),
    );
  });

  test('an address that leads out of the endpoint is none', () => {
    expect(addressOf('https://plain.example/base', '/../other')).toBeNull();
    expect(addressOf('https://plain.example/base', '/%2e%2e/other')).toBeNull();
    expect(addressOf('https://plain.example', '@other.example/')).toBeNull();
    expect(addressOf('https://plain.example', '.other.example/')).toBeNull();
    expect(addressOf('file:///etc', '/passwd')).toBeNull();
    expect(addressOf('https://plain.example/base', '?a=1')).toBe('https://plain.example/base?a=1');
  });

  test('a header stays one header, whatever the value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const header = fillHeader('a {key}', { key: value });
        expect(() => new Headers({ x: header })).not.toThrow();
        expect(header).not.toMatch(/[\r\n\0]/);
      }),
    );
  });

  test('a body holds the value itself where the text is nothing but its name', () => {
    const document = { a: [1, { b: null }] };
    expect(fillBody({ docs: ['{document}'], note: 'of {key}' }, { document, key: '"}' })).toEqual({
      docs: [document],
      note: 'of "}',
    });
    expect(fillBody('{document}', { document })).toBe(document);
  });

  test('what a value says is not read as a template again', () => {
    expect(fillBody({ a: '{key}' }, { key: '{secret}', secret: 'x' })).toEqual({ a: '{secret}' });
    expect(fillPath('/{key}', { key: '{secret}', secret: 'x' })).toBe('/%7Bsecret%7D');
  });

  test('the names of a template are found at every depth', () => {
    expect(namesIn({ a: ['{key}', { b: 'x {digest} {key}' }], c: 1 })).toEqual(['key', 'digest']);
  });
});

describe('pointers (RFC 6901)', () => {
  const rfc = { foo: ['bar', 'baz'], '': 0, 'a/b': 1, 'c%d': 2, 'm~n': 8, ' ': 7 };

  test.each([
    ['', rfc],
    ['/foo', ['bar', 'baz']],
    ['/foo/0', 'bar'],
    ['/', 0],
    ['/a~1b', 1],
    ['/c%d', 2],
    ['/m~0n', 8],
    ['/ ', 7],
    ['/foo/2', undefined],
    ['/foo/01', undefined],
    ['/foo/length', undefined],
    ['/nowhere/at/all', undefined],
    ['/constructor', undefined],
    ['/__proto__', undefined],
  ])('%s', (pointer, value) => {
    expect(valueAt(rfc, pointer)).toEqual(value);
  });

  test('a list with nothing at that place is told from an answer of another form', () => {
    expect(inEmptyList([], '/0')).toBe(true);
    expect(inEmptyList({ data: [] }, '/data/0')).toBe(true);
    expect(inEmptyList({ error: 'x' }, '/data/0')).toBe(false);
    expect(inEmptyList({}, '')).toBe(false);
  });
});
