/** A version lies at an endpoint as its profile says, and comes back the same, proven by its digest. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Version } from '../../../src/core/version.ts';
import { fromDocument, toDocument } from '../../../src/sync/protocol/lay-out.ts';
import type { DocumentLayout } from '../../../src/sync/protocol/profile.ts';
import { digestOf, keyOf } from '../../../src/sync/protocol/wire.ts';
import { revOf, version } from '../../support/versions.ts';

const layouts: [string, DocumentLayout][] = [
  ['an object', { as: 'object', version: 'version', digest: 'digest' }],
  [
    'an object with a key',
    { as: 'object', key: '_id', version: 'v', digest: 'd', extra: { type: 'plotline' } },
  ],
  ['a text', { as: 'text', key: 'key', version: 'text', digest: 'digest' }],
  ['fields', { as: 'fields', key: 'id', digest: 'digest', names: { id: 'record', rev: 'revision' } }],
  [
    'fields with texts',
    { as: 'fields', key: 'key', digest: 'digest', asText: ['author', 'settles', 'body'] },
  ],
];

const versions = fc
  .record({
    body: fc.jsonValue({ noUnicodeString: false }),
    settles: fc.option(fc.array(fc.constantFrom(revOf(1), revOf(2))), { nil: undefined }),
    removed: fc.constantFrom(undefined, 'withdrawn' as const),
    base: fc.constantFrom(null, revOf(1)),
  })
  .map(({ body, base, settles, removed }): Version => ({
    ...version(3, { body, base }),
    ...(settles && { settles }),
    ...(removed && { removed }),
  }));

describe.each(layouts)('as %s', (_, layout) => {
  test('every version comes back exactly', async () => {
    await fc.assert(
      fc.asyncProperty(versions, async (one) => {
        const digest = await digestOf(one);
        const onTheWire: unknown = JSON.parse(JSON.stringify(toDocument(layout, { version: one, digest })));
        const found = await fromDocument(layout, onTheWire);
        expect(found).toMatchObject({ status: 'version', key: keyOf(one), wire: { digest } });
        expect(found.status === 'version' && (await digestOf(found.wire.version))).toBe(digest);
      }),
    );
  });

  test('with anything in it changed or dropped it is never taken for the version', async () => {
    const one = version(3, { base: revOf(1), settles: [revOf(2)], body: { words: 'kept', more: [1, 2] } });
    const digest = await digestOf(one);
    const document = toDocument(layout, { version: one, digest });
    for (const name of Object.keys(document).filter((name) => name !== 'type' && document[name] !== null)) {
      const { [name]: _, ...dropped } = document;
      for (const other of [dropped, { ...document, [name]: null }, { ...document, [name]: 'other' }]) {
        if ((other as Record<string, unknown>)[name] === document[name]) continue;
        const found = await fromDocument(layout, other);
        expect([name, found.status]).toEqual([name, 'invalid']);
      }
    }
  });

  test('whatever comes, it is a version with its own digest or it is not one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (raw) => {
        const found = await fromDocument(layout, raw);
        expect(found).toMatchObject({ status: 'invalid', why: expect.stringMatching(/./) as string });
      }),
      { numRuns: 300 },
    );
  });
});

test('what a server made of nothing (null) is nothing again', async () => {
  const layout: DocumentLayout = { as: 'fields', key: 'key', digest: 'digest' };
  const one = version(1);
  const document = toDocument(layout, { version: one, digest: await digestOf(one) });
  expect(document).toMatchObject({ settles: null, removed: null, base: null });
  expect(await fromDocument(layout, document)).toMatchObject({ status: 'version' });
});

test('what a newer app says besides is kept and is part of what is proven', async () => {
  const layout: DocumentLayout = { as: 'object', key: 'key', version: 'version', digest: 'digest' };
  const newer = { ...version(1), mood: 'calm' };
  const document = toDocument(layout, { version: newer, digest: await digestOf(newer) });
  const found = await fromDocument(layout, JSON.parse(JSON.stringify(document)));
  expect(found).toMatchObject({ status: 'version', wire: { version: { mood: 'calm' } } });
});

test.each(layouts)('what it says of the author besides is kept as %s', async (_, layout) => {
  const { author } = version(1);
  const newer = { ...version(1), author: { ...author, via: { device: ['a watch', null] } } };
  const document = toDocument(layout, { version: newer, digest: await digestOf(newer) });
  const found = await fromDocument(layout, JSON.parse(JSON.stringify(document)));
  expect(found).toMatchObject({ status: 'version', wire: { version: { author: newer.author } } });
});

test('nesting without end is refused, not a crash', async () => {
  const layout: DocumentLayout = { as: 'object', key: 'key', version: 'version', digest: 'digest' };
  let body: unknown = 1;
  for (let depth = 0; depth < 100_000; depth += 1) body = [body];
  const one = version(1, { body });
  const document = { key: keyOf(one), version: one, digest: 'a'.repeat(64) };
  expect(await fromDocument(layout, document)).toMatchObject({ status: 'invalid' });
});
