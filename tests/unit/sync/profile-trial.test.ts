/** "Try this endpoint" says what works, and refuses a server where what is sent would not be safe. */
import { describe, expect, test } from 'vitest';
import type { Trial } from '../../../src/sync/client/trial.ts';
import { tryEndpoint } from '../../../src/sync/client/try-endpoint.ts';
import type { Profile } from '../../../src/sync/protocol/profile.ts';
import { plainProfile, settingsFor } from '../../support/plain-profile.ts';
import { plainServer, type ServerFaults } from '../../support/plain-server.ts';
import { json, scriptedFetch, webPage, type Scripted } from '../../support/scripted-fetch.ts';
import { personId } from '../../support/versions.ts';

const profile: Profile = {
  ...plainProfile,
  verify: { by: 'read' },
  remove: { method: 'DELETE', path: '/versions/{key}' },
  attachments: {
    by: 'pieces',
    bytes: 40,
    key: 'key',
    content: 'content',
    create: { method: 'PUT', path: '/pieces/{key}', body: '{document}' },
    read: { method: 'GET', path: '/pieces/{key}', document: '' },
  },
};

const environment = {
  now: () => Date.parse('2026-06-01T10:00:00Z'),
  randomBytes: (length: number) => new Uint8Array(length).fill(7),
};

function tried(fetch: typeof globalThis.fetch, one: Profile = profile): Promise<Trial> {
  return tryEndpoint(settingsFor(one), { fetch, ...environment }, { id: personId, role: 'worker' });
}
const triedWith = (faults: ServerFaults, one?: Profile) =>
  tried(scriptedFetch(plainServer(faults).answer).fetch, one);
const answering = (answer: () => Scripted) => tried(scriptedFetch(answer).fetch);

function troubles({ findings }: Trial): string[] {
  return findings
    .filter(({ result }) => result !== 'ok')
    .map(({ step, result, reason }) => `${step} ${result}: ${reason ?? ''}`);
}

test('where all works, all is fine, each finding is told as it is made, and nothing of it stays', async () => {
  const server = plainServer();
  const told: string[] = [];
  const { fetch } = scriptedFetch(server.answer);
  const trial = await tryEndpoint(
    settingsFor(profile),
    { fetch, ...environment },
    { id: personId, role: 'worker' },
    ({ step }) => told.push(step),
  );
  expect(trial.verdict).toBe('usable');
  expect(troubles(trial)).toEqual([]);
  expect(told).toEqual(trial.findings.map(({ step }) => step));
  expect([...server.kept.keys()].filter((path) => path.startsWith('/versions'))).toEqual([]);
});

describe('refused', () => {
  test.each<[string, ServerFaults, string]>([
    ['it gives names of its own', { ownIds: true }, 'own-id failed: ids-ignored'],
    [
      'it gives names of its own and says nothing of them',
      { ownIds: true, success: 204 },
      'own-id failed: ids-ignored',
    ],
    [
      'it says yes and writes nothing',
      { writesNothing: true, success: 200 },
      'write failed: nothing-written',
    ],
    ['it drops what it does not know', { drops: ['version'] }, 'whole failed: changed'],
    ['it drops the digest', { drops: ['digest'] }, 'whole failed: changed'],
    ['it does not list what is there', { listsNothing: true }, 'list failed: not-listed'],
    ['the login does not do', { dead: 401 }, 'reach failed: login'],
    ['the login does not do, said as 403', { dead: 403 }, 'reach failed: login'],
  ])('%s', async (_, faults, trouble) => {
    const trial = await triedWith(faults);
    expect(trial.verdict).toBe('refused');
    expect(troubles(trial)).toContain(trouble);
  });

  test.each<[string, () => Scripted, string]>([
    ['nobody answers', () => 'lost', 'reach failed: no-answer'],
    ['there is no such place', () => json({}, 404), 'reach failed: no-such-place'],
    ['a network answers with its own page', () => webPage(), 'reach failed: not-understood'],
    ['it is of another kind', () => json({ hello: 'world' }), 'reach failed: not-understood'],
    ['it is broken', () => json({ message: 'out of order' }, 500), 'reach failed: said'],
  ])('%s', async (_, answer, trouble) => {
    const trial = await answering(answer);
    expect(trial.verdict).toBe('refused');
    expect(troubles(trial)).toEqual([trouble]);
  });
});

describe('usable, and said', () => {
  test.each<[string, ServerFaults, string[]]>([
    ['a duplicate answered 400', { duplicate: 400 }, []],
    ['a duplicate answered 500', { duplicate: 500 }, []],
    ['success answered 204', { success: 204 }, []],
    ['success answered 205', { success: 205 }, []],
    ['what is taken is written over', { writesOver: true }, ['overwrite cannot: written-over']],
    ['it cannot hold every sign', { refusesNul: true }, ['odd-text cannot: said']],
    ['it cannot remove', { keeps: true }, ['remove cannot: still-there']],
  ])('%s', async (_, faults, expected) => {
    const trial = await triedWith(faults);
    expect(troubles(trial)).toEqual(expected);
    expect(trial.verdict).toBe('usable');
  });

  test('it takes no photos, and nothing can be removed by the profile', async () => {
    const { attachments: _, remove: __, ...less } = profile;
    const trial = await triedWith({}, less);
    expect(troubles(trial)).toEqual(['attachment cannot: not-offered', 'remove cannot: not-offered']);
    expect(trial.verdict).toBe('usable');
  });

  test('one that writes over is not written over where it is asked first', async () => {
    const careful = { ...profile, create: { ...profile.create, readFirst: true } };
    expect(troubles(await triedWith({ writesOver: true }, careful))).toEqual([]);
  });
});
