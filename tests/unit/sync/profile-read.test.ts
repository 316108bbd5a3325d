/** A profile that a person wrote is either one that works or told what is wrong with it, and where. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readProfile, readProfileText } from '../../../src/sync/protocol/read-profile.ts';
import { plainProfile } from '../../support/plain-profile.ts';

/** The plain profile with one place of it otherwise. */
function changed(path: string, value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(plainProfile)) as Record<string, unknown>;
  const parts = path.split('/').slice(1);
  const last = parts.pop() ?? '';
  let at = copy;
  for (const part of parts) at = at[part] as Record<string, unknown>;
  at[last] = value;
  return copy;
}

function faults(raw: unknown): { at: string; why: string }[] {
  const read = readProfile(raw);
  return read.status === 'bad' ? read.faults : [];
}

describe('what is wrong with a profile', () => {
  test.each([
    ['a word that is misspelt', '/gzipp', true, '', /"gzipp"/],
    ['a method that is none', '/create/method', 'SEND', '/create/method', /"GET".*"PUT"/],
    [
      'an address that leads elsewhere',
      '/read/path',
      'https://other.example/{key}',
      '/read/path',
      /begins with \//,
    ],
    ['an address that climbs out', '/read/path', '/a/../../{key}', '/read/path', /\.\./],
    ['an address that climbs out in code', '/read/path', '/a/%2e%2E/{key}', '/read/path', /\.\./],
    ['a name that nothing fills', '/create/path', '/versions/{name}', '/create', /\{name\}/],
    [
      'a name that is only filled elsewhere',
      '/read/path',
      '/versions/{key}/{cursor}',
      '/read',
      /\{cursor\} here/,
    ],
    ['a read that asks for no version', '/read/path', '/versions', '/read', /\{key\}/],
    ['a create that sends nothing', '/create/body', {}, '/create', /\{document\}/],
    ['a pointer that is none', '/pull/items', 'items', '/pull/items', /JSON pointer/],
    [
      'the login in a header of the profile',
      '/headers',
      { Authorization: 'x' },
      '/headers/Authorization',
      /cannot set/,
    ],
    ['a line end in a header', '/headers', { 'X-A': 'a\r\nX-B: b' }, '/headers/X-A', /header/],
    ['two things in one member', '/document/digest', 'key', '/document', /member key/],
    ['a member that gets lost', '/document/digest', '__proto__', '/document/digest', /cannot be called/],
    ['an echo that is nowhere', '/verify', { by: 'echo' }, '/verify', /digest or the document/],
    ['too many at once', '/pull/limit', 100_000, '/pull/limit', /at most 1000/],
    ['a profile of a later kind', '/plotlineProfile', 2, '/plotlineProfile', /1/],
    ['a GET that says something', '/read/body', {}, '/read', /no body/],
  ])('%s', (_, path, value, at, why) => {
    const found = faults(changed(path, value));
    expect(found).toContainEqual({ at, why: expect.stringMatching(why) as string });
  });

  test('what is missing is named', () => {
    const { read: _, ...rest } = plainProfile;
    expect(faults(rest)).toEqual([{ at: '/read', why: 'it is missing (object)' }]);
  });

  test('a text that is no JSON', () => {
    expect(readProfileText('{"a":')).toEqual({
      status: 'bad',
      faults: [{ at: '', why: expect.stringMatching(/^it is not JSON/) as string }],
    });
  });

  test('own names can be used', () => {
    expect(
      faults({
        ...plainProfile,
        names: { table: 'x' },
        read: { ...plainProfile.read, path: '/{table}/{key}' },
      }),
    ).toEqual([]);
  });

  test('anything at all is answered, and with reasons', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (raw) => {
        const read = readProfile(raw);
        expect(read.status === 'bad' && read.faults.map(({ why }) => why)).toContainEqual(
          expect.stringMatching(/./),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('a good one with any place of it replaced is answered too', () => {
    const places = [
      'auth',
      'document',
      'create',
      'verify',
      'read',
      'pull',
      'rules',
      'attachments',
      'names',
      'remove',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue(), (place, value) => {
        const read = readProfile({ ...plainProfile, [place]: value });
        expect(read.status === 'profile' || read.faults.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
