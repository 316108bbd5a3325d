/** A folder of files is listed whole, and each file is read once. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { connectEndpoint } from '../../../src/sync/client/connect-endpoint.ts';
import { readMultistatus } from '../../../src/sync/protocol/multistatus.ts';
import { webdavProfile } from '../../../src/sync/protocol/profiles/webdav.ts';
import { keyOf } from '../../../src/sync/protocol/wire.ts';
import { connected, pass, stored, wireOf } from '../../support/listing.ts';
import { settingsFor } from '../../support/plain-profile.ts';
import { empty, webPage, type AskedFor, type Scripted } from '../../support/scripted-fetch.ts';
import { version } from '../../support/versions.ts';

describe('by folder', () => {
  function folderServer(files: Map<string, { etag: string; body: string | number }>) {
    return ({ method, path }: AskedFor): Scripted => {
      if (method === 'PROPFIND')
        return new Response(multistatus([...files].map(([name, { etag }]) => [name, etag])), { status: 207 });
      const file = files.get(path.slice(1));
      if (!file) return empty(404);
      return typeof file.body === 'number' ? empty(file.body) : new Response(file.body);
    };
  }

  function multistatus(files: readonly (readonly [string, string])[]): string {
    const entries = files.map(
      ([name, etag]) =>
        `<D:response xmlns:l="DAV:"><D:href>/dav/${name}</D:href><D:propstat><D:prop><l:getetag>"${etag}"</l:getetag><l:resourcetype/></D:prop></D:propstat></D:response>`,
    );
    return `<?xml version="1.0"?><D:multistatus xmlns:D="DAV:"><D:response><D:href>/dav/</D:href><D:propstat><D:prop><D:resourcetype><D:collection/></D:resourcetype></D:prop></D:propstat></D:response>${entries.join('')}</D:multistatus>`;
  }

  async function fileOf(at: number, etag = 'e'): Promise<[string, { etag: string; body: string | number }]> {
    const wire = await wireOf(at);
    return [`${keyOf(wire.version)}.json`, { etag, body: JSON.stringify(stored(wire)) }] as const;
  }

  test('new files are read once, page by page; what is not ours is not asked for', async () => {
    const files = new Map(await Promise.all(Array.from({ length: 60 }, (_, at) => fileOf(at + 1))));
    files.set('notes.txt', { etag: 'x', body: 'hello' });
    files.set('..%2f..%2fsecret.json', { etag: 'x', body: 'hello' });
    const { endpoint, asked } = connected(webdavProfile, folderServer(files));
    const first = await pass(endpoint, null);
    expect(first.keys).toHaveLength(60);
    expect(asked.filter(({ method }) => method === 'PROPFIND')).toHaveLength(1);
    expect(asked.filter(({ method }) => method === 'GET')).toHaveLength(60);

    files.set(...(await fileOf(61)));
    asked.length = 0;
    // Another start of the app: only the cursor is left.
    const later = connectEndpoint(settingsFor(webdavProfile), {
      fetch: connected(webdavProfile, folderServer(files)).fetch,
      now: () => 0,
    });
    expect((await pass(later, first.cursor)).keys).toEqual([keyOf(version(61))]);
  });

  test('a file with another ETag is read again, one whose ETag was only weak is not', async () => {
    const files = new Map([await fileOf(1, 'a'), await fileOf(2, 'a')]);
    const { endpoint } = connected(webdavProfile, folderServer(files));
    const { cursor } = await pass(endpoint, null);
    files.set(...(await fileOf(1, 'b')));
    expect((await pass(endpoint, cursor)).keys).toEqual([keyOf(version(1))]);
    const weak = multistatus([['a.json', 'x']]).replace('"x"', 'W/"x"');
    expect(readMultistatus(weak)).toEqual(readMultistatus(multistatus([['a.json', 'x']])));
  });

  test('a file that cannot be read now is read the next time, and stops no other', async () => {
    const [name, good] = await fileOf(1);
    const files = new Map([[name, { ...good, body: 500 }], await fileOf(2), await fileOf(3)]);
    const { endpoint } = connected(webdavProfile, folderServer(files));
    const first = await pass(endpoint, null);
    expect(first.keys).toEqual([keyOf(version(2)), keyOf(version(3))]);
    files.set(name, good);
    expect((await pass(endpoint, first.cursor)).keys).toEqual([keyOf(version(1))]);
  });

  test('a file with something else in it is set apart', async () => {
    const [name] = await fileOf(1);
    const files = new Map<string, { etag: string; body: string | number }>([
      [name, { etag: 'e', body: `{"key":"${keyOf(version(1))}"}` }],
    ]);
    const { endpoint } = connected(webdavProfile, folderServer(files));
    expect(await endpoint.list(null)).toMatchObject({
      status: 'page',
      items: [{ status: 'invalid', key: keyOf(version(1)) }],
    });
  });

  test('a login that ends in the middle is no short list', async () => {
    const files = new Map([await fileOf(1), await fileOf(2)]);
    const { endpoint } = connected(webdavProfile, (asked) =>
      asked.method === 'GET' ? empty(401) : folderServer(files)(asked),
    );
    expect(await endpoint.list(null)).toMatchObject({ status: 'failed', answer: { outcome: 'auth' } });
  });

  test('a list that was cut, or is a web page, is no list', async () => {
    const whole = multistatus([['a.json', 'x']]);
    expect(readMultistatus(whole)).toHaveLength(2);
    expect(readMultistatus(whole.slice(0, -20))).toBeNull();
    expect(readMultistatus('<!DOCTYPE html><html><body>Hi</body></html>')).toBeNull();
    const { endpoint } = connected(webdavProfile, () => webPage());
    expect(await endpoint.list(null)).toMatchObject({ status: 'failed', answer: { outcome: 'retry' } });
  });

  test('names are read whatever the prefix and the writing', () => {
    const xml = `<multistatus xmlns="DAV:"><response><href>https://x.example/a/b%20c&amp;d.json?x</href><getetag>&quot;1&#50;&quot;</getetag></response></multistatus>`;
    expect(readMultistatus(xml)).toEqual([{ name: 'b c&d.json', etag: '"12"', folder: false }]);
  });

  test('any text at all is read without a crash', () => {
    const bits = fc.constantFrom(
      '<',
      '>',
      '/',
      'D:multistatus',
      'response',
      'href',
      '&#x',
      ';',
      '%',
      '"',
      ' ',
      'a',
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 60 }), (parts) => {
        expect(() => readMultistatus(parts.join(''))).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});
