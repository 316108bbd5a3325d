/** What somebody else said is theirs: no command of this phone changes it, and what is said about me I may erase. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { finishChange } from '../../../src/core/draft-commands.ts';
import { changeAudience, erase, restore, withdraw } from '../../../src/core/record-commands.ts';
import type { Version } from '../../../src/core/version.ts';
import { concernsOwner } from '../../../src/core/whose-words.ts';
import { arrive } from '../../support/others.ts';
import { openTestVault, plan, saved, talk, type TestVault } from '../../support/vault.ts';

const worker = { id: '01970000-0000-7000-8000-00000000000a', role: 'worker' } as const;
const other = '01970000-0000-7000-8000-00000000000b';

let phone: TestVault;
beforeEach(async () => {
  phone = await openTestVault();
});
afterEach(() => phone.vault.close());

function said(subject: string): Promise<Version> {
  const { vault: store, environment } = phone;
  return arrive(
    { store, environment },
    { kind: talk, subject, author: worker, body: { words: 'Well dug.' } },
  );
}

test.each([
  ['hide', (version: Version) => withdraw(phone.vault, version, talk)],
  ['bring back', (version: Version) => restore(phone.vault, version, talk)],
  ['share otherwise', (version: Version) => changeAudience(phone.vault, version, 'me', talk)],
  [
    'change',
    (now: Version) => finishChange(phone.vault, { kind: talk, now, body: { words: 'Mine now.' } }, 'edit-x'),
  ],
])('I cannot %s what somebody else said about me', async (_what, command) => {
  const version = await said(phone.owner.personId);
  expect(await command(version)).toMatchObject({ status: 'invalid' });
  expect(await phone.vault.history(version.id)).toMatchObject([{ version }]);
});

test('my own words about somebody else are mine', async () => {
  const { vault } = phone;
  const body = { what: 'Dig with them' };
  const mine = saved(
    await vault.write([{ do: 'create', id: phone.newId(), kind: plan, subject: other, body }]),
  );
  saved(await withdraw(vault, mine, plan));
  expect(concernsOwner(phone.owner, mine)).toBe(true);
});

test('what is said about me concerns me, and I may erase it; what others said about others does not', async () => {
  const aboutMe = await said(phone.owner.personId);
  expect(concernsOwner(phone.owner, aboutMe)).toBe(true);
  expect(concernsOwner(phone.owner, await said(other))).toBe(false);
  const tombstone = saved(await erase(phone.vault, aboutMe.id));
  expect(tombstone).toMatchObject({ removed: 'erased', audience: 'team', subject: phone.owner.personId });
});
