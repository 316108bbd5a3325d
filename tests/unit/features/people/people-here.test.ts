/** Finding somebody among those whose records are here. */
import { expect, test } from 'vitest';
import type { Version } from '../../../../src/core/version.ts';
import { findPeople, peopleHere } from '../../../../src/features/people/model/people-here.ts';
import type { PersonBody } from '../../../../src/features/people/model/person.ts';
import { version } from '../../../support/versions.ts';

const named = (id: string, name: string): Version<PersonBody> => ({
  ...version(1, { id, subject: id }),
  body: { name, roles: ['participant'], languages: ['en'] },
});
const here = {
  subjects: ['me', 'site', 'z', 'b', 'anna'],
  named: [named('me', 'Wim'), named('anna', 'Anna'), named('zoe', 'Zoë'), named('emile', 'Émile')],
  leaveOut: new Set(['me', 'site']),
};
const names = (typed: string) => findPeople(peopleHere(here, 'fr'), typed).map(({ name }) => name);

test('by name as the alphabet has it; last those who shared none; never me, never a site', () => {
  expect(names('')).toEqual(['Anna', 'Émile', 'Zoë', null, null]);
  expect(peopleHere(here, 'fr').map(({ id }) => id)).toEqual(['anna', 'emile', 'zoe', 'b', 'z']);
});

test('found by a part of the name, however it is spelled', () => {
  expect(names(' zoe ')).toEqual(['Zoë']);
  expect(names('emil')).toEqual(['Émile']);
  expect(names('wim')).toEqual([]);
});
