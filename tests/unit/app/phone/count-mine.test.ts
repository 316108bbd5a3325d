/** What is said before a person takes everything off a phone: how much it is, and how much of it is nowhere else. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { countMine } from '../../../../src/app/phone/count-mine.ts';
import { createId } from '../../../../src/core/ids.ts';
import { introduceOwner } from '../../../../src/features/people/data.ts';
import { reflection } from '../../../../src/features/reflections/model/reflection.ts';
import { records } from '../../../../src/records.ts';
import { withdraw } from '../../../../src/core/record-commands.ts';
import { arrive, meet } from '../../../support/others.ts';
import { photoAndVoice } from '../../../support/own-vault.ts';
import { openRealVault } from '../../../support/real-vault.ts';
import { saved } from '../../../support/vault.ts';

test('private ones, those not received, photos once, and what concerns others are told apart', async () => {
  const phone = await openRealVault();
  const { store, owner, environment } = phone;
  const count = () => countMine(store, records);
  await introduceOwner(store, 'Mia', 'en');
  expect(await count()).toEqual({
    entries: 0,
    photos: 0,
    recordings: 0,
    alone: 0,
    notReceived: 0,
    others: 0,
  });

  const { photo, voice } = await photoAndVoice(store);
  const write = async (audience: 'me' | 'team', more = {}) =>
    saved(
      await store.write([
        {
          do: 'create',
          id: createId(environment),
          kind: reflection,
          subject: owner.personId,
          audience,
          body: { words: 'The pond', photos: [photo], talk: false, ...more },
        },
      ]),
    );
  await write('me', { voice });
  await write('team');
  const hidden = await write('me');
  await withdraw(store, hidden, reflection);
  // More than are opened at once.
  for (let at = 0; at < 120; at++) await write('team');

  const amira = await meet(phone, 'Amira');
  const author = { id: amira, role: 'participant' } as const;
  await arrive(phone, {
    kind: reflection,
    subject: amira,
    author,
    body: { words: 'x', photos: [], talk: false },
  });
  expect(await count()).toEqual({
    entries: 123,
    photos: 1,
    recordings: 1,
    alone: 2,
    notReceived: 121,
    others: 2,
  });
  store.close();
});
