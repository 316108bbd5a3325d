/** What docs/profiles.md shows is a profile, and all that a profile can say is in it. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { couchdbProfile } from '../../../src/sync/protocol/profiles/couchdb.ts';
import { hubProfile } from '../../../src/sync/protocol/profiles/hub.ts';
import { webdavProfile } from '../../../src/sync/protocol/profiles/webdav.ts';
import { readProfileText } from '../../../src/sync/protocol/read-profile.ts';

const root = new URL('../../../', import.meta.url);
const docs = readFileSync(new URL('docs/profiles.md', root), 'utf8');
const example = /```json\n([\s\S]*?)```/.exec(docs)?.[1] ?? '';
const schema = JSON.parse(readFileSync(new URL('public/schemas/profile-1.json', root), 'utf8')) as {
  properties: Record<string, unknown>;
};

describe('the example', () => {
  test('is a profile that can be worked with', () => {
    expect(readProfileText(example)).toMatchObject({ status: 'profile' });
  });

  test('has every member that a profile can have', () => {
    expect(Object.keys(JSON.parse(example) as object).toSorted()).toEqual(
      Object.keys(schema.properties).toSorted(),
    );
  });
});

test('every name in a template is told of', () => {
  const names = ['key', 'keys', 'id', 'rev', 'kind', 'subject', 'digest', 'document', 'documents', 'cursor'];
  names.push('since', 'offset', 'page', 'limit', 'sha256', 'type', 'revision');
  const told = /\*\*Templates\.\*\*[\s\S]*?\n\n/.exec(docs)?.[0] ?? '';
  for (const name of names) expect(told).toContain(`\`${name}\``);
});

test('the published schema takes what the app takes, and refuses what it refuses', () => {
  const validate = new Ajv2020({ strict: false }).compile(schema);
  for (const profile of [hubProfile, couchdbProfile, webdavProfile, JSON.parse(example) as unknown]) {
    validate(profile);
    expect(validate.errors ?? []).toEqual([]);
  }
  expect(validate({ ...hubProfile, gzipp: true })).toBe(false);
  expect(validate({ ...hubProfile, read: undefined })).toBe(false);
});
